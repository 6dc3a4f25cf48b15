"""What was logged by mistake counts no more, and stays to be seen."""

import pytest

from danban.culture import actions
from danban.culture.models import CleanUp
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast
from tests.culture.factories import log


def test_it_counts_no_more_and_its_day_is_free_again(cast: Cast) -> None:
    one = log(cast)

    actions.withdraw_clean_up(one.pk, reason="Ghi nhầm tuần", actor=cast.actors["head_of_group_1"], at=AT)

    one.refresh_from_db()
    assert one.withdrawn_at == AT
    assert not CleanUp.objects.standing().exists()
    assert last_event() == ("clean_up.withdrawn", "clean_up", one.pk)
    assert log(cast).pk != one.pk


def test_the_commune_withdraws_what_it_logged_for_a_village_without_anybody(cast: Cast) -> None:
    one = log(cast, "00001.02", "phuc_xa")

    assert actions.withdraw_clean_up(one.pk, reason="Nhầm", actor=cast.actors["phuc_xa_committee"], at=AT).withdrawn_at


def test_no_reason_others_and_a_second_time_are_refused(cast: Cast) -> None:
    one = log(cast)
    head = cast.actors["head_of_group_1"]
    with no_trace("culture"):
        for nothing in ("", " \u200b"):
            with pytest.raises(BadInput, match="lý do"):
                actions.withdraw_clean_up(one.pk, reason=nothing, actor=head, at=AT)
        with pytest.raises(NotYours):
            actions.withdraw_clean_up(one.pk, reason="Nhầm", actor=cast.actors["phuc_xa"], at=AT)
        for pk, who in ((one.pk, "truc_bach"), (0, "head_of_group_1")):
            with pytest.raises(NotFound):
                actions.withdraw_clean_up(pk, reason="Nhầm", actor=cast.actors[who], at=AT)

    actions.withdraw_clean_up(one.pk, reason="Nhầm", actor=head, at=AT)
    with no_trace("culture"), pytest.raises(NotNow, match="đã được rút"):
        actions.withdraw_clean_up(one.pk, reason="Nhầm", actor=head, at=AT)

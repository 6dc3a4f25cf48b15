"""A file attached by mistake."""

import pytest

from danban.assignments import actions, queries
from danban.assignments.models import Attachment
from danban.campaigns.models import Assignment, Campaign
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from tests.assignments.factories import attach, last_event, make_briefing, no_trace
from tests.cast import AT, Cast


def test_nobody_reads_it_any_more_and_the_row_says_that_it_was_there(cast: Cast, department_work: Assignment) -> None:
    actor = cast.actors["culture_department"]
    file = attach(department_work, actor)

    actions.withdraw_file(file.pk, reason="Nhầm bản", actor=actor, at=AT)

    assert Attachment.objects.get().withdrawn_at == AT
    assert last_event() == ("file.withdrawn", "assignment", department_work.pk)
    with pytest.raises(NotFound, match="đã được rút"):
        queries.file_to_send(actor, file.pk)


def test_the_commune_withdraws_from_its_pack(cast: Cast, campaign: Campaign) -> None:
    briefing = make_briefing(cast, campaign)
    file = attach(briefing, cast.actors["phuc_xa"])

    with no_trace():
        for who, refusal in (("ba_dinh", NotYours), ("truc_bach", NotFound)):
            with pytest.raises(refusal):
                actions.withdraw_file(file.pk, reason="Nhầm", actor=cast.actors[who], at=AT)
    actions.withdraw_file(file.pk, reason="Nhầm", actor=cast.actors["phuc_xa"], at=AT)

    assert last_event() == ("file.withdrawn", "briefing", briefing.pk)


def test_twice_without_a_reason_and_by_others_is_refused(cast: Cast, department_work: Assignment) -> None:
    actor = cast.actors["culture_department"]
    file = attach(department_work, actor)

    with no_trace():
        with pytest.raises(BadInput, match="lý do"):
            actions.withdraw_file(file.pk, reason="", actor=actor, at=AT)
        for who in ("mrs_ha", "ba_dinh"):
            with pytest.raises(NotYours):
                actions.withdraw_file(file.pk, reason="Nhầm", actor=cast.actors[who], at=AT)
        with pytest.raises(NotFound):
            actions.withdraw_file(0, reason="Nhầm", actor=actor, at=AT)
    actions.withdraw_file(file.pk, reason="Nhầm", actor=actor, at=AT)
    with no_trace(), pytest.raises(NotNow, match="đã được rút"):
        actions.withdraw_file(file.pk, reason="Nhầm", actor=actor, at=AT)

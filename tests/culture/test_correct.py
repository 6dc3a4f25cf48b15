"""What was logged wrongly is put right, and both stay."""

import pytest

from danban.audit.models import Entry
from danban.culture import actions
from danban.culture.models import CleanUp
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast
from tests.culture.factories import FRIDAY, SATURDAY, log, told


def test_the_right_row_stands_for_the_wrong_one(cast: Cast) -> None:
    wrong = log(cast)

    right = actions.correct_clean_up(wrong.pk, told=told(people=53), actor=cast.actors["head_of_group_1"], at=AT)

    wrong.refresh_from_db()
    assert wrong.withdrawn_at == AT
    assert right.corrects == wrong
    assert list(CleanUp.objects.standing()) == [right]
    assert last_event() == ("clean_up.corrected", "clean_up", right.pk)
    assert Entry.objects.order_by("-pk")[0].changes["people"] == [35, 53]


def test_the_day_may_be_put_right_unless_it_is_taken(cast: Cast) -> None:
    wrong, other = log(cast), log(cast, held_on=SATURDAY)
    head = cast.actors["head_of_group_1"]

    with no_trace("culture"), pytest.raises(NotNow, match="đã được ghi"):
        actions.correct_clean_up(wrong.pk, told=told(SATURDAY), actor=head, at=AT)
    actions.withdraw_clean_up(other.pk, reason="Nhầm", actor=head, at=AT)
    assert actions.correct_clean_up(wrong.pk, told=told(SATURDAY), actor=head, at=AT).held_on == SATURDAY


def test_others_wrong_words_and_what_is_withdrawn_are_refused(cast: Cast) -> None:
    one = log(cast)
    head = cast.actors["head_of_group_1"]
    with no_trace("culture"):
        with pytest.raises(NotYours, match="đã có người phụ trách"):
            actions.correct_clean_up(one.pk, told=told(), actor=cast.actors["phuc_xa"], at=AT)
        with pytest.raises(NotYours):
            actions.correct_clean_up(one.pk, told=told(), actor=cast.actors["mrs_ha"], at=AT)
        for pk, who in ((one.pk, "truc_bach"), (0, "head_of_group_1")):
            with pytest.raises(NotFound):
                actions.correct_clean_up(pk, told=told(), actor=cast.actors[who], at=AT)
        with pytest.raises(BadInput):
            actions.correct_clean_up(one.pk, told=told(people=0), actor=head, at=AT)
        with pytest.raises(BadInput, match=r"1\.200 người"):
            actions.correct_clean_up(one.pk, told=told(people=1_200), actor=head, at=AT)
    assert actions.correct_clean_up(one.pk, told=told(people=1_200), is_sure=True, actor=head, at=AT).people == 1_200

    with no_trace("culture"), pytest.raises(NotNow, match="đã được rút"):
        actions.correct_clean_up(one.pk, told=told(FRIDAY), actor=head, at=AT)

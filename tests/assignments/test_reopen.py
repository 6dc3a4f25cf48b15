"""Finished too early: worked on again, owed again, nothing lost."""

import pytest

from danban.assignments import actions
from danban.assignments.models import ProgressNote
from danban.assignments.states import WorkStatus
from danban.audit.models import Entry
from danban.campaigns.models import Assignment
from danban.kit.refusals import BadInput, NotNow, NotYours
from tests.assignments.factories import last_event, no_trace, owed_for
from tests.cast import AT, TODAY, Cast


@pytest.fixture
def finished(cast: Cast, department_work: Assignment) -> Assignment:
    """Finished by the department."""
    actions.finish_assignment(
        department_work.pk, result="Đã gửi", on=TODAY, actor=cast.actors["culture_department"], at=AT
    )
    return department_work


@pytest.mark.parametrize("who", ["culture_department", "mrs_ha", "mr_dung"])
def test_the_department_or_the_city_reopens_and_the_obligation_is_open_again(
    cast: Cast, finished: Assignment, who: str
) -> None:
    work = actions.reopen_assignment(finished.pk, reason="Còn thiếu", actor=cast.actors[who], at=AT)

    assert (work.status, work.done_on) == (WorkStatus.WORKING, None)
    assert owed_for(finished).fulfilled_on is None
    assert ProgressNote.objects.get().text == "Đã gửi"
    assert last_event() == ("assignment.reopened", "assignment", finished.pk)
    assert Entry.objects.order_by("-pk")[0].changes["reason"] == "Còn thiếu"


def test_afterwards_it_may_be_finished_again(cast: Cast, finished: Assignment) -> None:
    actor = cast.actors["culture_department"]
    actions.reopen_assignment(finished.pk, reason="Còn thiếu", actor=actor, at=AT)

    actions.finish_assignment(finished.pk, result="Đã gửi đủ", on=TODAY, actor=actor, at=AT)

    assert owed_for(finished).fulfilled_on == TODAY
    assert list(ProgressNote.objects.order_by("pk").values_list("text", flat=True)) == ["Đã gửi", "Đã gửi đủ"]


def test_no_reason_others_and_open_work_are_refused(cast: Cast, finished: Assignment, weekly_work: Assignment) -> None:
    with no_trace():
        with pytest.raises(BadInput, match="lý do"):
            actions.reopen_assignment(finished.pk, reason=" ", actor=cast.actors["mrs_ha"], at=AT)
        for who in ("ba_dinh", "phuc_xa", "head_of_group_1"):
            with pytest.raises(NotYours):
                actions.reopen_assignment(finished.pk, reason="Vì sao", actor=cast.actors[who], at=AT)
        with pytest.raises(NotNow):
            actions.reopen_assignment(weekly_work.pk, reason="Vì sao", actor=cast.actors["mrs_ha"], at=AT)


def test_weekly_work_that_ended_goes_on(cast: Cast, weekly_work: Assignment) -> None:
    actor = cast.actors["culture_department"]
    actions.finish_assignment(weekly_work.pk, result="Hết đợt", on=TODAY, actor=actor, at=AT)

    assert actions.reopen_assignment(weekly_work.pk, reason="Còn đợt nữa", actor=actor, at=AT).done_on is None

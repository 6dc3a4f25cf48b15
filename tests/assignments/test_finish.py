"""Work is done: its obligation is fulfilled, its result stays."""

from datetime import date, timedelta

import pytest

from danban.assignments import actions
from danban.assignments.models import ProgressNote, Work
from danban.assignments.states import WorkStatus
from danban.campaigns.models import Assignment, Campaign, Obligation
from danban.kit.refusals import BadInput, NotNow, NotYours
from tests.assignments.factories import given_to, last_event, make_assignment, no_trace, owed_for
from tests.cast import AT, TODAY, Cast

EARLIER = TODAY - timedelta(days=3)


def test_the_obligation_of_the_body_is_fulfilled_on_the_day_named(cast: Cast, department_work: Assignment) -> None:
    actor = cast.actors["culture_department"]

    work = actions.finish_assignment(department_work.pk, result=" Đã gửi 30 nơi ", on=EARLIER, actor=actor, at=AT)

    assert (work.status, work.done_on, work.result) == (WorkStatus.DONE, EARLIER, "Đã gửi 30 nơi")
    owed = owed_for(department_work)
    assert (owed.fulfilled_on, owed.fulfilled_by) == (EARLIER, "assignment.finished")
    assert Obligation.objects.filter(body__isnull=False, fulfilled_on__isnull=False).count() == 1
    assert ProgressNote.objects.get().text == "Đã gửi 30 nơi"
    assert last_event() == ("assignment.finished", "assignment", department_work.pk)


def test_of_two_works_in_one_clause_only_the_one_finished_is_fulfilled(
    cast: Cast, campaign: Campaign, department_work: Assignment
) -> None:
    body, actor = cast.bodies["01", "department"], cast.actors["culture_department"]
    second = make_assignment(campaign, body, clause=department_work.clause)
    first_owed = owed_for(department_work)
    second_owed = Obligation.objects.get(pk=first_owed.pk)
    second_owed.pk, second_owed.occurrence = None, 1
    second_owed.save()

    actions.finish_assignment(second.pk, result="Xong", on=TODAY, actor=actor, at=AT)

    first_owed.refresh_from_db()
    second_owed.refresh_from_db()
    assert (first_owed.fulfilled_on, second_owed.fulfilled_on) == (None, TODAY)


def test_weekly_work_is_owed_by_no_day_and_may_still_end(cast: Cast, weekly_work: Assignment) -> None:
    actions.finish_assignment(
        weekly_work.pk, result="Hết đợt", on=TODAY, actor=cast.actors["culture_department"], at=AT
    )

    assert Work.objects.get().status == WorkStatus.DONE
    assert not Obligation.objects.filter(body__isnull=False, fulfilled_on__isnull=False).exists()


def test_a_second_time_is_refused(cast: Cast, department_work: Assignment) -> None:
    actor = cast.actors["culture_department"]
    actions.finish_assignment(department_work.pk, result="Xong", on=TODAY, actor=actor, at=AT)

    with no_trace(), pytest.raises(NotNow, match="Đã hoàn thành"):
        actions.finish_assignment(department_work.pk, result="Xong", on=TODAY, actor=actor, at=AT)


def test_no_result_a_day_to_come_and_a_day_before_the_plan_are_refused(cast: Cast, department_work: Assignment) -> None:
    with no_trace():
        for result, on in (("", TODAY), ("Xong", TODAY + timedelta(days=1)), ("Xong", date(2022, 12, 1))):
            with pytest.raises(BadInput):
                actions.finish_assignment(
                    department_work.pk, result=result, on=on, actor=cast.actors["culture_department"], at=AT
                )


def test_a_partner_and_the_city_are_refused(cast: Cast, campaign: Campaign, department_work: Assignment) -> None:
    front = given_to(campaign, cast.bodies["01", "front_committee"])
    actions.add_partner(front.pk, body_id=cast.bodies["01", "department"].pk, actor=cast.actors["mrs_ha"], at=AT)

    with no_trace():
        for who, given in (("culture_department", front), ("mrs_ha", department_work), ("mr_dung", department_work)):
            with pytest.raises(NotYours):
                actions.finish_assignment(given.pk, result="Xong", on=TODAY, actor=cast.actors[who], at=AT)

"""A body takes on what the plan gives it."""

import pytest

from danban.accounts.queries import actor_for
from danban.assignments import actions
from danban.assignments.models import Work
from danban.assignments.states import WorkStatus
from danban.campaigns import actions as campaigns
from danban.campaigns.models import Assignment, Campaign
from danban.kit.refusals import NotFound, NotNow, NotYours
from tests.accounts.factories import make_appointment
from tests.assignments.factories import given_to, last_event, make_assignment, no_trace
from tests.cast import AT, Cast


def test_the_department_accepts_and_the_diary_says_so(cast: Cast, department_work: Assignment) -> None:
    work = actions.accept_assignment(department_work.pk, actor=cast.actors["culture_department"], at=AT)

    assert (work.status, work.accepted_at, work.body) == (WorkStatus.WORKING, AT, None)
    assert last_event() == ("assignment.accepted", "assignment", department_work.pk)


def test_a_second_time_is_refused(cast: Cast, department_work: Assignment) -> None:
    actor = cast.actors["culture_department"]
    actions.accept_assignment(department_work.pk, actor=actor, at=AT)

    with no_trace(), pytest.raises(NotNow, match="Đang thực hiện"):
        actions.accept_assignment(department_work.pk, actor=actor, at=AT)


def test_the_board_of_the_front_accepts_for_the_front(cast: Cast, campaign: Campaign) -> None:
    given = given_to(campaign, cast.bodies["01", "front_committee"])

    actions.accept_assignment(given.pk, actor=cast.actors["mrs_ha"], at=AT)

    assert Work.objects.get().assignment == given


def test_others_are_refused_each_with_a_reason(cast: Cast, department_work: Assignment) -> None:
    with no_trace():
        for who in ("mrs_ha", "mr_dung", "ba_dinh", "phuc_xa"):
            with pytest.raises(NotYours, match="giao cho Sở Văn hóa và Thể thao"):
                actions.accept_assignment(department_work.pk, actor=cast.actors[who], at=AT)
        with pytest.raises(NotYours, match="cơ quan được giao tự ghi"):
            actions.accept_assignment(department_work.pk, actor=cast.actors["head_of_group_1"], at=AT)
        for who, pk in (("stranger", department_work.pk), ("culture_department", 0)):
            with pytest.raises(NotFound):
                actions.accept_assignment(pk, actor=cast.actors[who], at=AT)


def test_what_nobody_answers_for_what_levels_below_do_and_what_is_gone_cannot_be_accepted(
    cast: Cast, campaign: Campaign, department_work: Assignment
) -> None:
    actor = cast.actors["culture_department"]
    unknown = make_assignment(campaign)
    below = campaign.assignments.filter(level__code="district").order_by("position")[0]
    Assignment.objects.filter(pk=department_work.pk).update(withdrawn_at=AT)

    with no_trace():
        for pk, words in (
            (unknown.pk, "không nói rõ"),
            (below.pk, "danh sách việc"),
            (department_work.pk, "10/02/2023"),
        ):
            with pytest.raises(NotNow, match=words):
                actions.accept_assignment(pk, actor=actor, at=AT)


def test_a_closed_year_refuses(cast: Cast, campaign: Campaign, department_work: Assignment) -> None:
    campaigns.close_campaign(campaign.pk, reason="Xong", actor=cast.actors["mrs_ha"], at=AT)

    with no_trace(), pytest.raises(NotNow, match="đã khép lại"):
        actions.accept_assignment(department_work.pk, actor=cast.actors["culture_department"], at=AT)


def test_an_office_that_sits_in_no_body_answers_for_none(cast: Cast, department_work: Assignment) -> None:
    leader = actor_for(make_appointment(cast.city.unit, role="city_front_leader"))

    with no_trace(), pytest.raises(NotYours):
        actions.accept_assignment(department_work.pk, actor=leader, at=AT)

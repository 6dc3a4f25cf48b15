"""Who answers where the plan names nobody that stands."""

from datetime import date

import pytest

from danban.assignments import actions
from danban.assignments.models import Partner, Work
from danban.assignments.states import WorkStatus
from danban.campaigns.models import Assignment, Campaign
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from tests.assignments.factories import last_event, make_assignment, make_body, no_trace
from tests.cast import AT, TODAY, Cast


def test_the_city_names_a_body_which_then_accepts(cast: Cast, campaign: Campaign) -> None:
    unknown = make_assignment(campaign)
    department = cast.bodies["01", "department"]

    work = actions.name_body(unknown.pk, body_id=department.pk, actor=cast.actors["mr_dung"], at=AT)

    assert (work.body, work.status) == (department, WorkStatus.WAITING)
    assert last_event() == ("body.named", "assignment", unknown.pk)
    assert actions.accept_assignment(unknown.pk, actor=cast.actors["culture_department"], at=AT).body == department


def test_a_body_that_is_gone_is_followed_by_another_which_goes_on_with_the_work(cast: Cast, campaign: Campaign) -> None:
    gone = make_body(cast, "Sở cũ", ends_on=date(2023, 1, 31))
    given = make_assignment(campaign, gone)
    heir, ha = cast.bodies["01", "department"], cast.actors["mrs_ha"]
    actions.add_partner(given.pk, body_id=heir.pk, actor=ha, at=AT)
    Work.objects.create(assignment=given, status=WorkStatus.WORKING, accepted_at=AT)

    work = actions.name_body(given.pk, body_id=heir.pk, actor=ha, at=AT)

    assert (work.body, work.status) == (heir, WorkStatus.WORKING)
    assert not Partner.objects.exists()


def test_a_wrong_name_is_put_right_and_the_same_again_changes_nothing(cast: Cast, campaign: Campaign) -> None:
    unknown, ha = make_assignment(campaign), cast.actors["mrs_ha"]
    actions.name_body(unknown.pk, body_id=cast.bodies["01", "department"].pk, actor=ha, at=AT)

    right = cast.bodies["01", "peoples_committee"]
    actions.name_body(unknown.pk, body_id=right.pk, actor=ha, at=AT)

    assert Work.objects.get().body == right
    with no_trace():
        actions.name_body(unknown.pk, body_id=right.pk, actor=ha, at=AT)


def test_where_the_plan_named_a_body_that_stands_nobody_else_is_named(cast: Cast, department_work: Assignment) -> None:
    other = cast.bodies["01", "peoples_committee"].pk

    with no_trace(), pytest.raises(NotNow, match="cơ quan đang hoạt động"):
        actions.name_body(department_work.pk, body_id=other, actor=cast.actors["mrs_ha"], at=AT)


def test_finished_work_keeps_its_body(cast: Cast, campaign: Campaign) -> None:
    unknown, ha = make_assignment(campaign), cast.actors["mrs_ha"]
    actions.name_body(unknown.pk, body_id=cast.bodies["01", "department"].pk, actor=ha, at=AT)
    actions.finish_assignment(unknown.pk, result="Xong", on=TODAY, actor=cast.actors["culture_department"], at=AT)

    with no_trace(), pytest.raises(NotNow, match="mở lại"):
        actions.name_body(unknown.pk, body_id=cast.bodies["01", "peoples_committee"].pk, actor=ha, at=AT)


def test_others_bodies_of_elsewhere_and_bodies_that_ended_are_refused(cast: Cast, campaign: Campaign) -> None:
    unknown = make_assignment(campaign)
    here, ended = cast.bodies["01", "department"].pk, make_body(cast, "Sở cũ", ends_on=date(2023, 1, 31)).pk

    with no_trace():
        for who in ("culture_department", "ba_dinh", "phuc_xa"):
            with pytest.raises(NotYours):
                actions.name_body(unknown.pk, body_id=here, actor=cast.actors[who], at=AT)
        for body_id in (0, ended, cast.bodies["001", "front_committee"].pk):
            with pytest.raises(BadInput, match="đang hoạt động ở Thành phố"):
                actions.name_body(unknown.pk, body_id=body_id, actor=cast.actors["mrs_ha"], at=AT)
        with pytest.raises(NotFound):
            actions.name_body(0, body_id=here, actor=cast.actors["mrs_ha"], at=AT)

"""Everything one body has to do."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from danban.assignments import actions
from danban.campaigns.models import Assignment, Campaign
from danban.kit.refusals import NotFound
from danban.overviews.queries import body_page
from tests.assignments.conftest import campaign, department_work, weekly_work
from tests.assignments.factories import attach, given_to, make_assignment, make_body
from tests.cast import AT, TODAY, Cast

__all__ = ["campaign", "department_work", "weekly_work"]


def test_a_department_sees_its_tasks_late_first_its_weeks_its_files_and_where_it_helps(
    cast: Cast, campaign: Campaign, department_work: Assignment, weekly_work: Assignment
) -> None:
    body, actor = cast.bodies["01", "department"], cast.actors["culture_department"]
    late = make_assignment(campaign, body, due_on=TODAY - timedelta(days=1))
    front = given_to(campaign, cast.bodies["01", "front_committee"])
    actions.add_partner(front.pk, body_id=body.pk, actor=cast.actors["mrs_ha"], at=AT)
    attach(department_work, actor)
    attach(late, actor, "Báo cáo", purpose="report")
    actions.finish_assignment(department_work.pk, result="Xong", on=TODAY, actor=actor, at=AT)

    page = body_page(actor, body.pk, today=TODAY)

    assert {task.work.pk for task in page.late} == {late.pk, weekly_work.pk}
    assert [task.work.pk for task in page.done] == [department_work.pk]
    assert [task.work.pk for task in page.helps] == [front.pk]
    assert [task.work.pk for task in page.weekly] == [weekly_work.pk]
    assert [one.file.title for one in page.files] == ["Báo cáo", "Đề cương"]
    assert (page.count_late, page.is_own, page.is_empty) == (2, True, False)
    assert page.done[0].owed is not None
    assert page.pile.everything == ()


def test_a_communes_front_sees_what_it_owes_and_what_the_plan_gives_its_like(cast: Cast, campaign: Campaign) -> None:
    body = cast.bodies["00001", "front_committee"]

    page = body_page(cast.actors["phuc_xa"], body.pk, today=TODAY)
    above = body_page(cast.actors["ba_dinh"], body.pk, today=TODAY)

    codes = {owed.kind_code for owed in page.pile.everything}
    assert "plan" in codes
    assert "guidance" not in codes
    assert {row.actor for row in page.of_level} == {
        "Ủy ban MTTQ Việt Nam cấp xã", "Ủy ban MTTQ Việt Nam xã, phường, thị trấn"
    }  # fmt: skip
    assert (page.late, page.is_own, above.is_own) == ((), True, False)
    assert above.pile == page.pile


def test_a_body_named_later_finds_the_task_and_one_with_nothing_is_empty(cast: Cast, campaign: Campaign) -> None:
    unknown, body = make_assignment(campaign), make_body(cast, "Sở Tư pháp")
    ha = cast.actors["mrs_ha"]
    assert body_page(ha, body.pk, today=TODAY).is_empty

    actions.name_body(unknown.pk, body_id=body.pk, actor=ha, at=AT)

    assert [task.work.pk for task in body_page(ha, body.pk, today=TODAY).open] == [unknown.pk]


def test_outside_the_area_and_without_a_year(cast: Cast) -> None:
    body = cast.bodies["00001", "front_committee"]

    assert body_page(cast.actors["phuc_xa"], body.pk, today=TODAY).year is None
    for who in ("truc_bach", "head_of_group_1", "stranger"):
        with pytest.raises(NotFound):
            body_page(cast.actors[who], body.pk, today=TODAY)


def test_thirty_tasks_cost_as_many_queries_as_three(cast: Cast, campaign: Campaign) -> None:
    body, actor = cast.bodies["01", "department"], cast.actors["culture_department"]

    def count() -> int:
        with CaptureQueriesContext(connection) as made:
            body_page(actor, body.pk, today=TODAY)
        return len(made)

    def fill(times: int) -> None:
        for number in range(times):
            given = make_assignment(campaign, body)
            attach(given, actor, f"Tệp {number}")
            actions.note_assignment(given.pk, text="Đã làm", on=TODAY, actor=actor, at=AT)

    fill(3)
    few = count()
    fill(12)

    assert count() == few

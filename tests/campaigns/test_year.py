"""A year worked out from its lines: what it owes, and what stops it."""

from datetime import date
from types import MappingProxyType

import pytest

from danban.campaigns.rules.proposals import (
    AgendaValues,
    AssignmentValues,
    DutyValues,
    GrantValues,
    Line,
    MailboxValues,
    MilestoneValues,
    from_json,
    to_json,
)
from danban.campaigns.rules.shape import SeatedBody
from danban.campaigns.rules.year import Ground, plan_year, title_of
from danban.campaigns.states import ItemKind, ItemState
from tests.campaigns.test_draft_year import FOUR

GROUND = Ground(
    FOUR,
    MappingProxyType({"city": 1, "district": 2, "commune": 4, "village": 8}),
    (SeatedBody(1, "peoples_committee", "Ủy ban nhân dân Thành phố"), SeatedBody(2, "dept", "Sở Y tế")),
)
DAY = Line(ItemKind.MILESTONE, MilestoneValues("m", "Mốc", None, date(2023, 1, 10)))
DUTY = Line(ItemKind.DUTY, DutyValues("d", "Việc", "Việc", "m"), "village")
LOST = DutyValues("e", "Việc lạc", "Lạc", "nowhere")
BACKWARDS = MilestoneValues("w", "Đợt", date(2023, 2, 2), date(2023, 2, 1))


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        ([DAY], "chưa có việc nào"),
        ([DAY, DAY, DUTY], "2 mốc cùng mang mã"),
        ([DAY, DUTY, DUTY], "2 việc cùng mã"),
        ([DAY, DUTY, Line(ItemKind.DUTY, LOST, "village")], "mốc không còn"),
        ([DAY, DUTY, Line(ItemKind.AGENDA, AgendaValues("Bàn"), None)], "chưa có cấp thực hiện"),
        ([DAY, DUTY, *[Line(ItemKind.GRANT, GrantValues(1), "commune")] * 2], "2 mức hỗ trợ"),
        ([DAY, DUTY, Line(ItemKind.MILESTONE, BACKWARDS)], "ngày cuối trước ngày đầu"),
    ],
)
def test_each_problem_is_said_in_a_sentence(lines: list[Line], problem: str) -> None:
    (said,) = plan_year(lines, GROUND).problems

    assert problem in said


def test_a_dropped_line_is_no_problem() -> None:
    dropped = Line(ItemKind.DUTY, LOST, "village", state=ItemState.DROPPED)

    assert plan_year([DAY, DUTY, dropped], GROUND).problems == ()


def test_bodies_given_work_by_one_clause_owe_it_together_each_with_its_day() -> None:
    given = [
        Line(ItemKind.ASSIGNMENT, AssignmentValues("UBND Thành phố"), "city", "III.đ"),
        Line(ItemKind.ASSIGNMENT, AssignmentValues("Sở Y tế", due_on=date(2023, 1, 5)), "city", "III.đ"),
        Line(ItemKind.ASSIGNMENT, AssignmentValues("Sở Y tế"), "city", "III.đ"),
        Line(ItemKind.ASSIGNMENT, AssignmentValues("Sở Y tế", rrule="FREQ=WEEKLY"), "city", "III.đ"),
        Line(ItemKind.ASSIGNMENT, AssignmentValues("Hội Chữ thập đỏ"), "city", "III.đ"),
        Line(ItemKind.ASSIGNMENT, AssignmentValues("Sở Y tế"), "city", "III.d"),
        Line(ItemKind.ASSIGNMENT, AssignmentValues("UBND"), "district", "III.d"),
    ]

    year = plan_year([DAY, DUTY, *given], GROUND)

    first, second = (kind for kind in year.kinds if kind.bodies is not None)
    assert (first.code, second.code) == ("assignment-iii-d", "assignment-iii-d-2")
    assert [(b.body_id, b.occurrence) for b in first.bodies or ()] == [(1, 0), (2, 0), (2, 1)]
    assert (first.dated.due_on, first.dated.steps) == (None, ("Hạn ghi theo từng cơ quan, tổ chức được giao.",))
    assert len(year.assignments) == 7


def test_lines_are_called_by_what_people_know_them_by() -> None:
    titles = [
        title_of(Line("x", values)) for values in (GrantValues(5), MailboxValues("a@b.vn"), AgendaValues("x" * 99))
    ]

    assert titles == ["Hỗ trợ 5 đ", "a@b.vn", "x" * 79 + "…"]


@pytest.mark.parametrize("line", [DAY, DUTY, Line(ItemKind.MILESTONE, BACKWARDS)])
def test_values_come_back_from_what_is_stored(line: Line) -> None:
    assert from_json(line.kind, to_json(line.values)) == line.values


def test_a_day_may_be_handed_in_as_a_day() -> None:
    values = from_json(ItemKind.MILESTONE, {"code": "m", "name": "Mốc", "starts_on": None, "due_on": date(2023, 1, 1)})

    assert values == MilestoneValues("m", "Mốc", None, date(2023, 1, 1))

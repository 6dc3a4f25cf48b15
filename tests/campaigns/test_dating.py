"""The day of a duty and the sentences that explain it."""

from dataclasses import replace
from datetime import date

import pytest

from danban.campaigns.rules.dating import date_duty
from danban.campaigns.rules.proposals import DutyValues, Edge, MilestoneValues

WINDOW = MilestoneValues("w", "Đợt họp", date(2023, 3, 1), date(2023, 3, 10), steps=("Kế hoạch ghi thế.",))
DUTY = DutyValues("d", "Việc", "Việc", "w")


@pytest.mark.parametrize(
    ("edge", "offset", "due_on"),
    [("end", 0, date(2023, 3, 10)), ("end", 5, date(2023, 3, 15)), ("start", -7, date(2023, 2, 22))],
)
def test_days_are_counted_from_an_edge(edge: Edge, offset: int, due_on: date) -> None:
    assert date_duty(replace(DUTY, edge=edge, offset_days=offset), WINDOW).due_on == due_on


def test_a_day_the_office_sets_moves_off_a_day_off_and_says_so() -> None:
    after = date_duty(replace(DUTY, offset_days=1, set_by_office=True), WINDOW)
    before = date_duty(replace(DUTY, edge="start", offset_days=-3, set_by_office=True), WINDOW)

    assert (after.due_on, before.due_on) == (date(2023, 3, 13), date(2023, 2, 24))
    assert "Thứ Bảy 11/03/2023 là ngày nghỉ nên chuyển sang Thứ Hai 13/03/2023." in after.steps
    assert after.steps[0].startswith("Kế hoạch không nêu ngày riêng")


def test_a_day_of_the_plan_never_moves() -> None:
    sunday = replace(WINDOW, starts_on=None, due_on=date(2023, 3, 19))

    assert date_duty(DUTY, sunday).due_on == date(2023, 3, 19)
    assert "Kế hoạch ghi thế." in date_duty(DUTY, sunday).steps


def test_the_window_opens_the_duty_only_where_asked_and_where_it_fits() -> None:
    opened = replace(DUTY, starts_with_milestone=True)

    assert date_duty(opened, WINDOW).starts_on == date(2023, 3, 1)
    assert date_duty(DUTY, WINDOW).starts_on is None
    assert date_duty(replace(opened, edge="start", offset_days=-1), WINDOW).starts_on is None


def test_without_a_milestone_there_is_no_day_and_that_is_said() -> None:
    dated = date_duty(DUTY, None)

    assert (dated.starts_on, dated.due_on) == (None, None)
    assert "không nêu hạn" in dated.steps[-1]


def test_the_first_day_itself_is_called_so() -> None:
    dated = date_duty(replace(DUTY, edge="start"), WINDOW)

    assert dated.due_on == date(2023, 3, 1)
    assert "đúng ngày đầu" in dated.steps[0]

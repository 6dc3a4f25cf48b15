"""Days as an office counts them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danban.kit import calendar, clock
from danban.kit.calendar import Window


def test_before_a_day_means_the_day_before_is_the_last_in_time() -> None:
    due = calendar.explain_before(date(2022, 12, 20))

    assert due.due_on == date(2022, 12, 19)
    assert due.steps[0] == "Kế hoạch ghi “trước ngày 20/12/2022”."
    assert "19/12/2022" in due.steps[1]


def test_a_window_includes_both_its_ends() -> None:
    window = Window(date(2023, 1, 2), date(2023, 2, 28))

    assert date(2023, 1, 2) in window
    assert date(2023, 2, 28) in window
    assert date(2023, 3, 1) not in window
    assert window.days == 58


def test_a_window_that_ends_before_it_starts_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="before it starts"):
        Window(date(2023, 3, 1), date(2023, 2, 28))


@pytest.mark.parametrize(
    ("year", "first_day"),
    [
        (2023, date(2023, 1, 22)),
        (2024, date(2024, 2, 10)),
        (2025, date(2025, 1, 29)),
        (2026, date(2026, 2, 17)),
        (2030, date(2030, 2, 2)),
    ],
)
def test_the_block_around_lunar_new_year_holds_its_first_day(year: int, first_day: date) -> None:
    block = calendar.tet(year)

    assert first_day in block
    assert 5 <= block.days <= 11
    assert not calendar.is_day_off(block.start - timedelta(days=1))
    assert not calendar.is_day_off(block.end + timedelta(days=1))


def test_a_year_without_a_known_lunar_new_year_is_said_not_guessed() -> None:
    with pytest.raises(ValueError, match="no lunar new year"):
        calendar.tet(1900)


def test_the_village_window_of_2023_meets_tet() -> None:
    village_window = Window(date(2023, 1, 2), date(2023, 2, 28))

    shared = village_window.overlap(calendar.tet(2023))

    assert shared is not None
    assert shared.days == 7
    assert village_window.overlap(Window(date(2023, 3, 1), date(2023, 3, 10))) is None


def test_working_days_pass_over_weekends_holidays_and_the_offices_own_decisions() -> None:
    friday = date(2023, 2, 10)

    assert calendar.add_working_days(friday, 1) == date(2023, 2, 13)
    assert calendar.add_working_days(friday, 1, extra={date(2023, 2, 13)}) == date(2023, 2, 14)
    assert calendar.add_working_days(friday, 1, worked={date(2023, 2, 11)}) == date(2023, 2, 11)
    assert calendar.add_working_days(friday, 0) == friday


@given(st.dates(date(2022, 1, 1), date(2027, 12, 1)), st.integers(0, 30))
def test_counting_working_days_never_lands_on_a_day_off_and_never_goes_back(start: date, count: int) -> None:
    reached = calendar.add_working_days(start, count)

    assert reached >= start + timedelta(days=count)
    assert count == 0 or not calendar.is_day_off(reached)


def test_days_left_are_zero_on_the_day_itself_and_negative_when_late() -> None:
    assert calendar.days_left(date(2023, 2, 10), date(2023, 2, 10)) == 0
    assert calendar.days_left(date(2023, 2, 9), date(2023, 2, 10)) == -1


def test_a_deadline_ends_at_midnight_in_ha_noi_not_in_greenwich() -> None:
    assert clock.day_of(clock.moment(date(2022, 12, 19), 23, 59)) == date(2022, 12, 19)
    assert clock.day_of(clock.moment(date(2022, 12, 20), 0, 0)) == date(2022, 12, 20)


def test_a_demonstration_shifts_the_clock_by_its_offset() -> None:
    before = clock.now()
    clock.set_offset(timedelta(days=-1000))
    try:
        assert clock.offset() == timedelta(days=-1000)
        assert clock.now() < before - timedelta(days=999)
    finally:
        clock.set_offset(timedelta())

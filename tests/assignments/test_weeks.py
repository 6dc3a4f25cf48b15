"""Weeks of weekly work."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danban.assignments.rules import is_weekly, monday_of, weeks_of
from tests.cast import TODAY

MONDAY = date(2023, 2, 6)
DAYS = st.dates(date(2022, 1, 1), date(2024, 1, 1))


@pytest.mark.parametrize(
    ("rrule", "weekly"),
    [
        ("FREQ=WEEKLY;BYDAY=FR,SA", True),
        ("FREQ=WEEKLY", True),
        ("FREQ=WEEKLY;INTERVAL=2", False),
        ("FREQ=MONTHLY", False),
        ("", False),
    ],
)
def test_a_rhythm_counts_in_weeks_or_it_does_not(rrule: str, weekly: bool) -> None:
    assert is_weekly(rrule) is weekly


def test_the_running_week_is_not_missing_yet_and_the_last_one_tells_whether_work_lags() -> None:
    first = MONDAY - timedelta(days=20)

    silent = weeks_of(first, TODAY, set(), today=TODAY)
    caught_up = weeks_of(first, TODAY, {MONDAY - timedelta(days=7)}, today=TODAY)
    this_week = weeks_of(first, TODAY, {MONDAY}, today=TODAY)

    assert (silent.total, len(silent.missing), silent.current, silent.is_behind) == (3, 3, MONDAY, True)
    assert (caught_up.is_behind, caught_up.noted, len(caught_up.missing)) == (False, (MONDAY - timedelta(days=7),), 2)
    assert (this_week.is_current_noted, this_week.is_behind) == (True, True)
    assert [monday for monday, _ in caught_up.all] == sorted(caught_up.noted + caught_up.missing, reverse=True)
    assert dict(caught_up.all)[MONDAY - timedelta(days=7)]


def test_work_given_this_week_misses_nothing() -> None:
    weeks = weeks_of(TODAY, TODAY, set(), today=TODAY)

    assert (weeks.total, weeks.current, weeks.is_behind) == (0, MONDAY, False)


def test_work_that_ended_has_no_running_week() -> None:
    weeks = weeks_of(MONDAY - timedelta(days=14), MONDAY - timedelta(days=10), set(), today=TODAY)

    assert (weeks.current, weeks.total) == (None, 1)


@given(DAYS, DAYS, st.sets(DAYS.map(monday_of), max_size=8), DAYS)
def test_every_week_is_told_once(first: date, last: date, noted: set[date], today: date) -> None:
    first, last = min(first, last), max(first, last)

    weeks = weeks_of(first, last, noted, today=max(last, today))

    told = [*weeks.noted, *weeks.missing, *([weeks.current] if weeks.current else [])]
    assert len(told) == len(set(told)) == (monday_of(last) - monday_of(first)).days // 7 + 1
    assert all(monday.weekday() == 0 and monday_of(first) <= monday <= last for monday in told)
    assert set(weeks.noted) <= noted
    assert not set(weeks.missing) & noted

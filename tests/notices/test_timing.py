"""Quiet hours, the daily gathering, and growing waits after failures, in Hà Nội's hours."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danban.kit import clock
from danban.kit.clock import HANOI
from danban.notices.models import Preference
from danban.notices.rules.timing import MOST_TRIES, WAITS, after_quiet_hours, leaves_at, next_try_at
from danban.notices.states import Digest

DAY = date(2023, 2, 10)


def _at(hour: int, minute: int = 0, *, days: int = 0) -> datetime:
    return clock.moment(DAY + timedelta(days=days), hour, minute)


@pytest.mark.parametrize(
    ("told", "leaves"),
    [
        (_at(9), _at(9)),
        (_at(20, 59), _at(20, 59)),
        (_at(21), _at(6, 30, days=1)),
        (_at(23, 59), _at(6, 30, days=1)),
        (_at(0), _at(6, 30)),
        (_at(6, 29), _at(6, 30)),
        (_at(6, 30), _at(6, 30)),
    ],
)
def test_nothing_leaves_from_nine_in_the_evening_to_half_past_six(told: datetime, leaves: datetime) -> None:
    assert leaves_at(Preference(), is_urgent=False, at=told) == leaves
    assert leaves_at(Preference(), is_urgent=True, at=told) == told


def test_quiet_hours_may_lie_inside_a_day_or_not_be_at_all() -> None:
    noon = Preference(quiet_from=time(11, 30), quiet_to=time(13, 30))
    never = Preference(quiet_from=time(9), quiet_to=time(9))

    assert after_quiet_hours(noon, _at(12)) == _at(13, 30)
    assert after_quiet_hours(noon, _at(23)) == _at(23)
    assert after_quiet_hours(never, _at(9)) == _at(9)


def test_a_digest_is_gathered_at_seven_or_when_the_quiet_hours_end() -> None:
    assert leaves_at(Preference(digest=Digest.DAILY), is_urgent=False, at=_at(7)) == _at(7, days=1)
    assert leaves_at(Preference(digest=Digest.DAILY), is_urgent=False, at=_at(6, 59)) == _at(7)
    late_riser = Preference(digest=Digest.DAILY, quiet_to=time(9))
    assert leaves_at(late_riser, is_urgent=False, at=_at(7, 30)) == _at(9, days=1)
    assert leaves_at(late_riser, is_urgent=True, at=_at(7, 30)) == _at(7, 30)


def test_waits_grow_and_the_last_try_is_the_last() -> None:
    tries = [next_try_at(Preference(), tries=n, is_urgent=False, at=_at(9)) for n in range(1, MOST_TRIES + 1)]

    assert tries == [*(_at(9) + wait for wait in WAITS), None]
    assert list(WAITS) == sorted(WAITS)


def test_a_new_try_does_not_wake_anybody() -> None:
    assert next_try_at(Preference(), tries=4, is_urgent=False, at=_at(20)) == _at(6, 30, days=1)
    assert next_try_at(Preference(), tries=4, is_urgent=True, at=_at(20)) == _at(22)


@given(
    at=st.datetimes(datetime(2023, 1, 1), datetime(2024, 1, 1), timezones=st.just(HANOI)),
    quiet_from=st.times(),
    quiet_to=st.times(),
    digest=st.sampled_from(Digest.values),
)
def test_what_leaves_never_leaves_early_nor_more_than_two_days_late(
    at: datetime, quiet_from: time, quiet_to: time, digest: str
) -> None:
    wish = Preference(quiet_from=quiet_from, quiet_to=quiet_to.replace(second=0, microsecond=0), digest=digest)

    leaves = leaves_at(wish, is_urgent=False, at=at)

    assert at <= leaves <= at + timedelta(days=2)
    assert after_quiet_hours(wish, leaves) == leaves

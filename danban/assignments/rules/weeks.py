"""Weeks of weekly work, each told by its Monday: which are expected, which were noted, whether one lags behind."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from danban.campaigns.models import Assignment, Campaign
from danban.kit.clock import day_of

ONE_WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Weeks:
    """The weeks of one assignment, the latest first; the running one is not expected yet.

    ``noted`` and ``missing`` are Mondays of weeks that are over; ``is_current_noted`` speaks of the running week.
    """

    noted: tuple[date, ...]
    missing: tuple[date, ...]
    current: date | None
    is_current_noted: bool

    @property
    def is_behind(self) -> bool:
        """Whether the last week that is over has no note."""
        return bool(self.missing) and (not self.noted or self.missing[0] > self.noted[0])

    @property
    def total(self) -> int:
        """How many weeks are over."""
        return len(self.noted) + len(self.missing)

    @property
    def all(self) -> tuple[tuple[date, bool], ...]:
        """Every week that is over with whether it was noted, the latest first."""
        marked = [*((monday, True) for monday in self.noted), *((monday, False) for monday in self.missing)]
        return tuple(sorted(marked, reverse=True))


def is_weekly(rrule: str) -> bool:
    """Whether a rhythm (RFC 5545) counts in single weeks; other rhythms have no weeks to note."""
    parts = rrule.split(";")
    return "FREQ=WEEKLY" in parts and not any(part.startswith("INTERVAL=") for part in parts)


def monday_of(day: date) -> date:
    """The Monday of the week a day lies in."""
    return day - timedelta(days=day.weekday())


def first_day_of(campaign: Campaign) -> date:
    """From when work of a year may be noted: its plan was issued, or launched where that came first."""
    launched = day_of(campaign.launched_at)
    return min(campaign.issued_on, launched) if campaign.issued_on else launched


def last_day_of(assignment: Assignment, done_on: date | None, today: date) -> date:
    """Until when weeks are expected: the work was finished or taken back, the year closed, or today."""
    ends = [today, done_on]
    ends += [day_of(at) for at in (assignment.withdrawn_at, assignment.campaign.closed_at) if at]
    return min(end for end in ends if end)


def weeks_of(first: date, last: date, noted: Collection[date], *, today: date) -> Weeks:
    """The weeks from ``first`` to ``last`` (days of any weekday); ``noted`` are Mondays."""
    monday, this = monday_of(last), monday_of(today)
    over = [monday - ONE_WEEK * back for back in range((monday - monday_of(first)).days // 7 + 1)]
    current = this if this in over else None
    return Weeks(
        noted=tuple(one for one in over if one in noted and one != this),
        missing=tuple(one for one in over if one not in noted and one != this),
        current=current,
        is_current_noted=current in noted,
    )

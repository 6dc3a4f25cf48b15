"""What every question about what waits is handed, and what it answers with."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from danban.campaigns.models import Assignment
from danban.kit.actor import Actor
from danban.kit.clock import day_of
from danban.overviews.queries.tallies import Tally
from danban.overviews.queries.years import Year

STAYS = timedelta(days=30)
"""For so long a thing that waited stays on the page after it was done."""
Side = Literal["mine", "theirs", "done"]


@dataclass(frozen=True)
class Look:
    """One office on one day. ``assignments`` are what the plan gives its body; ``below`` one tally a unit below."""

    year: Year
    actor: Actor
    today: date
    assignments: Sequence[Assignment]
    below: Sequence[Tally]

    @property
    def since(self) -> date:
        """What was done before this day is no longer shown."""
        return self.today - STAYS


@dataclass(frozen=True)
class Wait:
    """One line: something waits for the office, the office waits for something, or something that waited is done.

    ``code`` says what kind of thing and leads to its page; ``thing`` is an id there. ``count`` is how many there
    are, ``since`` how long it waits (the oldest), ``due`` the last day in time (the nearest), ``done_on`` the day
    of what is done (the latest).
    """

    side: Side
    code: str
    sentence: str
    count: int = 1
    since: date | None = None
    due: date | None = None
    thing: int | None = None
    done_on: date | None = None


@dataclass(frozen=True)
class Waits:
    """``mine`` waits for the office, ``theirs`` is what it waits for, ``done`` what waited for it and was done."""

    mine: tuple[Wait, ...] = ()
    theirs: tuple[Wait, ...] = ()
    done: tuple[Wait, ...] = ()


Question = Callable[[Look], Iterable[Wait]]


def day_or_none(at: datetime | None) -> date | None:
    """The civil day of a moment, if there is one."""
    return day_of(at) if at else None

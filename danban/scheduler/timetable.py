"""A timetable: who meets when, what it costs, how far from the best it can be, what could not be met."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

UNPLACED = 1_000_000
"""What a conference without a session costs: more than any timetable saves by leaving one out."""


@dataclass(frozen=True)
class Shortage:
    """Conferences that cannot all be placed: together they have these sessions and at most so many places.

    ``is_of_pilots``: the district's leaders cannot attend all these pilots.
    """

    place: int
    meetings: tuple[int, ...]
    slots: tuple[int, ...]
    places: int
    is_of_pilots: bool = False


@dataclass(frozen=True)
class Timetable:
    """``slots``: conference → slot number; what is not named has none. ``cost`` leaves those out.

    ``bound``: no timetable that places as many costs less; None where nothing is proven.
    """

    slots: Mapping[int, int]
    cost: int
    bound: int | None = None
    shortages: Sequence[Shortage] = field(default=())

    @property
    def gap(self) -> float | None:
        """How far over the bound, as a share of it; None where nothing is proven."""
        if self.bound is None:
            return None
        return (self.cost - self.bound) / self.bound if self.bound else 0.0

"""What is to be timetabled: sessions, conferences with their halls, leaders free in each session."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property


@dataclass(frozen=True, order=True)
class Slot:
    """A session of a day: 0 morning, 1 afternoon, 2 evening."""

    day: date
    session: int


@dataclass(frozen=True)
class Meeting:
    """One conference. ``costs``: slot number → what holding it then costs; a slot not named is not possible.

    ``hall`` is any number that two conferences in one hall share. ``fixed``: its slot stays, whatever it costs.
    """

    key: int
    commune: int
    hall: int
    costs: Mapping[int, int]
    is_pilot: bool = False
    fixed: int | None = None


@dataclass(frozen=True)
class Commune:
    """``free``: how many of its leaders can attend, for each slot. One attends each conference."""

    key: int
    district: int
    free: Sequence[int]


@dataclass(frozen=True)
class District:
    """``free``: how many of its leaders can attend a pilot, for each slot. One attends each pilot."""

    key: int
    free: Sequence[int]


@dataclass(frozen=True)
class Problem:
    """All of it. ``crowding``: what each further conference of a commune in the same session costs more.

    The pilot of a commune comes before its other conferences; those fixed already stand where they stand.
    """

    slots: Sequence[Slot]
    meetings: Sequence[Meeting]
    communes: Sequence[Commune]
    districts: Sequence[District] = field(default=())
    crowding: int = 0

    @cached_property
    def of_commune(self) -> dict[int, list[Meeting]]:
        """The conferences of each commune, in the order given."""
        found: dict[int, list[Meeting]] = {commune.key: [] for commune in self.communes}
        for meeting in self.meetings:
            found[meeting.commune].append(meeting)
        return found

    def loyal_to(self, before: Mapping[int, int], *, loyalty: int) -> "Problem":
        """The same problem in which leaving a slot of ``before`` costs ``loyalty`` more."""
        meetings = [
            replace(one, costs={s: c + (loyalty if before.get(one.key, s) != s else 0) for s, c in one.costs.items()})
            for one in self.meetings
        ]
        return replace(self, meetings=meetings)

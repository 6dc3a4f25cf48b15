"""Name the leader who attends each conference: free then, in charge of the area where possible, loads even."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np
from scipy.optimize import linear_sum_assignment

from danban.scheduler.problem import Meeting, Slot

_STRANGER, _TRAVEL, _BUSY = 4, 3, 10_000_000


@dataclass(frozen=True)
class Leader:
    """A leader who attends: slot numbers when they cannot, conferences they are in charge of."""

    key: int
    away: frozenset[int] = field(default=frozenset())
    in_charge_of: frozenset[int] = field(default=frozenset())


def name_leaders(
    meetings: Sequence[Meeting], slots: Mapping[int, int], days: Sequence[Slot], leaders: Sequence[Leader]
) -> dict[int, int]:
    """Conference → leader, for the conferences of one commune; a conference nobody is free for is left out.

    Session by session in order: a leader in charge of the place first, then whoever has attended least; going to
    another hall on the same day costs more.
    """
    waiting: dict[int, list[Meeting]] = defaultdict(list)
    for meeting in meetings:
        if meeting.key in slots:
            waiting[slots[meeting.key]].append(meeting)
    work = _Work()
    named: dict[int, int] = {}
    for slot in sorted(waiting):
        here, day = waiting[slot], days[slot].day
        matrix = np.array(
            [[_BUSY if slot in who.away else work.price(who, one, day) for who in leaders] for one in here]
        )
        if not matrix.size:
            continue
        for row, column in zip(*(part.tolist() for part in linear_sum_assignment(matrix)), strict=True):
            if matrix[row, column] < _BUSY:
                leader, meeting = leaders[column], here[row]
                named[meeting.key] = leader.key
                work.take(leader, meeting, day)
    return named


@dataclass
class _Work:
    """What the leaders have attended so far: how often, and on which day in which hall last."""

    loads: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    last: dict[int, tuple[date, int]] = field(default_factory=dict)

    def take(self, leader: Leader, meeting: Meeting, day: date) -> None:
        """One more."""
        self.loads[leader.key] += 1
        self.last[leader.key] = day, meeting.hall

    def price(self, leader: Leader, meeting: Meeting, day: date) -> int:
        """What sending a leader who is free costs."""
        price = self.loads.get(leader.key, 0)
        if meeting.key not in leader.in_charge_of:
            price += _STRANGER
        before, hall = self.last.get(leader.key, (None, meeting.hall))
        return price + (_TRAVEL if before == day and hall != meeting.hall else 0)

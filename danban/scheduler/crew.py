"""Name the leader who attends each conference: free then, in charge of the area where possible, loads even."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

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
    loads: dict[int, int] = defaultdict(int)
    last: dict[int, tuple[object, int]] = {}
    named: dict[int, int] = {}
    for slot in sorted(waiting):
        here = waiting[slot]
        matrix = np.array([[_price(one, who, slot, days, loads, last) for who in leaders] for one in here])
        if not matrix.size:
            continue
        for row, column in zip(*(part.tolist() for part in linear_sum_assignment(matrix)), strict=True):
            if matrix[row, column] < _BUSY:
                leader, meeting = leaders[column], here[row]
                named[meeting.key] = leader.key
                loads[leader.key] += 1
                last[leader.key] = days[slot].day, meeting.hall
    return named


def _price(
    meeting: Meeting, leader: Leader, slot: int, days: Sequence[Slot], loads: Mapping[int, int],
    last: Mapping[int, tuple[object, int]],
) -> int:  # fmt: skip
    if slot in leader.away:
        return _BUSY
    price = loads.get(leader.key, 0)
    if meeting.key not in leader.in_charge_of:
        price += _STRANGER
    day, hall = last.get(leader.key, (None, meeting.hall))
    if day == days[slot].day and hall != meeting.hall:
        price += _TRAVEL
    return price

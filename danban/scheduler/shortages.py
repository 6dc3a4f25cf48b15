"""Name what cannot be met: conferences whose sessions together have too few places (Hall's condition)."""

from collections.abc import Mapping

from danban.scheduler.commune import _NEVER, CommuneChoices
from danban.scheduler.problem import District
from danban.scheduler.timetable import Shortage


def of_commune(commune: CommuneChoices, pilot: int, placed: Mapping[int, int]) -> list[Shortage]:
    """For each conference left out: those it competes with, all their sessions, how many places these have."""
    first = (pilot if commune.pilot is not None else commune.begun) + 1
    rows = {one.key: row for row, one in enumerate(commune.rest)}
    open_to = {
        key: [slot for slot in range(max(first, 0), commune.width) if commune.costs[row, slot] < _NEVER]
        for key, row in rows.items()
    }
    holders: dict[int, list[int]] = {}
    for key, slot in placed.items():
        if key in rows:
            holders.setdefault(slot, []).append(key)
    found = []
    named: set[int] = set()
    for key in rows:
        if key in placed or key in named:
            continue
        meetings, slots = _closure(key, open_to, holders)
        named |= meetings
        places = sum(int(commune.free[slot]) for slot in slots)
        found.append(Shortage(commune.commune.key, tuple(sorted(meetings)), tuple(sorted(slots)), places))
    return found


def of_pilots(communes: list[CommuneChoices], district: District | None, slots: Mapping[int, int]) -> list[Shortage]:
    """The pilots the district's leaders cannot attend."""
    waiting = [one for one in communes if one.pilot is not None]
    lost = [one for one in waiting if slots[one.commune.key] < 0]
    if not lost:
        return []
    open_to = {
        one.commune.key: [slot for slot in range(one.width) if one.pilot_costs[slot] < _NEVER] for one in waiting
    }
    holders: dict[int, list[int]] = {}
    for one in waiting:
        if slots[one.commune.key] >= 0:
            holders.setdefault(slots[one.commune.key], []).append(one.commune.key)
    pilots = {one.commune.key: one.pilot.key for one in waiting if one.pilot is not None}
    found = []
    named: set[int] = set()
    for one in lost:
        if one.commune.key in named:
            continue
        keys, sessions = _closure(one.commune.key, open_to, holders)
        named |= keys
        places = sum(district.free[slot] for slot in sessions) if district else len(sessions)
        place = district.key if district else one.commune.district
        meetings = tuple(sorted(pilots[key] for key in keys))
        found.append(Shortage(place, meetings, tuple(sorted(sessions)), places, is_of_pilots=True))
    return found


def _closure(
    start: int, open_to: Mapping[int, list[int]], holders: Mapping[int, list[int]]
) -> tuple[set[int], set[int]]:
    """From one left out: its sessions, who holds these, their sessions, and so on."""
    reached, slots, waiting = {start}, set[int](), [start]
    while waiting:
        for slot in open_to[waiting.pop()]:
            if slot in slots:
                continue
            slots.add(slot)
            for key in holders.get(slot, ()):
                if key not in reached:
                    reached.add(key)
                    waiting.append(key)
    return reached, slots

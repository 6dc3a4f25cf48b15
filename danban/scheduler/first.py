"""An instant answer: pilots first, then whoever has the fewest sessions to choose from. Proves nothing."""

from collections import defaultdict

from danban.scheduler.problem import Meeting, Problem
from danban.scheduler.timetable import Timetable

_EARLY = 0.4


def propose_first(problem: Problem) -> Timetable:
    """A timetable that keeps every rule; conferences it finds no session for stay without one."""
    places = _Places(problem)
    for meeting in problem.meetings:
        if meeting.fixed is not None:
            places.take(meeting, meeting.fixed)
    waiting = [meeting for meeting in problem.meetings if meeting.fixed is None]
    for meeting in sorted(waiting, key=lambda one: (not one.is_pilot, len(one.costs), one.key)):
        best = min(places.choices(meeting), default=None)
        if best is not None:
            places.take(meeting, best[1])
    return Timetable(dict(places.taken), places.cost)


class _Places:
    """Which sessions are still to be had."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.free = {commune.key: list(commune.free) for commune in problem.communes}
        self.district_of = {commune.key: commune.district for commune in problem.communes}
        self.district_free = {district.key: list(district.free) for district in problem.districts}
        self.halls: set[tuple[int, int]] = set()
        self.pilots: dict[int, int] = {}
        self.crowd: dict[tuple[int, int], int] = defaultdict(int)
        self.taken: dict[int, int] = {}
        self.cost = 0
        self.has_pilot = {one.commune for one in problem.meetings if one.is_pilot}

    def choices(self, meeting: Meeting) -> list[tuple[float, int]]:
        """What each possible session would cost, with its number."""
        commune = meeting.commune
        latest = len(self.problem.slots) * _EARLY if meeting.is_pilot else len(self.problem.slots)
        after = -1 if meeting.is_pilot else self.pilots.get(commune, -1)
        found = []
        for slot, cost in meeting.costs.items():
            if slot <= after or slot > latest or self.free[commune][slot] < 1 or (meeting.hall, slot) in self.halls:
                continue
            if meeting.is_pilot and self._district_free(commune, slot) < 1:
                continue
            haste = slot * 0.6 if meeting.is_pilot else 0.0
            found.append((cost + haste + self.problem.crowding * self.crowd[commune, slot], slot))
        return found

    def _district_free(self, commune: int, slot: int) -> int:
        free = self.district_free.get(self.district_of[commune])
        return free[slot] if free is not None else 1

    def take(self, meeting: Meeting, slot: int) -> None:
        """Put a conference into a session."""
        commune = meeting.commune
        self.taken[meeting.key] = slot
        self.cost += meeting.costs.get(slot, 0) + self.problem.crowding * self.crowd[commune, slot]
        self.crowd[commune, slot] += 1
        self.free[commune][slot] -= 1
        self.halls.add((meeting.hall, slot))
        if meeting.is_pilot:
            self.pilots[commune] = slot
            free = self.district_free.get(self.district_of[commune])
            if free is not None:
                free[slot] -= 1

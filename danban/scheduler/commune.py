"""One commune: the cheapest sessions of its conferences for each session of its pilot, exactly.

For a pilot's session the rest is an assignment problem: conferences to places, a session having as many places
as leaders are free, each further one dearer by ``crowding``. That two conferences share a hall is left out of it
at first; where the answer puts both into one session, one of them is forbidden it and both cases are tried
(branch and bound), so the answer stays exact.
"""

import heapq
from itertools import count

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

from danban.scheduler.problem import Commune, Meeting, Problem
from danban.scheduler.timetable import UNPLACED

Costs = NDArray[np.int64]
_NEVER = 10 * UNPLACED


class CommuneChoices:
    """What the conferences of a commune cost, by the session of its pilot. ``slot`` -1: there is no pilot to place."""

    def __init__(self, problem: Problem, commune: Commune) -> None:
        meetings = problem.of_commune[commune.key]
        self.commune = commune
        self.width = len(problem.slots)
        self.crowding = problem.crowding
        self.fixed = [one for one in meetings if one.fixed is not None]
        self.pilot = next((one for one in meetings if one.is_pilot and one.fixed is None), None)
        self.rest = [one for one in meetings if one.fixed is None and one is not self.pilot]
        self.begun = max((one.fixed for one in self.fixed if one.is_pilot and one.fixed is not None), default=-1)
        self.free = np.array(commune.free, dtype=np.int64)
        self.used = np.zeros(self.width, dtype=np.int64)
        taken = set()
        for one in self.fixed:
            assert one.fixed is not None
            self.used[one.fixed] += 1
            taken.add((one.hall, one.fixed))
        self.free = np.maximum(self.free - self.used, 0)
        self.fixed_cost = self._cost_of_fixed()
        self.costs = np.array([self._row(one, taken) for one in self.rest], dtype=np.int64)
        self.costs = self.costs.reshape(len(self.rest), self.width)
        self.pilot_costs = self._pilot_row(taken)
        self.bounds = self._bounds()
        self.known: dict[int, tuple[int, dict[int, int]]] = {}

    def _row(self, meeting: Meeting, taken: set[tuple[int, int]]) -> Costs:
        row = np.full(self.width, _NEVER, dtype=np.int64)
        for slot, cost in meeting.costs.items():
            if (meeting.hall, slot) not in taken and self.free[slot] > 0:
                row[slot] = cost
        return row

    def _pilot_row(self, taken: set[tuple[int, int]]) -> Costs:
        if self.pilot is None:
            return np.zeros(self.width, dtype=np.int64)
        row = self._row(self.pilot, taken)
        possible = row < _NEVER
        row[possible] += self.crowding * self.used[possible]
        return row

    def _cost_of_fixed(self) -> int:
        whole = sum(one.costs.get(one.fixed, 0) for one in self.fixed if one.fixed is not None)
        return whole + self.crowding * int((self.used * (self.used - 1) // 2).sum())

    def _bounds(self) -> Costs:
        """For each session of the pilot, no less than this: every other conference at its best afterwards."""
        if not len(self.rest):
            return self.pilot_costs
        later = np.full((len(self.rest), self.width + 1), UNPLACED, dtype=np.int64)
        np.minimum.accumulate(np.minimum(self.costs, UNPLACED)[:, ::-1], axis=1, out=later[:, :-1][:, ::-1])
        best: Costs = self.pilot_costs + later[:, 1:].sum(axis=0)
        return best

    def at(self, slot: int) -> tuple[int, dict[int, int]]:
        """The cost with the pilot in a session, and who meets when; conferences without a session are left out."""
        if slot not in self.known:
            self.known[slot] = self._solve(slot)
        return self.known[slot]

    def bound_of_rest(self) -> int:
        """What the others cost at least, with the crowd and the leaders free, wherever the pilot is."""
        return self._assign(self.costs, self.begun + 1)[0]

    def without_pilot(self) -> tuple[int, dict[int, int]]:
        """What is left when the pilot finds no session: the others wait for it, but are placed all the same."""
        if -1 not in self.known:
            cost, chosen = self._place(self.costs, self.begun + 1)
            placed = {one.key: at for one, at in zip(self.rest, chosen, strict=True) if at >= 0}
            self.known[-1] = cost + UNPLACED, placed
        return self.known[-1]

    def _solve(self, slot: int) -> tuple[int, dict[int, int]]:
        start = slot if self.pilot is not None else self.begun
        cost, chosen = self._place(self.costs, start + 1)
        placed = {one.key: at for one, at in zip(self.rest, chosen, strict=True) if at >= 0}
        if self.pilot is not None:
            cost += int(self.pilot_costs[slot])
            placed[self.pilot.key] = slot
        return cost, placed

    def _place(self, costs: Costs, first: int) -> tuple[int, list[int]]:
        """The cheapest sessions from ``first`` on; -1 for none. Best first, so the first without a clash is it."""
        order = count()
        cost, chosen = self._assign(costs, first)
        heap = [(cost, next(order), chosen, costs)]
        while True:
            cost, _, chosen, costs = heapq.heappop(heap)
            clash = self._clash(chosen)
            if clash is None:
                return cost, chosen
            for row in clash:
                narrower = costs.copy()
                narrower[row, chosen[row]] = _NEVER
                cost, answer = self._assign(narrower, first)
                heapq.heappush(heap, (cost, next(order), answer, narrower))

    def _assign(self, costs: Costs, first: int) -> tuple[int, list[int]]:
        rows = len(self.rest)
        if not rows:
            return 0, []
        sessions, step = self._columns(first)
        matrix = np.full((rows, len(sessions) + rows), UNPLACED, dtype=np.int64)
        matrix[:, : len(sessions)] = costs[:, sessions] + step
        chosen_rows, chosen = linear_sum_assignment(matrix)
        whole = int(matrix[chosen_rows, chosen].sum())
        return whole, [int(sessions[at]) if at < len(sessions) else -1 for at in chosen.tolist()]

    def _columns(self, first: int) -> tuple[Costs, Costs]:
        """The places from a session on: their session, and what each costs more for the crowd before it."""
        most = min(int(self.free[first:].max(initial=0)), len(self.rest))
        sessions, steps = [], []
        numbers = np.arange(first, self.width)
        for place in range(most):
            here = numbers[self.free[first:] > place]
            sessions.append(here)
            steps.append(self.crowding * (place + self.used[here]))
        if not sessions:
            return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
        return np.concatenate(sessions), np.concatenate(steps)

    def _clash(self, chosen: list[int]) -> tuple[int, int] | None:
        """Two conferences of one hall in one session."""
        seen: dict[tuple[int, int], int] = {}
        for row, slot in enumerate(chosen):
            if slot < 0:
                continue
            place = (self.rest[row].hall, slot)
            if place in seen:
                return seen[place], row
            seen[place] = row
        return None

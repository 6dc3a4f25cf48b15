"""The cheapest timetable of a whole city, proven: districts one by one, each an assignment of pilots to sessions.

What a commune costs with its pilot in a session is bounded from below at once and found exactly only where the
assignment chooses it; then it is assigned again, until all that is chosen is exact. Since the bounds never lie
above the truth, the last assignment is the cheapest there is.
"""

import numpy as np
from scipy.optimize import linear_sum_assignment

from danban.scheduler.commune import CommuneChoices, Costs
from danban.scheduler.problem import District, Problem
from danban.scheduler.shortages import of_commune, of_pilots
from danban.scheduler.timetable import UNPLACED, Shortage, Timetable


def propose(problem: Problem) -> Timetable:
    """The cheapest timetable that places the most conferences; what cannot be placed is named."""
    choices = {commune.key: CommuneChoices(problem, commune) for commune in problem.communes}
    of_district: dict[int, list[CommuneChoices]] = {}
    for commune in problem.communes:
        of_district.setdefault(commune.district, []).append(choices[commune.key])
    known = {district.key: district for district in problem.districts}
    slots: dict[int, int] = {}
    cost = 0
    shortages: list[Shortage] = []
    for key, communes in of_district.items():
        part = _solve_district(communes, known.get(key), len(problem.slots))
        for one, slot in part.items():
            cost += _settle(choices[one], slot, slots, shortages)
        shortages += of_pilots(communes, known.get(key), part)
    return Timetable(slots, cost, cost, shortages)


def _settle(commune: CommuneChoices, slot: int, slots: dict[int, int], shortages: list[Shortage]) -> int:
    """Write down what a commune got; returns its cost without what stands for conferences left out."""
    cost, placed = commune.at(slot) if slot >= 0 or commune.pilot is None else commune.without_pilot()
    slots.update(placed)
    slots.update({one.key: one.fixed for one in commune.fixed if one.fixed is not None})
    wanted = len(commune.rest) + (commune.pilot is not None)
    left_out = wanted - len(placed)
    if left_out:
        shortages += of_commune(commune, slot, placed)
    return commune.fixed_cost + cost - left_out * UNPLACED


def _solve_district(communes: list[CommuneChoices], district: District | None, width: int) -> dict[int, int]:
    """For each commune the session of its pilot; -1 where it has none to place or none can be had."""
    waiting = [one for one in communes if one.pilot is not None]
    slots = {one.commune.key: -1 for one in communes}
    if not waiting:
        return slots
    free = _free(communes, district, width, len(waiting))
    columns = np.repeat(np.arange(width), free)
    bounds = np.array([one.bounds for one in waiting])
    exact = np.zeros_like(bounds, dtype=bool)
    while True:
        chosen = _assign(waiting, bounds, columns)
        rough = [(row, slot) for row, slot in enumerate(chosen) if slot >= 0 and not exact[row, slot]]
        if not rough:
            break
        for row, slot in rough:
            bounds[row, slot] = waiting[row].at(slot)[0]
            exact[row, slot] = True
    slots.update({one.commune.key: slot for one, slot in zip(waiting, chosen, strict=True)})
    return slots


def _assign(waiting: list[CommuneChoices], bounds: Costs, columns: Costs) -> list[int]:
    """One session each; a commune whose pilot finds none has a column of its own, dearer than any session."""
    rows = len(waiting)
    matrix = np.full((rows, len(columns) + rows), 100 * UNPLACED, dtype=np.int64)
    matrix[:, : len(columns)] = bounds[:, columns]
    for row, one in enumerate(waiting):
        matrix[row, len(columns) + row] = one.without_pilot()[0]
    _, chosen = linear_sum_assignment(matrix)
    return [int(columns[at]) if at < len(columns) else -1 for at in chosen.tolist()]


def _free(communes: list[CommuneChoices], district: District | None, width: int, most: int) -> Costs:
    """How many pilots each session can still take."""
    if district is None:
        return np.full(width, most, dtype=np.int64)
    free = np.array(district.free, dtype=np.int64)
    for one in communes:
        for meeting in one.fixed:
            if meeting.is_pilot and meeting.fixed is not None:
                free[meeting.fixed] -= 1
    return np.clip(free, 0, most)

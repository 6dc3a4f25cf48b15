"""An independent check of a timetable: written from the rules, knowing nothing of how one is found."""

from collections import Counter
from itertools import product

from danban.scheduler import Problem


def cost_of(problem: Problem, slots: dict[int, int]) -> int:
    """What a timetable costs; raises ``AssertionError`` for a rule it breaks."""
    communes = {one.key: one for one in problem.communes}
    districts = {one.key: one for one in problem.districts}
    crowd, halls, pilots = Counter[tuple[int, int]](), Counter[tuple[int, int]](), Counter[tuple[int, int]]()
    whole = 0
    begun = {one.commune: slots[one.key] for one in problem.meetings if one.is_pilot and one.key in slots}
    for one in problem.meetings:
        if one.key not in slots:
            assert one.fixed is None, f"{one.key} was fixed and has no session"
            continue
        slot = slots[one.key]
        assert one.fixed in (None, slot), f"{one.key} was moved"
        assert one.fixed is not None or slot in one.costs, f"{one.key} in a session it cannot have"
        whole += one.costs.get(slot, 0) + problem.crowding * crowd[one.commune, slot]
        crowd[one.commune, slot] += 1
        halls[one.hall, slot] += 1
        if one.is_pilot:
            pilots[communes[one.commune].district, slot] += 1
        elif one.fixed is None and one.commune in begun:
            assert slot > begun[one.commune], f"{one.key} meets before the pilot"
    assert max(halls.values(), default=0) <= 1, "a hall twice"
    assert all(count <= communes[key].free[slot] for (key, slot), count in crowd.items()), "a leader in two places"
    for (key, slot), count in pilots.items():
        assert key not in districts or count <= districts[key].free[slot], "a district leader in two places"
    return whole


def best_of(problem: Problem) -> tuple[int, int]:
    """How many conferences can be placed at most, and the least that costs, by trying everything."""
    best = (0, 0)
    choices = [[*one.costs, None] if one.fixed is None else [one.fixed] for one in problem.meetings]
    for tried in product(*choices):
        slots = {one.key: slot for one, slot in zip(problem.meetings, tried, strict=True) if slot is not None}
        try:
            found = (len(slots), -cost_of(problem, slots))
        except AssertionError:
            continue
        best = max(best, found)
    return best[0], -best[1]

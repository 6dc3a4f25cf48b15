"""How well and how fast a whole city is timetabled: ``python -m benchmarks.schedule``.

5,400 villages of 579 communes of 30 districts, then the 579 commune conferences. The greedy answer is measured in the
same run; every timetable passes the tests' independent checker. Machine time, no database.
"""

import random
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

from danban.kit.calendar import tet
from danban.scheduler import (
    Commune,
    District,
    Meeting,
    Problem,
    Slot,
    Timetable,
    bound_of,
    propose,
    propose_first,
)
from tests.scheduler.checking import cost_of

DISTRICTS, COMMUNES, VILLAGES = 30, 579, 5_400
FIRST, LAST = date(2023, 1, 28), date(2023, 2, 28)
COMMUNE_DAYS = [date(2023, 3, 1) + timedelta(days=number) for number in range(10)]
LOYALTY, CHANGED = 1_000, 20
T = TypeVar("T")
_VILLAGE = {(False, 2): 1, (True, 0): 1, (True, 1): 2, (True, 2): 2}


def main() -> None:
    """Print every figure."""
    villages = city(random.Random(2023))
    greedy, first_s = timed(lambda: propose_first(villages))
    best, best_s = timed(lambda: propose(villages))
    bound, bound_s = timed(lambda: bound_of(villages))
    for found in (greedy, best):
        assert cost_of(villages, dict(found.slots)) == found.cost
    print(f"{VILLAGES} villages, {COMMUNES} communes, {len(villages.slots)} sessions")
    say("greedy", villages, greedy, best, first_s)
    say("exact", villages, best, best, best_s)
    print(f"quick bound {bound} in {bound_s:.2f} s; the first answer lies at most {over(greedy.cost, bound)} above it")
    after = communes(villages, best)
    plan, plan_s = timed(lambda: propose(after))
    assert cost_of(after, dict(plan.slots)) == plan.cost
    say("commune conferences", after, plan, plan, plan_s)
    single(villages)
    replan(villages, best)


def city(chance: random.Random) -> Problem:
    """Evenings and weekends of the window, Tết closed; 1 to 3 leaders a commune, some of them away; shared halls."""
    slots = [
        Slot(day, session)
        for day in (FIRST + timedelta(days=number) for number in range((LAST - FIRST).days + 1))
        if day not in tet(day.year)
        for session in range(3)
        if (day.weekday() >= 5, session) in _VILLAGE
    ]
    of = [chance.randrange(COMMUNES) for _ in range(VILLAGES - COMMUNES)] + list(range(COMMUNES))
    begun: set[int] = set()
    meetings = []
    for key, commune in enumerate(sorted(of)):
        hall = key - 1 if begun >= {commune} and chance.random() < 0.08 else key
        costs = _costs(slots, chance)
        meetings.append(Meeting(key, commune, hall, costs, is_pilot=commune not in begun))
        begun.add(commune)
    sizes = {commune: of.count(commune) for commune in range(COMMUNES)}
    leading = [Commune(key, key % DISTRICTS, [_free(chance, sizes[key]) for _ in slots]) for key in range(COMMUNES)]
    districts = [District(key, [2] * len(slots)) for key in range(DISTRICTS)]
    return Problem(slots, meetings, leading, districts, crowding=2)


def _free(chance: random.Random, size: int) -> int:
    leaders = 1 + (size > 6) + (size > 12)
    return max(leaders - (chance.random() < 0.15), 0)


def _costs(slots: list[Slot], chance: random.Random) -> dict[int, int]:
    """Later weeks a little dearer; every third village has a wish."""
    wish = chance.randrange(len(slots)) if chance.random() < 0.33 else None
    costs = {
        at: _VILLAGE[slot.day.weekday() >= 5, slot.session] + (slot.day - FIRST).days // 7 + 5 * (wish is not None)
        for at, slot in enumerate(slots)
    }
    return costs | ({} if wish is None else {wish: 0})


def communes(villages: Problem, found: Timetable) -> Problem:
    """One conference a commune in working hours after its last village; a district sends one leader to each."""
    slots = [Slot(day, session) for day in COMMUNE_DAYS if day.weekday() < 5 for session in (0, 1)]
    last: dict[int, date] = {}
    for one in villages.meetings:
        if one.key in found.slots:
            day = villages.slots[found.slots[one.key]].day
            last[one.commune] = max(last.get(one.commune, day), day)
    meetings = [
        Meeting(
            key, key % DISTRICTS, key,
            {at: 1 + slot.session for at, slot in enumerate(slots) if slot.day > last.get(key, FIRST)},
        )
        for key in range(COMMUNES)
    ]  # fmt: skip
    return Problem(slots, meetings, [Commune(key, 0, [3] * len(slots)) for key in range(DISTRICTS)], crowding=2)


def single(villages: Problem) -> None:
    """The largest commune by itself."""
    largest = max(villages.communes, key=lambda one: len(villages.of_commune[one.key]))
    alone = replace(villages, meetings=villages.of_commune[largest.key], communes=[largest])
    _, seconds = timed(lambda: propose(alone))
    print(f"one commune of {len(alone.meetings)} villages: {seconds:.3f} s")


def replan(villages: Problem, before: Timetable) -> None:
    """Some conferences lose the session they have; how many of the others move."""
    lost = set(random.Random(7).sample(sorted(before.slots), CHANGED))
    changed = [
        replace(one, costs={at: cost for at, cost in one.costs.items() if at != before.slots[one.key]})
        if one.key in lost
        else one
        for one in villages.meetings
    ]
    problem = replace(villages, meetings=changed).loyal_to(before.slots, loyalty=LOYALTY)
    after, seconds = timed(lambda: propose(problem))
    cost_of(problem, dict(after.slots))
    moved = sum(after.slots.get(key) != slot for key, slot in before.slots.items() if key not in lost)
    print(f"replanned after {CHANGED} changes: {seconds:.2f} s, {moved} others moved ({moved / len(before.slots):.2%})")


def timed(deed: Callable[[], T]) -> tuple[T, float]:
    """What a deed gives, and its seconds."""
    started = time.perf_counter()
    found = deed()
    return found, time.perf_counter() - started


def over(cost: int, bound: int | None) -> str:
    """A share, or that nothing is proven."""
    return f"{cost / bound - 1:.2%}" if bound else "an unknown share"


def say(name: str, problem: Problem, found: Timetable, best: Timetable, seconds: float) -> None:
    """One line: time, how many placed, cost, distance from the proven bound."""
    gap = f"{found.gap:.2%}" if found.gap is not None else over(found.cost, best.bound)
    placed = f"{len(found.slots)}/{len(problem.meetings)}"
    print(f"{name:>20}: {seconds:6.2f} s, placed {placed}, cost {found.cost}, {gap} over the bound")


if __name__ == "__main__":
    main()

"""The cheapest timetable, checked against trying everything."""

from datetime import date, timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from danban.conferences.rules import closed_day
from danban.scheduler import (
    Commune,
    District,
    Leader,
    Meeting,
    Problem,
    Slot,
    bound_of,
    name_leaders,
    propose,
    propose_first,
    with_bound,
)
from tests.scheduler.checking import best_of, cost_of

DAYS = [Slot(date(2023, 1, 2) + timedelta(days=number), 2) for number in range(6)]


@st.composite
def small_problems(draw: st.DrawFn) -> Problem:
    width = draw(st.integers(1, 4))
    communes = [
        Commune(key, key % 2, draw(st.lists(st.integers(0, 2), min_size=width, max_size=width)))
        for key in range(draw(st.integers(1, 2)))
    ]
    districts = [District(key, draw(st.lists(st.integers(0, 2), min_size=width, max_size=width))) for key in range(2)]
    meetings: list[Meeting] = []
    for commune in communes:
        for number in range(draw(st.integers(0, 3))):
            costs = draw(st.dictionaries(st.integers(0, width - 1), st.integers(0, 9), max_size=width))
            hall = commune.key * 10 + draw(st.integers(0, 1))
            meetings.append(
                Meeting(len(meetings), commune.key, hall, costs, is_pilot=number == 0 and draw(st.booleans()))
            )
    return Problem(DAYS[:width], meetings, communes, districts, crowding=draw(st.integers(0, 3)))


def _waits_for_its_pilot(problem: Problem, slots: dict[int, int]) -> bool:
    return all(one.key in slots for one in problem.meetings if one.is_pilot)


@given(small_problems())
@settings(deadline=None)
def test_no_timetable_places_more_or_costs_less(problem: Problem) -> None:
    found = propose(problem)

    assert cost_of(problem, dict(found.slots)) == found.cost == found.bound
    if _waits_for_its_pilot(problem, dict(found.slots)):
        assert (len(found.slots), found.cost) == best_of(problem)


@given(small_problems())
@settings(deadline=None)
def test_what_is_left_out_is_named_and_truly_lacks_places(problem: Problem) -> None:
    found = propose(problem)

    left_out = {one.key for one in problem.meetings} - set(found.slots)
    assert left_out <= {key for shortage in found.shortages for key in shortage.meetings}


@given(small_problems())
@settings(deadline=None)
def test_the_instant_answer_keeps_every_rule(problem: Problem) -> None:
    first = propose_first(problem)

    assert cost_of(problem, dict(first.slots)) == first.cost


def test_what_is_fixed_stays_and_the_others_go_around_it() -> None:
    meetings = [Meeting(1, 1, 1, {0: 9, 1: 0}, fixed=0), Meeting(2, 1, 2, {0: 0, 1: 5}), Meeting(3, 1, 1, {0: 0, 2: 1})]
    problem = Problem(DAYS[:3], meetings, [Commune(1, 1, [1, 1, 1])])

    found = propose(problem)

    assert found.slots == {1: 0, 2: 1, 3: 2}
    assert found.cost == 9 + 5 + 1


def test_four_villages_three_sessions_one_leader_is_named() -> None:
    meetings = [Meeting(key, 1, key, {0: 1, 1: 1, 2: 1}) for key in range(4)]
    problem = Problem(DAYS[:3], meetings, [Commune(1, 1, [1, 1, 1])])

    found = propose(problem)

    assert len(found.slots) == 3
    [shortage] = found.shortages
    assert (len(shortage.meetings), len(shortage.slots), shortage.places) == (4, 3, 3)


def test_after_one_change_nobody_else_moves_without_need() -> None:
    meetings = [Meeting(key, 1, key, {slot: slot for slot in range(6)}) for key in range(4)]
    problem = Problem(DAYS, meetings, [Commune(1, 1, [1] * 6)])
    before = dict(propose(problem).slots)
    lost = next(key for key, slot in before.items() if slot == 0)
    changed = [
        Meeting(one.key, 1, one.hall, {s: c for s, c in one.costs.items() if one.key != lost or s != 0})
        for one in meetings
    ]

    after = propose(Problem(DAYS, changed, problem.communes).loyal_to(before, loyalty=1000)).slots

    assert {key for key in before if after[key] != before[key]} == {lost}


def test_leaders_are_free_in_charge_and_evenly_loaded() -> None:
    meetings = [Meeting(key, 1, key, {key // 2: 0}) for key in range(4)]
    slots = {0: 0, 1: 0, 2: 1, 3: 1}
    leaders = [Leader(7, away=frozenset({0})), Leader(8, in_charge_of=frozenset({1})), Leader(9)]

    named = name_leaders(meetings, slots, DAYS, leaders)

    assert named[1] == 8
    assert named[0] == 9
    assert {named[2], named[3]} == {7, 8} or 7 in {named[2], named[3]}
    assert all(named[a] != named[b] for a, b in ((0, 1), (2, 3)))


@given(small_problems())
@settings(deadline=None)
def test_no_timetable_of_all_conferences_costs_less_than_the_quick_bound(problem: Problem) -> None:
    bound, found = bound_of(problem), propose(problem)

    if bound is not None and len(found.slots) == len(problem.meetings):
        assert bound <= found.cost
        first = with_bound(problem, propose_first(problem))
        assert first.gap is None or first.cost >= found.cost


@st.composite
def commune_conferences(draw: st.DrawFn) -> Problem:
    """Communes of two districts after their villages, some fixed, Tết left out; a district is what sends leaders."""
    start = date(2023, 1, 17)
    days = [start + timedelta(days=number) for number in range(draw(st.integers(1, 12)))]
    slots = [Slot(day, session) for day in days if not closed_day(day) for session in (0, 1)]
    assume(slots)
    meetings = []
    for key in range(draw(st.integers(1, 5))):
        after = draw(st.sampled_from(days))
        costs = {at: 1 + slot.session for at, slot in enumerate(slots) if slot.day > after}
        fixed = draw(st.sampled_from(range(len(slots)))) if not key and draw(st.booleans()) else None
        meetings.append(Meeting(key, key % 2, key, costs, fixed=fixed))
    leaders = draw(st.integers(1, 2))
    return Problem(slots, meetings, [Commune(key, 0, [leaders] * len(slots)) for key in range(2)], crowding=2)


@given(commune_conferences())
@settings(deadline=None, max_examples=60)
def test_communes_meet_after_their_villages_never_at_tet_and_what_is_fixed_stays(problem: Problem) -> None:
    found = propose(problem)

    assert cost_of(problem, dict(found.slots)) == found.cost == found.bound
    assert all(not closed_day(problem.slots[at].day) for at in found.slots.values())
    again = propose(problem.loyal_to(found.slots, loyalty=1000))
    assert {key for key, at in found.slots.items() if again.slots.get(key) != at} == set()

"""From tables to a problem for the scheduler and back: what a good timetable of an area is, in numbers.

Villages meet in the evening or at weekends, communes in working hours; the village's own wish is best, earlier
weeks a little better, a crowd in one session worse. What is fixed, announced or held stays where it is.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.db.models import Max

from danban.accounts.queries import holders_of
from danban.accounts.roles import ROLES
from danban.campaigns.models import Campaign
from danban.campaigns.rules.local_dates import Days
from danban.conferences import rules
from danban.conferences.models import Conference, Hall
from danban.conferences.queries.standing import ORDER, Slot, Standing, list_standing, standing_conferences
from danban.scheduler import Commune, District, Meeting, Problem
from danban.scheduler import Slot as Session
from danban.units.models import Placement

LOYALTY = 1_000
"""What leaving a day already set costs: more than all else together, so that only those who must move."""
CROWDING = 2
_WISHED, _NOT_WISHED = 0, 5
_VILLAGE = {(False, "eve"): 1, (True, "am"): 1, (True, "pm"): 2, (True, "eve"): 2}
_COMMUNE = {(False, "am"): 1, (False, "pm"): 2, (True, "am"): 4, (True, "pm"): 5}
LEADING = tuple(role.code for role in ROLES.values() if "conference:arrange" in role.permissions)


@dataclass(frozen=True)
class Ground:
    """A problem and what its numbers stand for. ``halls``: the hall a conference would take, None: none known."""

    problem: Problem
    slots: Sequence[Slot]
    conferences: Mapping[int, Standing]
    halls: Mapping[int, int | None]
    leaders: Mapping[int, int]


def build(
    campaign: Campaign, area: Placement, *, is_village: bool, leaders: int | None = None, today: date
) -> Ground:  # fmt: skip
    """The problem of an area at the level of villages, or of communes. ``leaders`` None: as many as hold office.

    Sessions begin tomorrow; a day that has come stays; a commune meets after the last of its villages. The units
    above the conferences send one leader to each; those above them one to each pilot. Constant queries.
    """
    depth = campaign.tree.scheme.levels.count() - (1 if is_village else 2)
    listed = list_standing(campaign, area, depth=depth)
    standing = [replace(one, is_fixed=True) if one.slot and one.slot[0] <= today else one for one in listed]
    slots = _slots(standing, is_village=is_village, today=today)
    number = {slot: at for at, slot in enumerate(slots)}
    halls = _halls(standing)
    taken = _taken(standing, halls)
    villages_end = {} if is_village else _ends_of_villages(campaign, area, depth + 1)
    menu = _Menu(slots, is_village=is_village, today=today)
    meetings = []
    for one in standing:
        hall = halls[one.pk]
        fixed = number[one.slot] if one.is_fixed and one.slot else None
        costs = menu.costs(one.window, one.wish)
        if hall in taken:
            costs = {at: cost for at, cost in costs.items() if slots[at] not in taken[hall]}
        if one.place_id in villages_end:
            costs = {at: cost for at, cost in costs.items() if slots[at][0] > villages_end[one.place_id]}
        meetings.append(Meeting(one.pk, one.parent_id, hall or -one.pk, costs, is_pilot=one.is_pilot, fixed=fixed))
    above = Placement.objects.select_related("parent").filter(tree_id=area.tree_id, level__depth=depth - 1)
    places = {one.pk: one for one in above.order_by("pk")}
    parents = [places[pk] for pk in sorted({one.parent_id for one in standing} & set(places))]
    communes, districts, heads = _leaders(parents, len(slots), leaders, today)
    sessions = [Session(day, ORDER[session]) for day, session in slots]
    problem = Problem(sessions, meetings, communes, districts if is_village else (), crowding=CROWDING)
    return Ground(problem, slots, {one.pk: one for one in standing}, halls, heads)


def now_of(ground: Ground) -> dict[int, int]:
    """Where conferences stand now, as slot numbers; those outside the sessions offered are left out."""
    number = {slot: at for at, slot in enumerate(ground.slots)}
    return {one.pk: number[one.slot] for one in ground.conferences.values() if one.slot in number}


class _Menu:
    """What each session costs a conference; conferences with the same days and wish share one answer."""

    def __init__(self, slots: Sequence[Slot], *, is_village: bool, today: date) -> None:
        self.slots, self.today = slots, today
        self.prices = _VILLAGE if is_village else _COMMUNE
        self.known: dict[object, dict[int, int]] = {}

    def costs(self, window: Days, wish: Slot | None) -> dict[int, int]:
        """Slot number → cost, for the sessions that are possible."""
        key = window.starts_on, window.due_on, wish
        if key not in self.known:
            self.known[key] = dict(self._priced(window, wish))
        return self.known[key]

    def _priced(self, window: Days, wish: Slot | None) -> Collection[tuple[int, int]]:
        priced = []
        first = self.slots[0][0] if self.slots else self.today
        for at, (day, session) in enumerate(self.slots):
            price = self.prices.get((day.weekday() >= 5, session))
            if day <= self.today or not rules.is_in(window, day) or rules.closed_day(day):
                continue
            if (day, session) == wish:
                priced.append((at, _WISHED))
            elif price is not None:
                priced.append((at, price + (day - first).days // 7 + (_NOT_WISHED if wish else 0)))
        return priced


def _slots(standing: Sequence[Standing], *, is_village: bool, today: date) -> list[Slot]:
    """Every session somebody could meet in, stands in, or wishes, in order of time."""
    prices = _VILLAGE if is_village else _COMMUNE
    found = {one.slot for one in standing if one.slot} | {one.wish for one in standing if one.wish}
    for start, end in {(one.window.starts_on, one.window.due_on) for one in standing if one.window.due_on}:
        assert end is not None
        first = max(start or today, today + timedelta(days=1))
        for number in range((end - first).days + 1):
            day = first + timedelta(days=number)
            if not rules.closed_day(day):
                found |= {(day, session) for is_weekend, session in prices if is_weekend == (day.weekday() >= 5)}
    return sorted(found, key=lambda slot: (slot[0], ORDER[slot[1]]))


def _ends_of_villages(campaign: Campaign, area: Placement, depth: int) -> dict[int, date]:
    """Commune → the last day one of its villages meets; communes whose villages have no day yet are left out."""
    below = standing_conferences(campaign.pk, area).filter(level__depth=depth, day__isnull=False)
    rows = below.order_by("placement__parent").values_list("placement__parent").annotate(last=Max("day"))
    return {place: last for place, last in rows if place is not None}


def _halls(standing: Sequence[Standing]) -> dict[int, int | None]:
    """The hall each has, else the one its village wishes, else the first its own unit looks after."""
    own = dict(Hall.objects.filter(is_in_use=True).order_by("-pk").values_list("unit_id", "pk"))
    return {one.pk: one.hall_id or one.wished_hall_id or own.get(one.unit_id) for one in standing}


def _taken(standing: Sequence[Standing], halls: Mapping[int, int | None]) -> dict[int | None, set[Slot]]:
    """Sessions in which conferences outside the problem have one of its halls."""
    wanted, inside = set(halls.values()), {one.pk for one in standing}
    rows = Conference.objects.filter(hall__isnull=False, status__in=rules.TAKES_HALL, day__isnull=False)
    found: dict[int | None, set[Slot]] = {}
    for pk, hall, day, session in rows.order_by("pk").values_list("pk", "hall_id", "day", "session"):
        if hall in wanted and pk not in inside and day is not None:
            found.setdefault(hall, set()).add((day, session))
    return found


def _leaders(
    places: Sequence[Placement], width: int, leaders: int | None, today: date
) -> tuple[list[Commune], list[District], dict[int, int]]:  # fmt: skip
    """The units right above the conferences and those above them, with how many leaders each can send."""
    higher = {one.parent.pk: one.parent for one in places if one.parent is not None}
    units = {one.unit_id for one in places} | {one.unit_id for one in higher.values()}
    people: dict[int, set[int]] = {}
    for office in holders_of(unit_ids=units, roles=LEADING, on=today):
        people.setdefault(office.unit_id, set()).add(office.account_id)
    heads = {one.pk: leaders or max(len(people.get(one.unit_id, ())), 1) for one in places}
    free = {many: [many] * width for many in heads.values()}
    communes = [Commune(one.pk, one.parent_id or 0, free[heads[one.pk]]) for one in places]
    districts = [District(pk, [max(len(people.get(higher[pk].unit_id, ())), 1)] * width) for pk in sorted(higher)]
    return communes, districts, heads

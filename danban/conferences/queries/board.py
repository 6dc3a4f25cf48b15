"""The board of a week: sessions by day for a commune, counts by unit and day for districts and the city, clashes."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from danban.accounts.queries import holders_of
from danban.conferences import rules
from danban.conferences.models import Hall
from danban.conferences.queries.missing import missing_places
from danban.conferences.queries.proposing import LEADING
from danban.conferences.queries.sent import ScheduleChange, changes_since
from danban.conferences.queries.standing import ORDER, Slot, Standing, list_standing
from danban.conferences.queries.years import Year, year_for
from danban.conferences.rules import leaders_warning
from danban.conferences.states import ConferenceStatus, Session
from danban.kit import paths
from danban.kit.actor import Actor
from danban.kit.refusals import is_allowed
from danban.kit.vietnamese import long_day
from danban.units.models import Placement

ONE_WEEK = timedelta(days=7)


@dataclass(frozen=True)
class HeatRow:
    """A unit below with how many conferences meet on each day of the week, and its own figures."""

    place: Placement
    counts: Sequence[int]
    total: int
    undated: int


@dataclass(frozen=True)
class Board:
    """One week. ``cells``: session → day → conferences, for a commune or a village; ``heat`` for units above those.

    ``clashes`` are sentences. ``changes`` is None where nothing was sent up. ``verbs`` may be done now.
    """

    year: Year
    monday: date
    standing: Sequence[Standing]
    cells: dict[str, list[list[Standing]]]
    heat: Sequence[HeatRow]
    clashes: Sequence[str]
    missing: int
    changes: Sequence[ScheduleChange] | None
    verbs: frozenset[str]

    @property
    def days(self) -> list[date]:
        """Monday to Sunday."""
        return [self.monday + timedelta(days=number) for number in range(7)]

    @property
    def undated(self) -> int:
        """How many have no day."""
        return sum(one.slot is None for one in self.standing)


def board(
    actor: Actor, *, day: date | None = None, place_id: int | None = None, campaign_id: int | None = None, today: date
) -> Board:  # fmt: skip
    """The week of ``day``, else of the next conference, else of the last one there was.

    Raises ``NotFound``. Constant queries.
    """
    year = year_for(actor, campaign_id=campaign_id, place_id=place_id)
    villages = list_standing(year.campaign, year.place, depth=year.deepest)
    standing = [*villages, *list_standing(year.campaign, year.place, depth=year.deepest - 1)]
    days = [one.slot[0] for one in standing if one.slot]
    shown = day or min((one for one in days if one >= today), default=max(days, default=today))
    monday = shown - timedelta(days=shown.weekday())
    is_small = year.place.depth >= year.deepest - 1
    return Board(
        year=year,
        monday=monday,
        standing=standing,
        cells=_cells(standing, monday) if is_small else {},
        heat=[] if is_small else _heat(year, standing, monday),
        clashes=_clashes(year, villages, today) if is_small else [],
        missing=len(missing_places(year.campaign, year.place)),
        changes=changes_since(year.campaign.pk, year.place),
        verbs=_verbs(actor, year),
    )


def _verbs(actor: Actor, year: Year) -> frozenset[str]:
    checks = {"plan": rules.check_can_plan, "apply": rules.check_can_apply_timetable}
    checks |= {"send": rules.check_can_send_schedule}
    found = {verb for verb, check in checks.items() if is_allowed(check, actor, year.campaign, year.place, at=None)}  # type: ignore[arg-type]  # these rules read no clock
    return frozenset(found)


def _cells(standing: Sequence[Standing], monday: date) -> dict[str, list[list[Standing]]]:
    cells: dict[str, list[list[Standing]]] = {session: [[] for _ in range(7)] for session in ORDER}
    for one in standing:
        if one.slot and monday <= one.slot[0] < monday + ONE_WEEK:
            cells[one.slot[1]][(one.slot[0] - monday).days].append(one)
    return cells


def _heat(year: Year, standing: Sequence[Standing], monday: date) -> list[HeatRow]:
    """One row for each unit right below, its conferences of both levels together."""
    below = list(Placement.objects.filter(parent=year.place).order_by("path", "pk"))
    under = Placement.objects.filter(tree_id=year.place.tree_id).within(year.place.path).order_by("pk")
    depth = year.place.depth + 1
    top = {pk: paths.ancestor(path, depth) for pk, path in under.values_list("pk", "path")}
    met, total, undated = Counter[tuple[str, int]](), Counter[str](), Counter[str]()
    for one in standing:
        path = top[one.place_id]
        total[path] += 1
        undated[path] += one.slot is None
        if one.slot and monday <= one.slot[0] < monday + ONE_WEEK:
            met[path, (one.slot[0] - monday).days] += 1
    return [
        HeatRow(place, [met[place.path, number] for number in range(7)], total[place.path], undated[place.path])
        for place in below
    ]


def _clashes(year: Year, standing: Sequence[Standing], today: date) -> list[str]:
    """What needs a second look in a commune: halls wished twice, days no longer owed, too few leaders."""
    unit = year.place.unit_id if year.is_commune else None
    people = {one.account_id for one in holders_of(unit_ids=[unit], roles=LEADING, on=today)} if unit else set()
    met = Counter(one.slot for one in standing if one.slot)
    crowds = [
        f"{_named(slot)}: {words}"
        for slot, many in sorted(met.items())
        if unit and (words := leaders_warning(many, max(len(people), 1)))
    ]
    outside = [
        f"{one.name}: {long_day(one.slot[0])} nằm ngoài đợt hội nghị ({one.window})."
        for one in standing
        if one.slot and one.status != ConferenceStatus.HELD and not rules.is_in(one.window, one.slot[0])
    ]
    return [*_hall_clashes(standing), *crowds, *outside]


def _hall_clashes(standing: Sequence[Standing]) -> list[str]:
    """A hall somebody wishes in a session in which another has, or wishes, it."""
    wanting: dict[tuple[int, Slot], list[str]] = {}
    for one in standing:
        if one.slot and one.hall_id:
            wanting.setdefault((one.hall_id, one.slot), []).append(one.name)
        elif one.wish and one.wished_hall_id:
            wanting.setdefault((one.wished_hall_id, one.wish), []).append(f"{one.name} (đề xuất)")
    twice = {key: names for key, names in wanting.items() if len(names) > 1}
    halls = {hall.pk: hall.name for hall in Hall.objects.filter(pk__in={hall for hall, _ in twice}).order_by("pk")}
    return [f"{halls[hall]}, {_named(slot)}: {', '.join(names)}." for (hall, slot), names in sorted(twice.items())]


def _named(slot: Slot) -> str:
    return f"{Session(slot[1]).label} {long_day(slot[0])}"

"""The rhythm of an area over a year: totals, the units below by share, day by day and week by week.

The measure is the *unit-week*: a unit with at least one clean-up in a week, its own or one below it, out of all such
units and all weeks whose Saturday is over. What is counted are communes, seen from higher up, and villages, seen from
their commune: the level above the lowest, or the one right below. It adds up, and has its denominator beside it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, QuerySet, Sum

from danban.accounts.queries import holders_of
from danban.culture import rules
from danban.culture.models import CleanUp
from danban.culture.queries.ground import Ground, area, ground_for, levels_of
from danban.culture.queries.records import open_slots
from danban.kit import paths
from danban.kit.actor import Actor
from danban.kit.clock import moment
from danban.kit.refusals import is_allowed
from danban.units import queries as units
from danban.units.models import Level, Placement


@dataclass(frozen=True)
class Figures:
    """How many clean-ups, how many people (one coming twice counts twice), at how many places."""

    clean_ups: int = 0
    people: int = 0
    places: int = 0

    def __add__(self, other: Figures) -> Figures:
        return Figures(self.clean_ups + other.clean_ups, self.people + other.people, self.places + other.places)


@dataclass(frozen=True)
class Line:
    """A unit with all that lies below it.

    ``weeks``: weeks with at least one clean-up. ``unit_weeks`` of ``of_unit_weeks``: see the module. ``units`` of
    ``of_units`` units of the lowest level have at least one this year. ``place`` None is the unit looked at by itself.
    ``is_empty``: nobody there can log, so the unit looked at may.
    """

    place: Placement | None
    figures: Figures
    weeks: int
    unit_weeks: int
    of_unit_weeks: int
    units: int
    of_units: int
    is_empty: bool = False

    @property
    def share(self) -> float | None:
        """Unit-weeks of those there could be, 0 to 1; None before the first week."""
        return self.unit_weeks / self.of_unit_weeks if self.of_unit_weeks else None


@dataclass(frozen=True)
class Week:
    """One week: what was held in it, by how many of the units counted."""

    monday: date
    number: int
    figures: Figures
    units: int
    is_asked: bool


@dataclass(frozen=True)
class Overview:
    """Everything the page of an area shows. ``lines`` are the units below, the highest share first.

    ``counted`` is the level whose units are counted week by week, ``of_counted`` how many there are of it.
    ``may_log`` for the unit looked at now; ``open_slots`` of the past week are not logged yet, the latest first.
    """

    ground: Ground
    above: tuple[Placement, ...]
    total: Line
    lines: tuple[Line, ...]
    weeks: tuple[Week, ...]
    days: Mapping[date, Figures]
    lowest: Level
    counted: Level
    of_counted: int
    may_log: bool
    open_slots: tuple[tuple[date, str], ...]


@dataclass
class _Sums:
    """What is gathered for one unit, week by week."""

    figures: Figures = Figures()
    weeks: set[date] = field(default_factory=set)
    by_week: dict[date, tuple[Figures, int]] = field(default_factory=dict)

    def add(self, monday: date, figures: Figures, held_by: int) -> None:
        """One week of a unit below."""
        self.figures += figures
        self.weeks.add(monday)
        so_far, units_so_far = self.by_week.get(monday, (Figures(), 0))
        self.by_week[monday] = (so_far + figures, units_so_far + held_by)


def overview(actor: Actor, *, today: date, place_id: int | None = None, year: int | None = None) -> Overview:
    """The rhythm of a unit's area over a year; the same number of queries for 30 units below as for 3.

    Raises ``NotYours``, ``NotFound`` or ``BadInput`` as ``ground_for`` does.
    """
    ground = ground_for(actor, today=today, place_id=place_id, year=year)
    place, shape = ground.place, _shape_of(ground.place)
    held = CleanUp.objects.standing().filter(area(place), held_on__gte=ground.days.start, held_on__lte=ground.days.end)
    sums = _sums(held, shape)
    book = _Book(
        sums=sums,
        whole=_together(sums),
        seen=_units_with_some(held, shape),
        lowest=_units_there(place, shape, shape.lowest),
        counted=_units_there(place, shape, shape.counted),
        weeks=frozenset(ground.weeks),
    )
    may_log = is_allowed(rules.check_can_log, actor, place, at=moment(today))
    return Overview(
        ground=ground,
        above=tuple(one for one in units.ancestors_of(place) if paths.is_within(one.path, ground.own.path)),
        total=book.total(place),
        lines=tuple(sorted(_lines(ground, book, today), key=lambda line: -(line.share or 0))),
        weeks=_weeks(ground, book.whole, today),
        days=_days(held),
        lowest=shape.lowest,
        counted=shape.counted,
        of_counted=sum(book.counted.values()),
        may_log=may_log,
        open_slots=tuple(open_slots(place, today)) if may_log else (),
    )


@dataclass(frozen=True)
class _Shape:
    """Which column tells the units below apart (the unit itself at the lowest level), and which levels are counted."""

    column: str
    lowest: Level
    counted: Level

    @property
    def has_below(self) -> bool:
        """Whether there are units below at all."""
        return self.column != "placement_id"


def _shape_of(place: Placement) -> _Shape:
    levels = levels_of(place)
    lowest = levels[-1]
    if place.depth >= lowest.depth:
        return _Shape("placement_id", lowest, lowest)
    counted = levels[max(place.depth + 1, lowest.depth - 1)]
    return _Shape(f"at_{place.depth + 1}", lowest, counted)


@dataclass(frozen=True)
class _Book:
    """Everything counted, by the unit below (None: what the unit looked at held by itself)."""

    sums: Mapping[int | None, _Sums]
    whole: _Sums
    seen: Mapping[int | None, int]
    lowest: Mapping[int | None, int]
    counted: Mapping[int | None, int]
    weeks: frozenset[date]

    def line(self, place: Placement | None, *, is_empty: bool = False) -> Line:
        """The line of one unit below."""
        key = place.pk if place else None
        sums, there = self.sums.get(key, _Sums()), self.counted.get(key, 0)
        return self._line(place, sums, self.seen.get(key, 0), (self.lowest.get(key, 0), there), is_empty=is_empty)

    def total(self, place: Placement) -> Line:
        """The line of all together."""
        there = sum(self.lowest.values()), sum(self.counted.values())
        return self._line(place, self.whole, sum(self.seen.values()), there)

    def _line(
        self, place: Placement | None, sums: _Sums, seen: int, there: tuple[int, int], *, is_empty: bool = False
    ) -> Line:
        lowest, counted = there
        return Line(
            place=place,
            figures=sums.figures,
            weeks=len(sums.weeks & self.weeks),
            unit_weeks=sum(held_by for monday, (_, held_by) in sums.by_week.items() if monday in self.weeks),
            of_unit_weeks=counted * len(self.weeks),
            units=seen,
            of_units=lowest,
            is_empty=is_empty,
        )


def _sums(held: QuerySet[CleanUp], shape: _Shape) -> dict[int | None, _Sums]:
    """By unit and week; one query."""
    by = Count(f"at_{shape.counted.depth}", distinct=True)
    rows = held.values_list(shape.column, "week_on").annotate(
        held=Count("pk"), men=Sum("people"), spots=Sum("places"), by=by
    )
    sums: dict[int | None, _Sums] = {}
    for unit, monday, count, people, places, held_by in rows.order_by(shape.column, "week_on"):
        sums.setdefault(unit, _Sums()).add(monday, Figures(count, people, places), held_by)
    return sums


def _together(sums: Mapping[int | None, _Sums]) -> _Sums:
    """All units as one, week by week."""
    whole = _Sums()
    for one in sums.values():
        for monday, (figures, held_by) in one.by_week.items():
            whole.add(monday, figures, held_by)
    return whole


def _units_with_some(held: QuerySet[CleanUp], shape: _Shape) -> dict[int | None, int]:
    """How many different units of the lowest level held any; one query."""
    by = Count(f"at_{shape.lowest.depth}", distinct=True)
    return dict(held.values_list(shape.column).annotate(by=by).order_by(shape.column))


def _units_there(place: Placement, shape: _Shape, level: Level) -> dict[int | None, int]:
    """How many units of a level there are, by the unit right below the one looked at; one query."""
    low, high = paths.bounds(place.path)
    found = Placement.objects.filter(tree_id=place.tree_id, path__gte=low, path__lt=high, level=level)
    column = shape.column if shape.has_below else "pk"
    return dict(found.values_list(column).annotate(there=Count("pk")).order_by(column))


def _lines(ground: Ground, book: _Book, today: date) -> list[Line]:
    """The units right below, and what the unit held by itself where it did."""
    below = list(Placement.objects.filter(parent=ground.place).order_by("sort_key", "pk"))
    empty = _without_anybody(below, today) if ground.place == ground.own else set()
    lines = [book.line(one, is_empty=one.unit_id in empty) for one in below]
    return [*lines, book.line(None)] if below and None in book.sums else lines


def _without_anybody(below: list[Placement], today: date) -> set[int]:
    """Units below where nobody holds an office that logs."""
    wanted = {one.unit_id for one in below}
    return wanted - {office.unit_id for office in holders_of(unit_ids=wanted, roles=rules.LOGGING_ROLES, on=today)}


def _weeks(ground: Ground, whole: _Sums, today: date) -> tuple[Week, ...]:
    """Every week of the year up to this one, the latest first."""
    found = []
    for number, monday in enumerate(rules.weeks_of(ground.year), start=1):
        figures, held_by = whole.by_week.get(monday, (Figures(), 0))
        if monday in ground.weeks or (figures.clean_ups and monday <= today):
            found.append(Week(monday, number, figures, held_by, monday in ground.weeks))
    return tuple(reversed(found))


def _days(held: QuerySet[CleanUp]) -> dict[date, Figures]:
    """Day by day, for the calendar; one query."""
    rows = held.values_list("held_on").annotate(held=Count("pk"), men=Sum("people"), spots=Sum("places"))
    return {day: Figures(*figures) for day, *figures in rows.order_by("held_on")}

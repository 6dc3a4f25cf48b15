"""Where an outline was presented: units out of those it is written for, the rows behind every number."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.core.paginator import Page, Paginator
from django.db.models import Count, QuerySet, Sum

from danban.kit import paths
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound, is_allowed
from danban.library import rules
from danban.library.models import Outline, OutlineVersion, Presentation
from danban.library.queries.ground import place_in_area, units_it_is_for
from danban.units import queries as units
from danban.units.models import Placement

ROWS_A_PAGE = 40
MOST_PLACES = 500


@dataclass(frozen=True)
class CoverageLine:
    """A unit below with all that lies under it: ``units`` of ``of_units`` presented it, ``times`` in all.

    ``attended`` adds up those who came where a number was given.
    """

    place: Placement
    units: int
    of_units: int
    times: int
    attended: int


@dataclass(frozen=True)
class Coverage:
    """Where an outline was presented in the area of a unit; ``for_whom`` names the units it is written for."""

    outline: Outline
    place: Placement
    above: tuple[Placement, ...]
    whole: CoverageLine
    lines: tuple[CoverageLine, ...]
    for_whom: str


@dataclass(frozen=True)
class PresentationsWanted:
    """Which presentations: of an outline (None: of any), in a unit and below it (None: the own one)."""

    outline_id: int | None = None
    place_id: int | None = None
    page: int = 1


@dataclass(frozen=True)
class PresentationsPage:
    """One page, the latest first; ``removable`` are the ids the actor may take out."""

    wanted: PresentationsWanted
    place: Placement
    own: Placement
    outline: Outline | None
    page: Page[Presentation]
    attended: int
    removable: frozenset[int]


@dataclass(frozen=True)
class PresentPage:
    """The form to record one: the own unit first, then those right below it."""

    version: OutlineVersion
    place: Placement
    places: tuple[tuple[int, str], ...]


def coverage(actor: Actor, outline_id: int, *, place_id: int | None, on: date) -> Coverage:
    """Counts for each unit right below a unit of the area; constant queries. Raises ``NotFound``."""
    outline = _outline_for(outline_id)
    place = place_in_area(actor, place_id, on)
    below = list(place.children.select_related("kind").order_by("sort_key", "pk"))
    depth = place.depth + 1
    for_it = Placement.objects.within(place.path).filter(units_it_is_for(outline, place.tree_id))
    could = _counted(for_it, depth)
    shown = Presentation.objects.filter(version__outline=outline, placement__in=for_it)
    did = _presented(shown, depth)
    lines = tuple(
        CoverageLine(one, *did.get(one.pk, (0, 0, 0))[:1], could[one.pk], *did.get(one.pk, (0, 0, 0))[1:])
        for one in below
        if could.get(one.pk)
    )
    whole = shown.aggregate(
        units=Count("placement", distinct=True), times=Count("pk"), attended=Sum("attended", default=0)
    )
    return Coverage(
        outline=outline,
        place=place,
        above=tuple(one for one in units.ancestors_of(place) if actor.covers(one.tree_id, one.path)),
        whole=CoverageLine(place, whole["units"], for_it.count(), whole["times"], whole["attended"]),
        lines=lines,
        for_whom=_for_whom(outline),
    )


def _counted(for_it: QuerySet[Placement], depth: int) -> dict[int, int]:
    """How many units there are under each unit of a depth; a lowest unit counts under itself."""
    if depth > 3:
        return {}
    column = f"at_{depth}"
    rows = for_it.exclude(**{f"{column}__isnull": True}).values(column).annotate(units=Count("pk")).order_by(column)
    return {row[column]: row["units"] for row in rows}


def _presented(shown: QuerySet[Presentation], depth: int) -> dict[int, tuple[int, int, int]]:
    """Units, times and people under each unit of a depth."""
    if depth > 3:
        return {}
    column = f"placement__at_{depth}"
    rows = shown.exclude(**{f"{column}__isnull": True}).values(column)
    counted = rows.annotate(
        units=Count("placement", distinct=True), times=Count("pk"), people=Sum("attended", default=0)
    )
    return {row[column]: (row["units"], row["times"], row["people"]) for row in counted.order_by(column)}


def _for_whom(outline: Outline) -> str:
    level = outline.level.name.lower() if outline.level else "thôn, tổ dân phố"
    return {"urban": f"{level} ở đô thị", "rural": f"{level} ở nông thôn"}.get(outline.area, level)


def presentations_page(actor: Actor, wanted: PresentationsWanted, *, at: datetime, on: date) -> PresentationsPage:
    """One page of the rows behind a number; constant queries. Raises ``NotFound``."""
    own = place_in_area(actor, None, on)
    place = place_in_area(actor, wanted.place_id, on)
    outline = _outline_for(wanted.outline_id) if wanted.outline_id is not None else None
    low, high = paths.bounds(place.path)
    found = Presentation.objects.visible_to(actor).filter(
        placement__tree_id=place.tree_id, placement__path__gte=low, placement__path__lt=high
    )
    if outline is not None:
        found = found.filter(version__outline=outline)
    rows = found.select_related("placement__parent", "version__outline", "appointment").defer(
        "version__text", "version__folded"
    )
    page = Paginator(rows.order_by("-on", "-pk"), ROWS_A_PAGE).get_page(wanted.page)
    return PresentationsPage(
        wanted=wanted,
        place=place,
        own=own,
        outline=outline,
        page=page,
        attended=found.aggregate(people=Sum("attended", default=0))["people"],
        removable=frozenset(row.pk for row in page if is_allowed(rules.check_can_remove, actor, row, at=at)),
    )


def present_page(actor: Actor, version_id: int, *, at: datetime, on: date) -> PresentPage:
    """What the form of a presentation needs; raises ``NotFound``, ``NotYours`` or ``NotNow``."""
    version = OutlineVersion.objects.select_related("outline").filter(pk=version_id).first()
    if version is None:
        raise NotFound
    rules.check_can_see(actor, version, at=at)
    place = place_in_area(actor, None, on)
    rules.check_can_present(actor, place, at=at)
    below = place.children.order_by("sort_key", "pk").values_list("pk", "name")[:MOST_PLACES]
    return PresentPage(version, place, ((place.pk, f"{place.name} (đơn vị mình)"), *below))


def presentation_to_remove(actor: Actor, pk: int, *, at: datetime) -> Presentation:
    """One the actor may take out; raises ``NotFound`` or ``NotYours``."""
    found = Presentation.objects.select_related("placement", "version__outline").filter(pk=pk).first()
    if found is None:
        raise NotFound
    rules.check_can_remove(actor, found, at=at)
    return found


def _outline_for(pk: int) -> Outline:
    """An outline that was ever published; ``NotFound`` else."""
    found = Outline.objects.select_related("level", "body").filter(pk=pk, versions__published_at__isnull=False)
    outline = found.distinct().first()
    if outline is None:
        raise NotFound
    return outline

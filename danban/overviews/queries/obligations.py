"""The list behind every number: the obligations of an area, filtered, fifty a page."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

from django.core.paginator import Page, Paginator
from django.db.models import F, Q, QuerySet

from danban.campaigns import queries as campaigns
from danban.campaigns.models import Obligation, ObligationKind
from danban.campaigns.rules.timeliness import IS_DONE_LATE, IS_EXCUSED, is_late, is_soon
from danban.kit.actor import Actor
from danban.kit.search import has_every_word
from danban.overviews.queries.places import Crumb, list_crumbs, list_levels, place_for
from danban.overviews.queries.tallies import area, list_kinds
from danban.overviews.queries.years import Year, year_for
from danban.units.models import Level, Placement

ROWS_A_PAGE = 50


@dataclass(frozen=True)
class Filters:
    """What to list: ``place`` is a placement id, ``kind`` and ``level`` are codes, ``state`` a key of ``STATES``.

    Empty means all; ``words`` search the names of units.
    """

    place: int | None = None
    kind: str = ""
    level: str = ""
    state: str = ""
    words: str = ""
    page: int = 1
    key: str = ""


@dataclass(frozen=True)
class KindChoice:
    """A kind to filter by; one code may stand for the same kind at several levels."""

    code: str
    name: str


@dataclass(frozen=True)
class ObligationList:
    """One page of the list, with what the filters could be. ``steps`` explain the day of each row, by its id.

    ``to_remind`` counts what the reader may remind others of now: of a list of late things without words to search.
    """

    year: Year
    filters: Filters
    place: Placement
    crumbs: tuple[Crumb, ...]
    kinds: tuple[KindChoice, ...]
    levels: tuple[Level, ...]
    page: Page[Obligation]
    steps: Mapping[int, tuple[str, ...]]
    to_remind: int


STATES: Mapping[str, Callable[[date], Q]] = {
    "late": is_late,
    "soon": is_soon,
    "open": lambda _: Q(fulfilled_on__isnull=True),
    "done": lambda _: Q(fulfilled_on__isnull=False),
    "done_late": lambda _: IS_DONE_LATE,
    "excused": lambda _: IS_EXCUSED,
}
"""The states a list can be narrowed to; "open" holds late ones, "done" those done late."""


def obligations(actor: Actor, filters: Filters, *, today: date) -> ObligationList | None:
    """One page of the obligations asked for; None where no cycle runs.

    Raises ``NotFound`` for a unit outside the actor's area. A page past the end is the last one.
    """
    year = year_for(actor, filters.key)
    if year is None:
        return None
    place = year.place if filters.place is None else place_for(actor, year.campaign.tree_id, filters.place)
    kinds = list_kinds(year.campaign)
    levels = [level for level in list_levels(place) if level.depth >= place.depth]
    found = Obligation.objects.filter(area(year.campaign, place)).filter(_narrowed(filters, place, kinds, today))
    page = _page(found, filters.page)
    return ObligationList(
        year=year,
        filters=replace(filters, page=page.number),
        place=place,
        crumbs=tuple(list_crumbs(actor, place)),
        kinds=_choices(kinds, levels, filters.level),
        levels=tuple(levels),
        page=page,
        steps=campaigns.steps_to_days(list(page)),
        to_remind=_to_remind(actor, year, filters, place, today),
    )


def _to_remind(actor: Actor, year: Year, filters: Filters, place: Placement, today: date) -> int:
    if filters.state != "late" or filters.words:
        return 0
    wanted = campaigns.LateFilter(kind=filters.kind, level=filters.level, place=place.pk)
    return campaigns.count_to_remind(actor, year.campaign, wanted, today=today)


def _narrowed(filters: Filters, place: Placement, kinds: list[ObligationKind], today: date) -> Q:
    wanted = Q()
    if filters.kind or filters.level:
        fits = [kind.pk for kind in kinds if filters.kind in ("", kind.code) and filters.level in ("", kind.level.code)]
        wanted &= Q(kind_id__in=fits)
    if filters.state in STATES:
        wanted &= STATES[filters.state](today)
    if filters.words:
        named = Placement.objects.filter(has_every_word(filters.words), tree_id=place.tree_id)
        wanted &= Q(placement__in=named.order_by().values("pk"))
    return wanted


def _page(found: QuerySet[Obligation], number: int) -> Page[Obligation]:
    """One page, the nearest day first, then from unit to unit down the tree.

    Sorts narrow rows (ids) and reads wide ones for the page alone.
    """
    order = (F("due_on").asc(nulls_last=True), "placement__path", "kind__position", "pk")
    ids = Paginator(found.order_by(*order).values_list("pk", flat=True), ROWS_A_PAGE).get_page(number)
    wide = Obligation.objects.filter(pk__in=list(ids)).select_related(
        "kind__clause", "placement__parent__parent", "body"
    )
    return Page(list(wide.order_by(*order)), ids.number, cast("Paginator[Obligation]", ids.paginator))


def _choices(kinds: list[ObligationKind], levels: list[Level], level_code: str) -> tuple[KindChoice, ...]:
    shown = {level.pk for level in levels if level_code in ("", level.code)}
    names: dict[str, str] = {}
    for kind in kinds:
        if kind.level_id in shown:
            names.setdefault(kind.code, kind.short)
    return tuple(KindChoice(code, name) for code, name in names.items())

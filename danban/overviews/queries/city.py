"""The overview of a whole area: its days, its telling figures, its map, and who needs a look."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from danban.campaigns.models import ObligationKind
from danban.kit.actor import Actor
from danban.overviews.queries.attention import Attention, list_attention
from danban.overviews.queries.places import Spot, list_levels, list_spots
from danban.overviews.queries.tallies import (
    NOTHING,
    Counts,
    Tally,
    count_by_unit,
    list_kinds,
    sum_by_kind,
    sum_by_unit,
    total,
)
from danban.overviews.queries.timeline import Moment, moments_of
from danban.overviews.queries.years import Year, year_for
from danban.overviews.texts import CONFERENCE, FIGURES, PLAN, TELLING
from danban.units.models import Level

CARDS = 4
MOST_TILES = 700
"""More tiles than this do not help the eye; the map then shows the level above."""


@dataclass(frozen=True)
class Figure:
    """One telling number: the obligations of one kind (of several levels, where ``level`` is empty)."""

    code: str
    level: str
    depth: int
    name: str
    tally: Tally


@dataclass(frozen=True)
class MapTile:
    """One unit: what its colour and its dot are drawn from."""

    spot: Spot
    tally: Tally
    late: int


@dataclass(frozen=True)
class MapGroup:
    """Tiles below one unit."""

    spot: Spot
    tiles: tuple[MapTile, ...]


@dataclass(frozen=True)
class AreaMap:
    """``counted`` says what the colours show; ``dot`` what a dot means; ``level`` what a tile is."""

    groups: tuple[MapGroup, ...]
    counted: str
    dot: str
    level: Level
    tiles: int


@dataclass(frozen=True)
class Overview:
    """``everything`` counts all that the units below owe; ``own`` what the unit itself owes."""

    year: Year
    moments: tuple[Moment, ...]
    figures: tuple[Figure, ...]
    map: AreaMap
    attention: tuple[Attention, ...]
    everything: Tally
    own: Tally


def city(actor: Actor, *, today: date, key: str = "") -> Overview | None:
    """The area of the office at a glance; None where no cycle runs. Constant queries for any size."""
    year = year_for(actor, key)
    if year is None:
        return None
    kinds = list_kinds(year.campaign)
    levels = [level for level in list_levels(year.place) if level.depth >= year.place.depth]
    steps = 1 if len(levels) > 1 else 0
    counts = count_by_unit(year.campaign, year.place, steps=steps, today=today)
    below = {at: tally for at, tally in counts.items() if at[0] is not None}
    children = list_spots(year.place, steps=steps)
    return Overview(
        year=year,
        moments=moments_of(year, kinds, sum_by_kind(counts)),
        figures=_figures(kinds, below),
        map=_map(year, kinds, levels, children, today),
        attention=list_attention(children, kinds, below) if steps else (),
        everything=total(below.values()),
        own=total(tally for (unit, _), tally in counts.items() if unit is None),
    )


def _figures(kinds: Sequence[ObligationKind], counts: Counts) -> tuple[Figure, ...]:
    """The four most telling; plans of all levels make one figure."""
    by_kind = sum_by_kind(counts)
    found: dict[tuple[str, str], Figure] = {}
    for kind in kinds:
        if kind.pk in by_kind:
            level = "" if kind.code == PLAN else kind.level.code
            name = figure_name(kind)
            known = found.get((kind.code, level))
            tally = by_kind[kind.pk] + (known.tally if known else NOTHING)
            found[kind.code, level] = Figure(kind.code, level, kind.level.depth, name, tally)
    return tuple(sorted(found.values(), key=_telling)[:CARDS])


def figure_name(kind: ObligationKind) -> str:
    """What a number of this kind counts, in words."""
    return FIGURES.get(kind.code, kind.name).format(level=kind.level.name.lower())


def _telling(figure: Figure) -> tuple[int, int, int]:
    """Known kinds in the order of ``TELLING``, the lowest level first; others by how much is late."""
    if figure.code in TELLING:
        return TELLING.index(figure.code), -figure.depth, 0
    return len(TELLING), -figure.tally.late, -figure.depth


def _map(
    year: Year, kinds: Sequence[ObligationKind], levels: Sequence[Level], children: Sequence[Spot], today: date
) -> AreaMap:
    """Units two levels below grouped by the one between; one level below where that would be too many."""
    deep = list_spots(year.place, steps=2) if len(levels) > 2 else []
    if deep and len(deep) <= MOST_TILES:
        steps, groups = 2, [(child, [spot for spot in deep if spot.parent_id == child.pk]) for child in children]
    else:
        steps, groups = (1 if len(levels) > 1 else 0), [(_self(year), list(children))]
    tile_level = levels[steps]
    colour = _colour_kinds(kinds, levels, tile_level)
    plans = {kind.pk for kind in kinds if kind.code == PLAN and kind.level_id == tile_level.pk}
    wanted = colour.union(plans) if colour and plans else None
    counts = count_by_unit(year.campaign, year.place, steps=steps, today=today, kinds=wanted)
    shown = sum_by_unit({at: tally for at, tally in counts.items() if not colour or at[1] in colour})
    dotted = sum_by_unit({at: tally for at, tally in counts.items() if not plans or at[1] in plans})
    return AreaMap(
        groups=tuple(
            MapGroup(
                group,
                tuple(MapTile(spot, shown.get(spot.pk, NOTHING), dotted.get(spot.pk, NOTHING).late) for spot in spots),
            )
            for group, spots in groups
        ),
        counted=next((figure_name(kind) for kind in kinds if kind.pk in colour), ""),
        dot="Kế hoạch quá hạn" if plans else "Có việc quá hạn",
        level=tile_level,
        tiles=sum(len(spots) for _, spots in groups),
    )


def _colour_kinds(kinds: Sequence[ObligationKind], levels: Sequence[Level], tile_level: Level) -> set[int]:
    """The conferences below the tiles; empty (all kinds) where a tile has no units below it or no such kind."""
    deeper = {level.pk for level in levels if level.depth > tile_level.depth}
    conferences = [kind for kind in kinds if kind.code == CONFERENCE and kind.level_id in deeper]
    return {conferences[-1].pk} if conferences else set()


def _self(year: Year) -> Spot:
    place = year.place
    return Spot(place.pk, place.name, place.parent_id or 0, place.kind.name, place.kind.short)

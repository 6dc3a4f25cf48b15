"""Promises of an area rolled up: counts are added before percentages are made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db.models import Count, Q, Sum

from danban.commitments.models import Commitment
from danban.commitments.queries.catalogue import Measure, catalogue
from danban.commitments.states import Outcome
from danban.kit import paths
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound
from danban.units import queries as units
from danban.units.models import Placement

_FIGURES = ("units", "told", "reached", "partly", "counts", "ofs", "plain")


@dataclass(frozen=True)
class Line:
    """One indicator over many units. ``result`` is weighted: in per cent of ``of``, or the plain sum.

    ``reached`` is how many units met their target, of ``told`` that gave a result, of ``units`` that promised.
    """

    measure: Measure
    units: int
    told: int
    reached: int
    partly: int
    count: Decimal | None
    of: Decimal | None
    result: Decimal | None


@dataclass(frozen=True)
class RollUpPage:
    """The roll-up of a unit for a year; ``below`` are the units right below with how many promises they settled."""

    place: Placement
    above: tuple[Placement, ...]
    year: int
    years: tuple[int, ...]
    lines: tuple[Line, ...]
    free: int
    below: tuple[tuple[Placement, int, int, int], ...]


def roll_up(actor: Actor, *, place_id: int | None = None, year: int | None = None, at: datetime) -> RollUpPage:
    """Every indicator of an area in one year (the last with results by default); raises ``NotFound``.

    Four queries, whatever the size of the city.
    """
    if not actor.may("commitment:see"):
        raise NotFound
    place = units.placement_for(actor, place_id) if place_id else _own(actor)
    depth = paths.depth(place.path)
    area = Q(tree_id=place.tree_id, **({f"at_{depth}": place.pk} if depth else {}))
    made = Commitment.objects.filter(area)
    years = sorted(made.order_by().values_list("year", flat=True).distinct(), reverse=True)
    spoken = next((one for one in years[:3] if made.filter(year=one).exclude(outcome="").exists()), None)
    wanted = year if year is not None and year in years else spoken or (years[0] if years else at.year)
    child = f"at_{depth + 1}" if depth < 3 else "at_3"
    rows = made.filter(year=wanted).order_by().values("indicator", child).annotate(
        units=Count("pk"),
        told=Count("pk", filter=~Q(outcome="")),
        reached=Count("pk", filter=Q(outcome=Outcome.DONE)),
        partly=Count("pk", filter=Q(outcome=Outcome.PARTLY)),
        counts=Sum("result_count"),
        ofs=Sum("result_of"),
        plain=Sum("result"),
    )  # fmt: skip
    tallies: list[dict[str, Any]] = [dict(row) for row in rows]
    known = catalogue()
    lines = [_line(known[code], row) for code, row in _by(tallies, "indicator").items() if code in known]
    order = list(known)
    own = [one for one in units.ancestors_of(place) if actor.covers(one.tree_id, one.path)]
    return RollUpPage(
        place=place, above=tuple(own), year=wanted, years=tuple(years),
        lines=tuple(sorted(lines, key=lambda one: order.index(one.measure.code))),
        free=sum(row["units"] for row in tallies if row["indicator"] not in known),
        below=tuple(_below(place, _by(tallies, child), depth)),
    )  # fmt: skip


def _line(measure: Measure, row: dict[str, Any]) -> Line:
    share = row["counts"] * 100 / row["ofs"] if measure.is_share and row["ofs"] else None
    result = (share.quantize(Decimal("0.1")) if share is not None else None) if measure.is_share else row["plain"]
    return Line(measure, row["units"], row["told"], row["reached"], row["partly"], row["counts"], row["ofs"], result)


def _by(rows: list[dict[str, Any]], column: str) -> dict[Any, dict[str, Any]]:
    """Rows added up by one column; a sum nobody gave a figure for stays None."""
    found: dict[Any, dict[str, Any]] = {}
    for row in rows:
        whole = found.setdefault(row[column], dict.fromkeys(_FIGURES))
        for name in _FIGURES:
            if row[name] is not None:
                whole[name] = (whole[name] or 0) + row[name]
    return found


def _below(place: Placement, tallies: dict[Any, dict[str, Any]], depth: int) -> list[tuple[Placement, int, int, int]]:
    if depth >= 3:
        return []
    children = Placement.objects.filter(parent=place).order_by("sort_key", "pk")
    empty = {"units": 0, "told": 0, "reached": 0}
    found = [(one, tallies.get(one.pk, empty)) for one in children]
    return [(one, row["units"] or 0, row["told"] or 0, row["reached"] or 0) for one, row in found]


def _own(actor: Actor) -> Placement:
    own = Placement.objects.filter(unit_id=actor.unit_id or 0).order_by("-tree__starts_on").first()
    if own is None:
        raise NotFound
    return own

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
    told: dict[int, int] = dict(
        Commitment.objects.filter(area).order_by().values_list("year").annotate(told=Count("pk", filter=~Q(outcome="")))
    )
    years = sorted(told, reverse=True)
    spoken = next((one for one in years if told[one]), years[0] if years else at.year)
    wanted: int = year if year is not None and year in told else spoken
    counted = Commitment.objects.filter(area, year=wanted)
    rows = counted.order_by().values("indicator").annotate(
        units=Count("pk"),
        told=Count("pk", filter=~Q(outcome="")),
        reached=Count("pk", filter=Q(outcome=Outcome.DONE)),
        partly=Count("pk", filter=Q(outcome=Outcome.PARTLY)),
        counts=Sum("result_count"),
        ofs=Sum("result_of"),
        plain=Sum("result"),
    )  # fmt: skip
    known = catalogue()
    tallies: list[dict[str, Any]] = [dict(row) for row in rows]
    lines = [_line(known[row["indicator"]], row) for row in tallies if row["indicator"] in known]
    order = list(known)
    own = [one for one in units.ancestors_of(place) if actor.covers(one.tree_id, one.path)]
    return RollUpPage(
        place=place, above=tuple(own), year=wanted, years=tuple(years),
        lines=tuple(sorted(lines, key=lambda one: order.index(one.measure.code))),
        free=sum(row["units"] for row in tallies if row["indicator"] not in known),
        below=tuple(_below(place, counted, depth)),
    )  # fmt: skip


def _line(measure: Measure, row: dict[str, Any]) -> Line:
    share = row["counts"] * 100 / row["ofs"] if measure.is_share and row["ofs"] else None
    result = (share.quantize(Decimal("0.1")) if share is not None else None) if measure.is_share else row["plain"]
    return Line(measure, row["units"], row["told"], row["reached"], row["partly"], row["counts"], row["ofs"], result)


def _below(place: Placement, counted: Any, depth: int) -> list[tuple[Placement, int, int, int]]:
    if depth >= 3:
        return []
    rows = (
        counted.order_by()
        .values_list(f"at_{depth + 1}")
        .annotate(
            units=Count("pk"),
            told=Count("pk", filter=~Q(outcome="")),
            reached=Count("pk", filter=Q(outcome=Outcome.DONE)),
        )
    )
    tallies = {pk: tuple(figures) for pk, *figures in rows if pk}
    children = Placement.objects.filter(parent=place).order_by("sort_key", "pk")
    return [(one, *tallies.get(one.pk, (0, 0, 0))) for one in children]


def _own(actor: Actor) -> Placement:
    own = Placement.objects.filter(unit_id=actor.unit_id or 0).order_by("-tree__starts_on").first()
    if own is None:
        raise NotFound
    return own

"""Roll-ups: one GROUP BY over a copied ancestor column, whatever the number of units."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from danban.campaigns.models import Campaign, Obligation, ObligationKind
from danban.campaigns.rules.timeliness import IS_DONE_LATE, IS_EXCUSED, is_late
from danban.units.models import Placement


@dataclass(frozen=True)
class Tally:
    """How many obligations there are, are done, are open and late, were done late, are excused without being done."""

    total: int = 0
    done: int = 0
    late: int = 0
    done_late: int = 0
    excused: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.total + other.total,
            self.done + other.done,
            self.late + other.late,
            self.done_late + other.done_late,
            self.excused + other.excused,
        )

    @property
    def open(self) -> int:
        """Not done yet and not excused, late or not."""
        return self.total - self.done - self.excused

    @property
    def share(self) -> float | None:
        """The part that is done, from 0 to 1; None where nothing is owed."""
        return self.done / self.total if self.total else None


NOTHING = Tally()
Counts = dict[tuple[int | None, int], Tally]
"""Tallies by (id of a unit below or None for what lies above that depth, id of a kind)."""


def total(tallies: Iterable[Tally]) -> Tally:
    """The sum of tallies."""
    return sum(tallies, NOTHING)


def area(campaign: Campaign, place: Placement) -> Q:
    """What ``place`` and everything below it owe in a campaign of its tree."""
    inside = Q(campaign_id=campaign.pk)
    return inside & Q(**{f"at_{place.depth}": place.pk}) if place.depth else inside


def count_by_unit(
    campaign: Campaign, place: Placement, *, steps: int, today: date, kinds: Collection[int] | None = None
) -> Counts:
    """Tallies of the units ``steps`` levels below ``place`` by kind, each with all that lies below it.

    What is owed above that depth (by ``place`` itself, with one step) stands under None. ``kinds`` narrows
    to some kinds. One query; from the top level, no step at all gives the whole campaign under None.
    """
    column = f"at_{place.depth + steps}" if place.depth + steps else None
    wanted = Obligation.objects.filter(area(campaign, place))
    if kinds is not None:
        wanted = wanted.filter(kind_id__in=kinds)
    names = [column, "kind_id"] if column else ["kind_id"]
    rows = (
        wanted.values_list(*names)
        .annotate(
            total=Count("pk"),
            done=Count("fulfilled_on"),
            late=Count("pk", filter=is_late(today)),
            done_late=Count("pk", filter=IS_DONE_LATE),
            excused=Count("pk", filter=IS_EXCUSED),
        )
        .order_by(*names)
    )
    if column:
        return {(unit, kind): Tally(*figures) for unit, kind, *figures in rows}
    return {(None, kind): Tally(*figures) for kind, *figures in rows}


def sum_by_unit(counts: Counts) -> dict[int | None, Tally]:
    """Tallies of all kinds together, by unit."""
    sums: dict[int | None, Tally] = {}
    for (unit, _), tally in counts.items():
        sums[unit] = sums.get(unit, NOTHING) + tally
    return sums


def sum_by_kind(counts: Counts) -> dict[int, Tally]:
    """Tallies of all units together, by kind."""
    sums: dict[int, Tally] = {}
    for (_, kind), tally in counts.items():
        sums[kind] = sums.get(kind, NOTHING) + tally
    return sums


def list_kinds(campaign: Campaign) -> list[ObligationKind]:
    """Every kind of obligation of a campaign, by level from the top, in the plan's order."""
    kinds = ObligationKind.objects.filter(campaign=campaign).select_related("level", "clause", "milestone")
    return list(kinds.order_by("level__depth", "position", "pk"))

"""Where units of an earlier year stand in a tree: themselves, or what they went into."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from danban.units.models import Body, Placement, Succession

_MOST_STEPS = 6


@dataclass(frozen=True)
class Seats:
    """Placements of a tree by unit, what units became. ``on`` is the day bodies must stand."""

    places: dict[int, Placement]
    became: dict[int, int]
    on: date

    def place_of(self, unit_id: int) -> Placement | None:
        """Where a unit, or its last successor, stands; None where neither does."""
        for _ in range(_MOST_STEPS):
            if unit_id in self.places:
                return self.places[unit_id]
            if unit_id not in self.became:
                return None
            unit_id = self.became[unit_id]
        return None

    def holder_of(self, body: Body) -> Placement | None:
        """Where a body's unit stands, if the body itself still does."""
        stands = body.ends_on is None or body.ends_on >= self.on
        return self.places.get(body.unit_id) if stands else None


def seats_in(tree_id: int, unit_ids: Collection[int], *, on: date) -> Seats:
    """The places of a tree and the way of the units that are no longer in it; two queries.

    Where a unit was split among several, the default one takes its open petitions.
    """
    placed = Placement.objects.filter(tree_id=tree_id).select_related("parent__level", "level")
    places = {one.unit_id: one for one in placed}
    became: dict[int, int] = {}
    if not set(unit_ids) <= set(places):
        steps = Succession.objects.filter(on__lte=on).order_by("is_default", "on", "pk")
        became = dict(steps.values_list("from_unit_id", "to_unit_id"))
    return Seats(places, became, on)

"""Whose desk a petition lies on first."""

from danban.units.models import Placement


def desk_of(place: Placement) -> Placement:
    """Whose Front sorts what a unit's people ask: the commune of a village, else the unit itself.

    ``place`` has its parent and level.
    """
    return place.parent if place.level.code == "village" and place.parent is not None else place

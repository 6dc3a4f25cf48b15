"""Values that mean the same in every room."""

from danban.units.models import Placement
from tests.web.places.registry import World, value


@value("don_vi")
def _unit(world: World, place: Placement) -> int:
    return place.unit_id


@value("ending", anywhere=True)
def _ending(world: World, place: Placement) -> str:
    return "csv"


@value("status", "gallery:refusal", anywhere=True)
def _status(world: World, place: Placement) -> int:
    return 404

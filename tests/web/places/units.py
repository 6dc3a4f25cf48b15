"""Values of the addresses of units."""

from danban.units.models import Placement
from tests.web.places.registry import World, value


@value("pk", "desk:units:close", "desk:units:establish", anywhere=True)
def _tree(world: World, place: Placement) -> int:
    return world.cast.tree.pk


@value("digest", anywhere=True)
def _digest(world: World, place: Placement) -> str:
    return "0" * 64

"""Values of the addresses of paper: the conference a unit holds, which nobody has entered yet."""

from danban.units.models import Placement
from tests.web.places.conferences import _conference
from tests.web.places.registry import World, value


@value("pk", "desk:resolutions:paper_entry", "desk:resolutions:blank_forms", "desk:resolutions:blank_minutes")
def _not_met(world: World, place: Placement) -> int:
    return _conference(world, place)

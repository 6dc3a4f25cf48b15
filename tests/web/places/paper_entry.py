"""Values of the addresses of paper: the conference a unit holds, which nobody has entered yet."""

from danban.conferences.models import Conference
from danban.units.models import Placement
from tests.web.places.conferences import _conference
from tests.web.places.registry import World, value


@value("pk", "desk:resolutions:paper_entry", "desk:resolutions:blank_forms", "desk:resolutions:blank_minutes")
def _not_met(world: World, place: Placement) -> int:
    """Not held, whatever another line of the table made of it."""
    pk: int = _conference(world, place)
    Conference.objects.filter(pk=pk).update(
        status="planned", day=None, session="", held_on=None, opened_at=None, closed_at=None
    )
    return pk

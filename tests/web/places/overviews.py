"""Values of the addresses of the overviews."""

from danban.campaigns.models import Obligation
from danban.units.models import Placement
from tests.web.places.registry import World, value


@value("pk", "desk:overviews:unit", "desk:overviews:matrix_of", "desk:overviews:matrix_export")
def _place(world: World, place: Placement) -> int:
    return place.pk


@value("pk", "desk:overviews:obligation")
def _obligation(world: World, place: Placement) -> int:
    found = Obligation.objects.filter(placement=place).order_by("pk").first()
    return found.pk if found else 0

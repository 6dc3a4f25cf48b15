"""Values of the addresses of the gallery: any kind, as a Word file."""

from danban.units.models import Placement
from tests.web.places.registry import World, value


@value("kind", "desk:documents:gallery_kind", anywhere=True)
@value("kind", "desk:documents:gallery_file", anywhere=True)
def _kind(world: World, place: Placement) -> str:
    return "giay-moi"


@value("ending", "desk:documents:gallery_file", anywhere=True)
def _ending(world: World, place: Placement) -> str:
    return "docx"

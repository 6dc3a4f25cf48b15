"""Values of addresses at a place; one file a room, all of them read here."""

import importlib
import pkgutil

from tests.web.places.registry import World, depends_on_place, value

for _room in pkgutil.iter_modules(__path__):
    importlib.import_module(f"{__name__}.{_room.name}")

__all__ = ["World", "depends_on_place", "value"]

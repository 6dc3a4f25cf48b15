"""The Vietnamese sentence of every event, collected from the rooms that record them."""

import importlib
from functools import lru_cache
from importlib.util import find_spec

from django.apps import apps


@lru_cache(maxsize=1)
def sentences() -> dict[str, str]:
    """Event → sentence, over every room."""
    found: dict[str, str] = {}
    for room in apps.get_app_configs():
        name = f"{room.name}.texts"
        if room.name.startswith("danban.") and find_spec(name):
            found |= getattr(importlib.import_module(name), "EVENTS", {})
    return found

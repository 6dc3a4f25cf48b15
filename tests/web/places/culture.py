"""Values of the addresses of clean-ups: one the unit logged, and the unit to log for."""

from datetime import date

from danban.culture.actions import Loaded, load_clean_ups
from danban.culture.models import CleanUp
from danban.culture.rules import Told
from danban.culture.states import Slot
from danban.kit.actor import machine
from danban.units.models import Placement
from tests.cast import AT
from tests.web.places.registry import World, value


@value("pk", *(f"desk:culture:{name}" for name in ("show", "correct", "withdraw")))
def _clean_up(world: World, place: Placement) -> int:
    told = Told(date(2023, 2, 3), Slot.FRIDAY.value, people=35, places=2)
    load_clean_ups(place.tree_id, [Loaded(place.pk, told)], actor=machine("test", "clean_up:log"), at=AT)
    return CleanUp.objects.get(placement=place).pk


@value("don_vi", "desk:culture:log", "desk:culture:clean_ups", "desk:culture:records", "desk:culture:export")
def _place(world: World, place: Placement) -> int:
    return place.pk

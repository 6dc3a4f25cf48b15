"""Values of the addresses of difficulties: one that the unit has, put to the unit above it."""

from danban.accounts.queries import actor_for
from danban.difficulties.actions import ask_difficulty
from danban.units.models import Placement
from tests.accounts.factories import make_appointment
from tests.cast import AT
from tests.web.places.registry import World, value

_ASKERS = {"district": "district_front_officer", "commune": "commune_front_officer", "village": "front_work_head"}
_OF_ONE = ("show", "acknowledge", "answer", "pass_up", "close", "reopen")


@value("pk", *(f"desk:difficulties:{name}" for name in _OF_ONE))
def _difficulty(world: World, place: Placement) -> int:
    """The top asks nobody: there it is a number nothing has."""
    if place.parent is None:
        return 0
    asker = actor_for(make_appointment(place.unit, role=_ASKERS[place.level.code]))
    return ask_difficulty(world.campaign.pk, title="Chưa có chỗ họp", actor=asker, at=AT).pk

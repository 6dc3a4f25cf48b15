"""Values of the addresses of conferences: the one a unit holds, a hall it looks after."""

from danban.conferences.actions import add_hall, plan_conferences
from danban.conferences.models import Conference
from danban.kit.actor import machine
from danban.units.models import Placement
from tests.cast import AT
from tests.web.places.registry import World, value

_OF_ONE = (
    "show", "propose", "schedule", "unschedule", "announce", "move", "postpone", "give_up", "excuse", "choose_pilot",
    "part",
)  # fmt: skip


@value("pk", *(f"desk:conferences:{name}" for name in _OF_ONE))
def _conference(world: World, place: Placement) -> int:
    """Districts and the top hold none: there it is a number nothing has."""
    actor = machine("launch", "conference:arrange")
    world.once("conferences", lambda: plan_conferences(world.campaign.pk, actor=actor, at=AT))
    found = Conference.objects.filter(campaign=world.campaign, placement=place).first()
    return found.pk if found else 0


@value("place", "desk:conferences:part")
def _place(world: World, place: Placement) -> int:
    return place.pk


@value("pk", "desk:conferences:edit_hall", "desk:conferences:close_hall")
def _hall(world: World, place: Placement) -> int:
    return add_hall(place.unit_id, name="Nhà văn hóa", actor=machine("halls", "hall:keep"), at=AT).pk


@value("don_vi", "desk:conferences:calendar", "desk:conferences:sent")
@value("don_vi", "desk:conferences:board", "desk:conferences:index", "desk:conferences:proposer")
def _area(world: World, place: Placement) -> int:
    return place.pk

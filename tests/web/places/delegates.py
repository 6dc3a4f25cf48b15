"""Values of the addresses of delegates: the conference a unit holds, somebody named for it, a link to nothing."""

from danban.delegates.actions import name_delegate
from danban.delegates.rules import DelegateSheet
from danban.kit.actor import machine
from danban.units.models import Placement
from tests.cast import AT
from tests.web.places import conferences
from tests.web.places.registry import World, value

_OF_ONE = (
    "index", "set_structure", "agree_structure", "name", "name_households", "elect", "invite", "tell_again", "printed",
    "blank",
)  # fmt: skip
_ACTOR = machine("delegates", "delegate:name", "conference:see")

value("pk", *(f"desk:delegates:{name}" for name in _OF_ONE))(conferences._conference)


@value("delegate", "desk:delegates:drop", "desk:delegates:invite_again")
def _delegate(world: World, place: Placement) -> int:
    pk = conferences._conference(world, place)
    return name_delegate(pk, sheet=DelegateSheet("Nguyễn Văn An"), actor=_ACTOR, at=AT).pk if pk else 0


@value(
    "token",
    *(f"portal:delegates:{name}" for name in ("show", "accept", "decline", "replace", "calendar")),
    anywhere=True,
)
def _token(world: World, place: Placement) -> str:
    return "khong-co-giay-moi-nay-dau"

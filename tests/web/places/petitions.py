"""Values of the addresses of petitions: one said at the place, its group, a sheet sent, a line of the routing table."""

from danban.accounts.queries import actor_for
from danban.petitions import actions
from danban.petitions.actions import PetitionSheet
from danban.units.models import Placement
from tests.accounts.factories import make_appointment
from tests.cast import AT
from tests.web.places.registry import World, value

_OF_ONE = (
    "show", "route", "acknowledge", "forward", "give_back", "answer", "confirm", "dispute", "reopen", "turn_away",
    "restore",    "split", "merge", "unmerge", "leave_group", "pause", "resume", "publish", "evidence",
)  # fmt: skip
_SENDERS = {"district": "district_front_officer", "commune": "commune_front_officer"}


def _said(world: World, place: Placement, text: str = "Đèn đường ngõ 12 hỏng") -> int:
    sheet = PetitionSheet(text=text)
    city = world.cast.actors["mrs_ha"]
    return actions.record_petition(world.campaign.pk, place.pk, sheet=sheet, actor=city, at=AT).pk


@value("pk", *(f"desk:petitions:{name}" for name in _OF_ONE))
def _petition(world: World, place: Placement) -> int:
    """On the desk of the Front that sorts for the place."""
    return _said(world, place)


@value("answer", "desk:petitions:evidence")
def _answer(world: World, place: Placement) -> int:
    """Nobody has answered yet."""
    return world.once("no answer", lambda: 1) if place else 1


@value("pk", "desk:petitions:show_group", "desk:petitions:answer_group")
def _group(world: World, place: Placement) -> int:
    """Two of the place that ask the same."""
    ids = [_said(world, place), _said(world, place, "Ngõ 12 tối, xin thay bóng đèn")]
    return actions.group_petitions(ids, actor=world.cast.actors["mrs_ha"], at=AT).pk


@value("pk", "desk:petitions:sent_sheet")
def _sheet(world: World, place: Placement) -> int:
    """What the place sent; villages and the city send none."""
    if place.level.code not in _SENDERS:
        return 0
    sender = actor_for(make_appointment(place.unit, role=_SENDERS[place.level.code]))
    return actions.send_synthesis(world.campaign.pk, place.pk, actor=sender, at=AT).pk


@value("pk", "desk:petitions:drop_route")
def _route(world: World, place: Placement) -> int:
    """A line of the city's own for the place."""
    return actions.set_route(
        world.cast.tree.scheme_id, field="other", level_code="city", body_kind="peoples_committee",
        reason="Thành phố trả lời", unit_id=place.unit_id, actor=world.cast.actors["mrs_ha"], at=AT,
    ).pk  # fmt: skip

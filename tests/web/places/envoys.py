"""Values of the addresses of those sent: the conference a unit holds, somebody sent there, somebody in charge of it."""

from danban.accounts.roles import permissions_of
from danban.conferences.models import Conference
from danban.envoys.actions import charge_area, propose_envoy
from danban.envoys.rules import EnvoySheet
from danban.kit.actor import Actor
from danban.units.models import Placement
from tests.cast import AT
from tests.web.places import conferences
from tests.web.places.registry import World, value

value("pk", *(f"desk:envoys:{name}" for name in ("of_conference", "propose", "note_inspection")))(
    conferences._conference
)


def _above(world: World, place: Placement) -> Actor | None:
    """An office of the unit right above; None at the top."""
    if place.parent is None:
        return None
    return Actor(
        role="test", unit_id=place.parent.unit_id, permissions=permissions_of("movement_board"),
        paths={world.cast.tree.pk: place.parent.path},
    )  # fmt: skip


@value("envoy", *(f"desk:envoys:{name}" for name in ("approve", "decline", "withdraw", "confirm", "miss")))
def _envoy(world: World, place: Placement) -> int:
    """Somebody the unit right above proposed; districts and the top hold no conference: a number nothing has."""
    pk, actor = conferences._conference(world, place), _above(world, place)
    if not pk or actor is None:
        return 0
    one = Conference.objects.get(pk=pk)
    return propose_envoy(one.pk, sheet=EnvoySheet("Lê Văn Ba", "Chuyên viên"), actor=actor, at=AT).pk


@value("charge", "desk:envoys:end_area_charge")
def _charge(world: World, place: Placement) -> int:
    actor = _above(world, place)
    if actor is None:
        return 0
    return charge_area(
        world.campaign.pk, placement_id=place.pk, full_name="Lê Văn Ba", actor=actor, at=AT
    ).pk  # fmt: skip

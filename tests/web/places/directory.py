"""Values of the addresses of the directory and of calendars."""

from danban.accounts.actions import create_feed
from danban.accounts.queries import actor_for
from danban.units.models import Body, Placement
from tests.accounts.factories import make_appointment
from tests.cast import AT
from tests.web.places.accounts import office_at
from tests.web.places.registry import World, value


@value("pk", "desk:directory:show", "desk:directory:print", "desk:directory:export")
def _place(world: World, place: Placement) -> int:
    return place.pk


@value("pk", "desk:directory:set_body_contacts")
def _body(world: World, place: Placement) -> int:
    return Body.objects.filter(unit_id=place.unit_id).order_by("pk")[0].pk


@value("pk", "desk:directory:set_work_contacts")
def _post(world: World, place: Placement) -> int:
    return int(office_at(world, place).pk)


@value("secret", anywhere=True)
def _secret(world: World, place: Placement) -> str:
    """Of a post somebody holds today."""

    def opened() -> str:
        office = make_appointment(world.cast.places["00001.01"].unit)
        return create_feed(office.pk, actor=actor_for(office), at=AT)

    return str(world.once("feed", opened))

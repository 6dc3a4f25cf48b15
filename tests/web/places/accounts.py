"""Values of the addresses of people and offices."""

from typing import Any

from danban.units.models import Placement
from tests.accounts.factories import make_appointment
from tests.web.places.registry import World, value

ROLE_AT = {
    "city": "department_officer",
    "district": "district_front_officer",
    "commune": "commune_front_officer",
    "village": "front_work_head",
}


def office_at(world: World, place: Placement) -> Any:
    """An office in the unit, of somebody who asks for nothing in the table."""
    role = ROLE_AT[place.level.code]
    return world.once(("office", place.pk), lambda: make_appointment(place.unit, role=role))


@value("pk", "desk:accounts:end")
def _appointment(world: World, place: Placement) -> int:
    return int(office_at(world, place).pk)


@value("pk", "desk:accounts:person", "desk:accounts:appoint", "desk:accounts:deactivate", "desk:accounts:reactivate")
def _person(world: World, place: Placement) -> int:
    return int(office_at(world, place).account_id)

"""Values of the addresses of people and offices."""

from datetime import date
from typing import Any

from danban.accounts.models import Appointment, Handover
from danban.units.models import Placement
from tests.accounts.factories import make_appointment
from tests.cast import AT
from tests.web.places.registry import World, value

ROLE_AT = {
    "city": "department_officer",
    "district": "district_front_officer",
    "commune": "commune_front_officer",
    "village": "front_work_head",
}


def _office(world: World, place: Placement) -> Any:
    """An office in the unit, of somebody who asks for nothing in the table."""
    role = ROLE_AT[place.level.code]
    return world.once(("office", place.pk), lambda: make_appointment(place.unit, role=role))


@value("pk", "desk:accounts:end", "desk:accounts:hand_over", "desk:accounts:name_deputy")
def _appointment(world: World, place: Placement) -> int:
    return int(_office(world, place).pk)


@value("pk", "desk:accounts:person", "desk:accounts:appoint", "desk:accounts:deactivate", "desk:accounts:reactivate")
def _person(world: World, place: Placement) -> int:
    return int(_office(world, place).account_id)


@value("nguoi", "desk:accounts:hand_over", "desk:accounts:name_deputy")
def _taker(world: World, place: Placement) -> int:
    """Somebody else of the unit, who may take a post there."""
    return int(make_appointment(place.unit, role=ROLE_AT[place.level.code]).account_id)


@value("pk", "desk:accounts:end_deputy")
def _deputy(world: World, place: Placement) -> int:
    office = _office(world, place)
    deputy = make_appointment(place.unit, role=office.role, ends_on=date(2100, 1, 1))
    Appointment.objects.filter(pk=deputy.pk).update(stands_in_for=office)
    return deputy.pk


@value("pk", "desk:accounts:handover")
def _handover(world: World, place: Placement) -> int:
    role = ROLE_AT[place.level.code]
    outgoing = make_appointment(place.unit, role=role, ends_on=date(2022, 12, 31))
    incoming = make_appointment(place.unit, role=role, starts_on=date(2023, 1, 1))
    last_day = date(2022, 12, 31)
    return Handover.objects.create(outgoing=outgoing, incoming=incoming, last_day=last_day, at=AT).pk

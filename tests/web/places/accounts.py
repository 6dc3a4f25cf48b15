"""Values of the addresses of people and offices."""

from typing import Any

from allauth.usersessions.models import UserSession
from django.conf import settings

from danban.units.models import Placement
from tests.accounts.authenticator import with_second_factor
from tests.accounts.factories import make_account, make_appointment
from tests.accounts.machines import signed_in
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


@value("pk", "desk:accounts:reset_second_factor")
def _person_with_a_lost_app(world: World, place: Placement) -> int:
    person = office_at(world, place).account
    world.once(("app", person.pk), lambda: with_second_factor(person))
    return int(person.pk)


@value("pk", "desk:accounts:end_session", anywhere=True)
def _session(world: World, place: Placement) -> int:
    """A machine of somebody who asks for nothing in the table."""
    return int(UserSession.objects.get(session_key=signed_in(make_account())).pk)


@value("provider_id", anywhere=True)
def _authority(world: World, place: Placement) -> str:
    return str(settings.OIDC.provider)

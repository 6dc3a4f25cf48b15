"""Values of the addresses of people and offices."""

from datetime import date
from typing import Any

from allauth.usersessions.models import UserSession
from django.conf import settings

from danban.accounts.models import Appointment, Handover, SignInCard
from danban.accounts.texts import HEADINGS
from danban.documents.actions import keep_file
from danban.kit.tables import write_xlsx
from danban.units.models import Placement
from tests.accounts.authenticator import with_second_factor
from tests.accounts.factories import make_account, make_appointment
from tests.accounts.machines import signed_in
from tests.cast import AT
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


@value("pk", "desk:accounts:end", "desk:accounts:hand_over", "desk:accounts:name_deputy")
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


@value("nguoi", "desk:accounts:hand_over", "desk:accounts:name_deputy")
def _taker(world: World, place: Placement) -> int:
    """Somebody else of the unit, who may take a post there."""
    return int(make_appointment(place.unit, role=ROLE_AT[place.level.code]).account_id)


@value("pk", "desk:accounts:end_deputy")
def _deputy(world: World, place: Placement) -> int:
    office = office_at(world, place)
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


@value("pk", "desk:accounts:revoke_card")
def _card(world: World, place: Placement) -> int:
    office = office_at(world, place)
    return SignInCard.objects.create(
        appointment=office, secret_hash=f"{office.pk:064}", issued_at=AT, first_use_until=date(2100, 1, 1)
    ).pk


@value("digest", "desk:accounts:import_people", anywhere=True)
def _people_table(world: World, place: Placement) -> str:
    """A table that would enter somebody in the village of the cast."""
    row = ("Đặng Thị Ánh", "", "0987 654 321", "village_head", "00001.02", "", "", "10/02/2023", "")
    return str(keep_file(write_xlsx(HEADINGS, [row]), name="nguoi.xlsx", media_type="", at=AT).sha256)

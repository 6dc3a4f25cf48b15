"""Offices as lists show them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from danban.accounts.models import Appointment
from danban.accounts.roles import ROLES, name_of
from danban.accounts.texts import LEVELS
from danban.kit.actor import Actor
from danban.kit.terms import is_in_term
from danban.units.models import Placement


@dataclass(frozen=True)
class OfficeRow:
    """One office as a list shows it. ``email`` and ``phone`` are None for whoever may not see them."""

    appointment_id: int
    account_id: int
    full_name: str
    role: str
    role_name: str
    level_name: str
    title: str
    unit_name: str
    above_name: str
    body_name: str
    starts_on: date
    ends_on: date | None
    is_held: bool
    is_active: bool
    email: str | None
    phone: str | None


def office_rows(actor: Actor, offices: Collection[Appointment], *, today: date) -> list[OfficeRow]:
    """Rows of offices with the names their units bear in the newest tree; two queries at most."""
    offices = list(offices)
    places = Placement.objects.filter(unit_id__in={office.unit_id for office in offices})
    newest = {place.unit_id: place for place in places.select_related("parent").order_by("tree__starts_on", "pk")}
    sees_contacts = actor.may("appointment:see")
    return [_row(office, newest.get(office.unit_id), today=today, sees_contacts=sees_contacts) for office in offices]


def _row(office: Appointment, place: Placement | None, *, today: date, sees_contacts: bool) -> OfficeRow:
    return OfficeRow(
        appointment_id=office.pk,
        account_id=office.account_id,
        full_name=office.account.full_name,
        role=office.role,
        role_name=name_of(office.role),
        level_name=LEVELS.get(ROLES[office.role].level, "") if office.role in ROLES else "",
        title=office.title,
        unit_name=place.name if place else office.unit.name,
        above_name=place.parent.name if place and place.parent and place.parent.path else "",
        body_name=office.body.name if office.body else "",
        starts_on=office.starts_on,
        ends_on=office.ends_on,
        is_held=is_in_term(today, office.starts_on, office.ends_on),
        is_active=office.account.is_active,
        email=office.account.email if sees_contacts else None,
        phone=office.account.phone if sees_contacts else None,
    )


def titles_of(appointment_ids: Collection[int]) -> dict[int, str]:
    """How offices are called, by id."""
    return dict(Appointment.objects.filter(pk__in=appointment_ids).order_by("pk").values_list("pk", "title"))

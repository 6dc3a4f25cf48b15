"""Who may act as what today."""

from datetime import date
from types import MappingProxyType

from django.db.models import Q

from danban.accounts import rules
from danban.accounts.models import Account, Appointment
from danban.accounts.roles import permissions_of
from danban.kit.actor import Actor
from danban.units.models import Placement


def list_appointments_of(account_id: int, *, on: date) -> list[Appointment]:
    """The offices a person holds on a day, the oldest first."""
    held = Appointment.objects.held_on(on).filter(account_id=account_id)
    return list(held.select_related("unit", "body").order_by("starts_on", "pk"))


def actor_for(appointment: Appointment) -> Actor:
    """The frozen actor of an appointment: permissions of its role, its unit's path in every tree."""
    places = Placement.objects.filter(unit_id=appointment.unit_id).order_by("tree_id").values_list("tree_id", "path")
    return Actor(
        user_id=appointment.account_id,
        appointment_id=appointment.pk,
        role=appointment.role,
        unit_id=appointment.unit_id,
        body_id=appointment.body_id,
        label=appointment.title,
        permissions=permissions_of(appointment.role),
        paths=MappingProxyType(dict(places)),
    )


def actor_of(account_id: int, *, on: date) -> Actor:
    """Whom a person acts for when coming in: the oldest office held, or nobody but themselves."""
    offices = list_appointments_of(account_id, on=on)
    return actor_for(offices[0]) if offices else Actor(user_id=account_id)


def account_by_identifier(text: str) -> Account | None:
    """Whose e-mail or phone this is, however it is written; None for nobody."""
    found = rules.normal_identifier(text)
    return Account.objects.filter(Q(email=found) | Q(phone=found)).order_by("pk").first()


def account_by_contact(*, email: str, phone: str) -> Account | None:
    """The one person whose e-mail or phone this is; None for nobody, and when the two belong to two people."""
    known = Q(email=rules.normal_email(email), email__isnull=False) | Q(
        phone=rules.normal_phone(phone), phone__isnull=False
    )
    found = list(Account.objects.filter(known).order_by("pk")[:2])
    return found[0] if len(found) == 1 else None


def active_account(pk: int) -> Account | None:
    """The account if it is not locked."""
    return Account.objects.filter(pk=pk, is_active=True).first()


def open_office(pk: int, *, on: date) -> Appointment | None:
    """An office held on a day by somebody who is not locked out; None otherwise."""
    held = Appointment.objects.held_on(on).filter(pk=pk, account__is_active=True)
    return held.select_related("account").first()

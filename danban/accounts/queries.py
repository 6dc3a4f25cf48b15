"""Who may act as what, today."""

from datetime import date
from types import MappingProxyType

from danban.accounts.models import Appointment
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

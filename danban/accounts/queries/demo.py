"""Whom a demonstration offers to sign in as."""

from datetime import date
from typing import Any

from django.db.models import Min, Q, QuerySet

from danban.accounts.models import Appointment
from danban.accounts.queries.rows import OfficeRow, office_rows
from danban.accounts.roles import ROLES
from danban.kit.actor import Actor
from danban.kit.vietnamese import fold
from danban.units.models import Placement


def first_office_of_each_role(*, on: date) -> list[OfficeRow]:
    """One person for each role, in the order of the roles: whom a demonstration offers to sign in as."""
    held = Appointment.objects.held_on(on).filter(account__is_active=True, role__in=list(ROLES))
    firsts = held.values("role").annotate(first=Min("pk")).order_by("role").values("first")
    return sorted(_offices_with(firsts, on=on), key=lambda row: list(ROLES).index(row.role))


def find_offices(text: str, *, on: date, limit: int = 20) -> list[OfficeRow]:
    """Offices held on a day; every word stands in the name of the holder, role, body or unit, accents aside."""
    held = Appointment.objects.held_on(on).filter(account__is_active=True, role__in=list(ROLES))
    for word in fold(text).split():
        named = Placement.objects.filter(folded__contains=word).values("unit")
        called = [role.code for role in ROLES.values() if word in fold(role.name)]
        person, body = Q(account__folded__contains=word), Q(body__folded__contains=word)
        held = held.filter(person | body | Q(role__in=called) | Q(unit__in=named))
    return _offices_with(held.order_by("account__sort_key", "pk").values("pk")[:limit], on=on)


def _offices_with(pks: QuerySet[Appointment, Any], *, on: date) -> list[OfficeRow]:
    offices = Appointment.objects.filter(pk__in=pks).select_related("account", "body", "unit")
    return office_rows(Actor(), list(offices.order_by("account__sort_key", "pk")), today=on)

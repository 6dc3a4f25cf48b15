"""The list of people and offices."""

from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page, Paginator

from danban.accounts.models import Appointment, AppointmentQuerySet
from danban.accounts.queries.rows import OfficeRow, office_rows
from danban.accounts.roles import ROLES
from danban.kit.actor import Actor
from danban.kit.search import has_every_word
from danban.kit.vietnamese import fold
from danban.units.models import Placement

ROWS_A_PAGE = 30


@dataclass(frozen=True)
class PeopleFilter:
    """What a list of people is narrowed to. ``text`` is words of a name, ``unit`` words of a unit's name."""

    text: str = ""
    role: str = ""
    unit: str = ""
    unit_id: int | None = None
    ended: bool = False


@dataclass(frozen=True)
class PeoplePage:
    """One page of offices, how many there are in all, and whether the reader may add people."""

    rows: list[OfficeRow]
    page: Page[Appointment]
    roles: list[tuple[str, str]]
    may_create: bool
    may_see_contacts: bool


def people_page(actor: Actor, wanted: PeopleFilter, *, number: int, today: date) -> PeoplePage:
    """Offices in the actor's area, by given name, ``ROWS_A_PAGE`` a page.

    ``wanted.ended`` shows offices that are over instead of those held today.
    """
    found = _narrow(Appointment.objects.visible_to(actor), wanted, today=today)
    page = Paginator(found, ROWS_A_PAGE).get_page(number)
    sees_contacts = actor.may("appointment:see")
    return PeoplePage(
        rows=office_rows(actor, list(page), today=today),
        page=page,
        roles=[(role.code, role.name) for role in ROLES.values()],
        may_create=actor.may("appointment:appoint"),
        may_see_contacts=sees_contacts,
    )


def _narrow(found: AppointmentQuerySet, wanted: PeopleFilter, *, today: date) -> AppointmentQuerySet:
    found = found.filter(ends_on__lt=today) if wanted.ended else found.held_on(today)
    found = found.filter(has_every_word(wanted.text, of="account__"))
    if wanted.role:
        found = found.filter(role=wanted.role)
    if wanted.unit_id is not None:
        found = found.filter(unit_id=wanted.unit_id)
    if fold(wanted.unit):
        named = Placement.objects.filter(has_every_word(wanted.unit))
        found = found.filter(unit__in=named.values("unit"))
    return found.select_related("account", "body", "unit").order_by("account__sort_key", "pk")

"""Who may act as what today, who is who, and who holds which office where."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Min, Q, QuerySet

from danban.accounts import rules
from danban.accounts.models import Account, Appointment, AppointmentQuerySet
from danban.accounts.roles import ROLES, name_of, permissions_of
from danban.accounts.texts import LEVELS
from danban.kit import clock
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound, is_allowed
from danban.kit.search import has_every_word
from danban.kit.terms import in_term, is_in_term
from danban.kit.vietnamese import fold
from danban.units import queries as units
from danban.units.models import Placement

ROWS_A_PAGE = 30


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


def active_account(pk: int) -> Account | None:
    """The account if it is not locked."""
    return Account.objects.filter(pk=pk, is_active=True).first()


def places_on(day: date) -> QuerySet[Placement]:
    """Every place of the trees in force on a day with its level, the newest tree last."""
    standing = Placement.objects.filter(in_term(day, of="tree__"))
    return standing.select_related("level", "unit").order_by("tree__starts_on", "pk")


def place_on(unit_id: int, day: date) -> Placement | None:
    """Where a unit stands in the newest tree in force on a day; None if nowhere."""
    return places_on(day).filter(unit_id=unit_id).last()


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
        rows=_rows(actor, list(page), today=today),
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


def _rows(actor: Actor, offices: Collection[Appointment], *, today: date) -> list[OfficeRow]:
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


@dataclass(frozen=True)
class PersonPage:
    """A person and those of their offices the reader may see, newest first, with what may be done."""

    account_id: int
    full_name: str
    is_active: bool
    email: str | None
    phone: str | None
    may_see_contacts: bool
    offices: list[OfficeRow]
    verbs: frozenset[str]
    endable: frozenset[int]


def account_for(actor: Actor, pk: int) -> Account:
    """A person who holds, held or will hold an office in the actor's area; raises ``NotFound``."""
    seen = Appointment.objects.visible_to(actor).filter(account_id=pk).values("account")
    account = Account.objects.filter(pk__in=seen).first()
    if account is None:
        raise NotFound("Không tìm thấy người này trong phạm vi của bạn.")
    return account


def appointment_for(actor: Actor, pk: int) -> Appointment:
    """An office in the actor's area, with its holder, unit and body; raises ``NotFound``."""
    seen = Appointment.objects.visible_to(actor).select_related("account", "unit", "body")
    appointment = seen.filter(pk=pk).first()
    if appointment is None:
        raise NotFound("Không tìm thấy vị trí này trong phạm vi của bạn.")
    return appointment


def account_to_appoint(actor: Actor, pk: int, *, at: datetime) -> Account:
    """A person of the actor's area to whom the actor may give an office now; raises any refusal."""
    account = account_for(actor, pk)
    rules.check_can_appoint(actor, account, at=at)
    return account


def appointment_to_end(actor: Actor, pk: int, *, at: datetime) -> Appointment:
    """An office of the actor's area that the actor may end now; raises any refusal."""
    appointment = appointment_for(actor, pk)
    rules.check_can_end(actor, appointment, at=at)
    return appointment


def person_page(actor: Actor, pk: int, *, at: datetime) -> PersonPage:
    """Everything the page of a person shows; raises ``NotFound`` outside the actor's area."""
    account = account_for(actor, pk)
    seen = Appointment.objects.visible_to(actor).filter(account_id=pk)
    offices = list(seen.select_related("account", "body", "unit").order_by("-starts_on", "-pk"))
    sees_contacts = actor.may("appointment:see")
    return PersonPage(
        account_id=account.pk,
        full_name=account.full_name,
        is_active=account.is_active,
        email=account.email if sees_contacts else None,
        phone=account.phone if sees_contacts else None,
        may_see_contacts=sees_contacts,
        offices=_rows(actor, offices, today=clock.day_of(at)),
        verbs=_verbs(actor, account, at=at),
        endable=frozenset(o.pk for o in offices if is_allowed(rules.check_can_end, actor, o, at=at)),
    )


def _verbs(actor: Actor, account: Account, *, at: datetime) -> frozenset[str]:
    checks = {
        "appoint": rules.check_can_appoint,
        "deactivate": rules.check_can_deactivate,
        "reactivate": rules.check_can_reactivate,
    }
    return frozenset(verb for verb, check in checks.items() if is_allowed(check, actor, account, at=at))


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
    return _rows(Actor(), list(offices.order_by("account__sort_key", "pk")), today=on)


def open_office(pk: int, *, on: date) -> Appointment | None:
    """An office held on a day by somebody who is not locked out; None otherwise."""
    held = Appointment.objects.held_on(on).filter(pk=pk, account__is_active=True)
    return held.select_related("account").first()


def titles_of(appointment_ids: Collection[int]) -> dict[int, str]:
    """How offices are called, by id."""
    return dict(Appointment.objects.filter(pk__in=appointment_ids).order_by("pk").values_list("pk", "title"))


@dataclass(frozen=True)
class OfficeChoices:
    """What an office in one unit may be: roles of its level, bodies that stand today."""

    place_name: str
    roles: list[tuple[str, str]]
    bodies: list[tuple[int, str]]


def office_choices(actor: Actor, unit_id: int, *, at: datetime) -> OfficeChoices:
    """The choices of an office form.

    Raises ``NotYours``, ``NotFound`` for a unit outside the actor's area or not in force.
    """
    rules.check_can_create(actor, at=at)
    today = clock.day_of(at)
    place = rules.checked_place(actor, place_on(unit_id, today))
    bodies = units.bodies_of(place.unit, today)
    return OfficeChoices(
        place_name=place.name,
        roles=[(role.code, role.name) for role in ROLES.values() if role.level == place.level.code],
        bodies=[(body.pk, body.name) for body in bodies],
    )


def places_to_appoint(actor: Actor, text: str, *, at: datetime) -> list[units.Hit]:
    """Units of the actor's area whose name has every word, in the tree in force; none for no words.

    Raises ``NotYours`` for an office that appoints nobody.
    """
    rules.check_can_create(actor, at=at)
    tree = units.tree_in_force(clock.day_of(at))
    return units.find_placements(actor, tree_id=tree.pk, text=text)

"""What a table of people is compared with: places, bodies, accounts and the offices they hold. Constant queries."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from danban.accounts import rules
from danban.accounts.models import Account, Appointment
from danban.accounts.roles import ROLES, Role
from danban.kit.actor import Actor
from danban.kit.vietnamese import fold
from danban.units.models import Body, Placement, Tree
from danban.units.queries import tree_in_force

_CHUNK = 500  # values in one statement
_Value = TypeVar("_Value", int, str)


@dataclass(frozen=True)
class PersonLine:
    """One row as text; ``number`` is the row number shown by a spreadsheet program."""

    number: int
    full_name: str
    email: str
    phone: str
    role: str
    unit_code: str
    body: str
    title: str
    starts_on: str
    ends_on: str


@dataclass(frozen=True)
class PeopleGround:
    """Places by code, bodies by unit, accounts by e-mail and phone, offices not over by account; whoever asks."""

    actor: Actor
    on: date
    tree: Tree
    places: dict[str, Placement]
    bodies: dict[int, list[Body]]
    accounts: dict[str, Account]
    offices: dict[int, list[Appointment]]

    def bodies_called(self, unit_id: int, text: str) -> list[Body]:
        """Bodies of a unit by their name, else by the name or short name of their kind; accents ignored."""
        wanted, ours = fold(text), self.bodies.get(unit_id, [])
        named = [body for body in ours if fold(body.name) == wanted]
        return named or [body for body in ours if wanted in {fold(body.kind.name), fold(body.kind.short)}]


def role_called(text: str) -> Role | None:
    """A role by its code or its name; accents and case ignored."""
    wanted = fold(text)
    return next((role for role in ROLES.values() if wanted in {fold(role.name), fold(role.code)}), None)


def survey_people(actor: Actor, lines: Sequence[PersonLine], *, on: date) -> PeopleGround:
    """Everything the rows are compared with; raises ``NotFound`` where no edition of the tree is in force."""
    tree = tree_in_force(on)
    places = _places(tree, {line.unit_code for line in lines})
    units = {place.unit_id for place in places.values()}
    bodies: dict[int, list[Body]] = {}
    for chunk in _chunks(units):
        standing = Body.objects.filter(unit_id__in=chunk).select_related("kind").order_by("pk")
        for body in standing:
            bodies.setdefault(body.unit_id, []).append(body)
    accounts = _accounts(lines)
    offices: dict[int, list[Appointment]] = {}
    for chunk in _chunks({account.pk for account in accounts.values()}):
        held = Appointment.objects.filter(account_id__in=chunk).order_by("starts_on", "pk")
        for office in held:
            offices.setdefault(office.account_id, []).append(office)
    return PeopleGround(actor, on, tree, places, bodies, accounts, offices)


def _places(tree: Tree, codes: Collection[str]) -> dict[str, Placement]:
    found: dict[str, Placement] = {}
    for chunk in _chunks(codes):
        rows = Placement.objects.filter(tree=tree, code__in=chunk).select_related("level", "tree").order_by("pk")
        found |= {place.code: place for place in rows}
    return found


def _accounts(lines: Sequence[PersonLine]) -> dict[str, Account]:
    """Known people by the e-mail and the phone they sign in with."""
    emails = {email for line in lines if (email := rules.normal_email(line.email))}
    phones = {phone for line in lines if (phone := rules.normal_phone(line.phone))}
    known: dict[str, Account] = {}
    for chunk in _chunks(emails):
        known |= {str(a.email): a for a in Account.objects.filter(email__in=chunk).order_by("pk")}
    for chunk in _chunks(phones):
        known |= {str(a.phone): a for a in Account.objects.filter(phone__in=chunk).order_by("pk")}
    return known


def _chunks(values: Collection[_Value]) -> Iterator[list[_Value]]:
    ordered = sorted(values)
    for start in range(0, len(ordered), _CHUNK):
        yield ordered[start : start + _CHUNK]

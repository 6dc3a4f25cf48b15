"""Write many new people and their offices at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction

from danban.accounts import queries, rules
from danban.accounts.actions.writing import unsaved_account
from danban.accounts.models import Account, Appointment, post_text
from danban.audit.actions import record
from danban.kit import clock
from danban.kit.actor import Actor
from danban.kit.contacts import checked_work_contacts
from danban.kit.refusals import BadInput
from danban.kit.vietnamese import squeeze
from danban.units.models import Body


@dataclass(frozen=True)
class PersonRow:
    """One office of one person to be loaded. Rows with the same e-mail or phone are the same person.

    Work contacts are taken as typed; "" for none.
    """

    full_name: str
    email: str | None
    phone: str | None
    role: str
    unit_id: int
    body_id: int | None
    title: str
    starts_on: date
    work_phone: str = ""
    work_email: str = ""


@transaction.atomic
def load_people(rows: Sequence[PersonRow], *, actor: Actor, at: datetime) -> int:
    """Write many new people and their offices at once, all or nothing; returns how many people.

    Nobody gets a usable password. Roles must fit levels, bodies their units, as for ``appoint_account``.
    Raises ``NotYours``, or ``BadInput`` naming the first bad row (counted from 1).
    """
    rules.check_can_load(actor, at=at)
    people = _people_of(rows, at=at)
    _check_places(rows, on=clock.day_of(at))
    distinct = list({id(account): account for account in people}.values())
    for account in distinct:
        account.set_unusable_password()
    try:
        with transaction.atomic():
            Account.objects.bulk_create(distinct, batch_size=1_000)
    except IntegrityError as error:
        raise BadInput("Danh sách có e-mail hoặc số điện thoại đã thuộc về tài khoản có sẵn.") from error
    offices = [_office(row, account) for row, account in zip(rows, people, strict=True)]
    Appointment.objects.bulk_create(offices, batch_size=1_000)
    changes = {"accounts": len(distinct), "appointments": len(rows)}
    record(actor=actor, event="people.loaded", subject="account", subject_id=None, unit_id=None, at=at, changes=changes)
    return len(distinct)


def _office(row: PersonRow, account: Account) -> Appointment:
    title = squeeze(row.title)[:160]
    work_phone, work_email = checked_work_contacts(row.work_phone, row.work_email)
    return Appointment(
        account=account, role=row.role, unit_id=row.unit_id, body_id=row.body_id, title=title,
        folded=post_text(title, row.role), starts_on=row.starts_on, work_phone=work_phone, work_email=work_email,
    )  # fmt: skip


def _people_of(rows: Sequence[PersonRow], *, at: datetime) -> list[Account]:
    """The unsaved account of each row, the same object for the same person."""
    known: dict[str, Account] = {}
    people = []
    for number, row in enumerate(rows, start=1):
        try:
            contact = rules.checked_contact(row.full_name, row.email, row.phone)
        except BadInput as refusal:
            raise BadInput(f"Dòng {number}: {refusal.sentence}", refusal.problems) from refusal
        keys = [key for key in (contact.email, contact.phone) if key]
        account = next((known[key] for key in keys if key in known), None) or unsaved_account(contact, at)
        if (account.full_name, account.email, account.phone) != (contact.full_name, contact.email, contact.phone):
            raise BadInput(f"Dòng {number}: e-mail hoặc số điện thoại trùng với một người khác trong danh sách.")
        known |= dict.fromkeys(keys, account)
        people.append(account)
    return people


def _check_places(rows: Sequence[PersonRow], *, on: date) -> None:
    places = {place.unit_id: place for place in queries.places_on(on)}
    bodies = {body.pk: body for body in Body.objects.filter(unit__in=places).order_by("pk")}
    for number, row in enumerate(rows, start=1):
        place, body = places.get(row.unit_id), bodies.get(row.body_id or 0)
        if place is None or (row.body_id and body is None):
            raise BadInput(f"Dòng {number}: đơn vị hoặc tổ chức không có trong cây đơn vị đang dùng.")
        try:
            rules.check_role_fits(row.role, place)
            rules.check_body_fits(body, place, on=max(on, row.starts_on))
        except BadInput as refusal:
            raise BadInput(f"Dòng {number}: {refusal.sentence}", refusal.problems) from refusal

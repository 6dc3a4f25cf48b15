"""Write a person or an office that has been checked: what several verbs share."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction

from danban.accounts import queries, rules
from danban.accounts.models import Account, Appointment, post_text
from danban.accounts.roles import name_of
from danban.kit import clock
from danban.kit.actor import Actor
from danban.kit.refusals import BadInput
from danban.kit.vietnamese import fold, person_sort_key, squeeze
from danban.units.models import Body


@dataclass(frozen=True)
class Office:
    """An office to be given. An empty title is made from the role and the unit's name."""

    role: str
    unit_id: int
    body_id: int | None
    title: str
    starts_on: date
    ends_on: date | None = None


def new_account(contact: rules.Contact, password: str | None, at: datetime) -> Account:
    """A person as written in the table; raises ``BadInput`` for a poor password or a contact already known."""
    if password is not None:
        rules.check_password_fits(password)
    account = unsaved_account(contact, at)
    account.set_password(password)
    _check_unused(contact)
    try:
        with transaction.atomic():
            account.save(force_insert=True)
    except IntegrityError:  # somebody entered the same person a moment ago
        _check_unused(contact)
        raise
    return account


def unsaved_account(contact: rules.Contact, at: datetime) -> Account:
    """A person with what lists are searched and sorted by, not written yet."""
    return Account(
        full_name=contact.full_name,
        folded=fold(contact.full_name),
        sort_key=person_sort_key(contact.full_name),
        email=contact.email,
        phone=contact.phone,
        created_at=at,
    )


def _check_unused(contact: rules.Contact) -> None:
    problems = {}
    if contact.email and Account.objects.filter(email=contact.email).exists():
        problems["email"] = "E-mail này đã thuộc về một tài khoản khác."
    if contact.phone and Account.objects.filter(phone=contact.phone).exists():
        problems["phone"] = "Số điện thoại này đã thuộc về một tài khoản khác."
    if problems:
        raise BadInput(" ".join(problems.values()), problems)


def give_office(account: Account, office: Office, actor: Actor, at: datetime) -> Appointment:
    """An office written after its place, role, body and term are checked. The caller holds the account's lock."""
    rules.check_term(office.starts_on, office.ends_on)
    effective = max(office.starts_on, clock.day_of(at))
    place = rules.checked_place(actor, queries.place_on(office.unit_id, effective))
    rules.check_role_fits(office.role, place)
    body = _body_of(office.body_id)
    rules.check_body_fits(body, place, on=effective)
    title = squeeze(office.title) or f"{name_of(office.role)}, {place.name}"
    if len(title) > 160:
        raise BadInput("Chức danh quá dài.", {"title": "Chức danh không quá 160 ký tự."})
    _check_not_held(account, office)
    return Appointment.objects.create(
        account=account, role=office.role, unit_id=office.unit_id, body=body, title=title,
        folded=post_text(title, office.role), starts_on=office.starts_on, ends_on=office.ends_on,
    )  # fmt: skip


def _body_of(body_id: int | None) -> Body | None:
    if body_id is None:
        return None
    body = Body.objects.filter(pk=body_id).first()
    if body is None:
        raise BadInput("Không có tổ chức này.", {"body_id": "Hãy chọn lại tổ chức trong danh sách."})
    return body


def _check_not_held(account: Account, office: Office) -> None:
    """No two overlapping terms of the same office. The caller holds the account's lock."""
    same = account.appointments.filter(role=office.role, unit_id=office.unit_id, body=office.body_id)
    if same.overlapping(office.starts_on, office.ends_on).exists():
        sentence = "Người này đã giữ đúng vị trí đó trong khoảng thời gian này."
        raise BadInput(sentence, {"starts_on": sentence})

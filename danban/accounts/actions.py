"""Enter people, give and end offices, passwords, lock-outs. Every office stands in the tree in force."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction

from danban.accounts import queries, rules
from danban.accounts.models import Account, Appointment
from danban.accounts.roles import name_of
from danban.audit.actions import record
from danban.kit import clock
from danban.kit.actor import Actor
from danban.kit.refusals import BadInput, NotFound
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


@transaction.atomic
def create_account(
    *,
    full_name: str,
    email: str | None = None,
    phone: str | None = None,
    password: str | None = None,
    actor: Actor,
    at: datetime,
) -> Account:
    """A new person who can sign in once a password is given and an office held.

    ``email`` and ``phone`` are taken as typed and stored in one form. Raises ``NotYours``, or ``BadInput``
    with the problem of each field (also when the e-mail or phone already belongs to somebody).
    """
    rules.check_can_create(actor, at=at)
    account = _new_account(rules.checked_contact(full_name, email, phone), password, at=at)
    record(actor=actor, event="account.created", subject="account", subject_id=account.pk, unit_id=actor.unit_id, at=at)
    return account


@transaction.atomic
def enter_account(
    *, full_name: str, email: str | None, phone: str | None, password: str | None, office: Office, actor: Actor,
    at: datetime,
) -> Account:  # fmt: skip
    """A new person together with their first office: both or neither.

    Raises what ``create_account`` and ``appoint_account`` raise.
    """
    rules.check_can_create(actor, at=at)
    account = _new_account(rules.checked_contact(full_name, email, phone), password, at=at)
    appointment = _give(account, office, actor=actor, at=at)
    changes = {"appointment": appointment.pk, "role": office.role}
    record(
        actor=actor, event="account.entered", subject="account", subject_id=account.pk, unit_id=office.unit_id, at=at,
        changes=changes,
    )  # fmt: skip
    return account


def _new_account(contact: rules.Contact, password: str | None, *, at: datetime) -> Account:
    if password is not None:
        rules.check_password_fits(password)
    account = _unsaved(contact, at=at)
    account.set_password(password)
    _check_unused(contact)
    try:
        with transaction.atomic():
            account.save(force_insert=True)
    except IntegrityError:  # somebody entered the same person a moment ago
        _check_unused(contact)
        raise
    return account


def _unsaved(contact: rules.Contact, *, at: datetime) -> Account:
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


@transaction.atomic
def appoint_account(
    account_id: int,
    *,
    role: str,
    unit_id: int,
    body_id: int | None = None,
    title: str,
    starts_on: date,
    ends_on: date | None = None,
    actor: Actor,
    at: datetime,
) -> Appointment:
    """Give a person an office for a term, both days included.

    The role must belong to the unit's level in the tree in force, the body to the unit. Raises ``NotFound``
    for a unit outside the actor's area, ``NotYours``, ``NotNow`` for a locked account, ``BadInput``.
    """
    account = _locked_account(account_id)
    office = Office(role, unit_id, body_id, title, starts_on, ends_on)
    appointment = _give(account, office, actor=actor, at=at)
    record(
        actor=actor, event="account.appointed", subject="account", subject_id=account.pk, unit_id=unit_id, at=at,
        changes={"appointment": appointment.pk, "role": role, "starts_on": starts_on, "ends_on": ends_on},
    )  # fmt: skip
    return appointment


def _give(account: Account, office: Office, *, actor: Actor, at: datetime) -> Appointment:
    rules.check_can_appoint(actor, account, at=at)
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
        starts_on=office.starts_on, ends_on=office.ends_on,
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


@transaction.atomic
def end_appointment(appointment_id: int, *, ends_on: date, actor: Actor, at: datetime) -> Appointment:
    """Let an office end on a day, the last one on which it is held. An end may be brought forward, never put off.

    Raises ``NotFound`` outside the actor's area, ``NotYours``, ``NotNow`` when it is over, ``BadInput``.
    """
    appointment = Appointment.objects.select_for_update(of=("self",)).filter(pk=appointment_id).first()
    if appointment is None:
        raise NotFound
    rules.check_can_see(actor, appointment, at=at)
    rules.check_can_end(actor, appointment, at=at)
    rules.check_new_end(appointment, ends_on)
    before, appointment.ends_on = appointment.ends_on, ends_on
    appointment.save(update_fields=["ends_on"])
    record(
        actor=actor, event="appointment.ended", subject="appointment", subject_id=appointment.pk,
        unit_id=appointment.unit_id, at=at, changes={"ends_on": [before, ends_on]},
    )  # fmt: skip
    return appointment


@transaction.atomic
def change_password(account_id: int, *, current: str, new: str, actor: Actor, at: datetime) -> Account:
    """Replace one's own password, knowing the current one. Other sessions of the person end.

    Raises ``NotYours``, or ``BadInput`` on ``current`` or ``new``.
    """
    account = _locked_account(account_id)
    rules.check_can_change_password(actor, account, at=at)
    if not account.check_password(current):
        raise BadInput("Mật khẩu hiện tại chưa đúng.", {"current": "Mật khẩu hiện tại chưa đúng."})
    rules.check_password_fits(new, field="new")
    account.set_password(new)
    account.save(update_fields=["password"])
    record(
        actor=actor, event="password.changed", subject="account", subject_id=account.pk, unit_id=actor.unit_id, at=at
    )
    return account


@transaction.atomic
def deactivate_account(account_id: int, *, actor: Actor, at: datetime) -> Account:
    """Lock a person out at once, whatever offices they hold.

    Raises ``NotFound`` unless every office the person holds today lies in the actor's area, ``NotYours``, ``NotNow``.
    """
    account = _locked_account(account_id)
    _check_covers_all(actor, account, at=at)
    rules.check_can_deactivate(actor, account, at=at)
    return _switch(account, "account.deactivated", is_active=False, actor=actor, at=at)


@transaction.atomic
def reactivate_account(account_id: int, *, actor: Actor, at: datetime) -> Account:
    """Let a locked person in again. Raises as ``deactivate_account`` does."""
    account = _locked_account(account_id)
    _check_covers_all(actor, account, at=at)
    rules.check_can_reactivate(actor, account, at=at)
    return _switch(account, "account.reactivated", is_active=True, actor=actor, at=at)


def _switch(account: Account, event: str, *, is_active: bool, actor: Actor, at: datetime) -> Account:
    account.is_active = is_active
    account.save(update_fields=["is_active"])
    record(actor=actor, event=event, subject="account", subject_id=account.pk, unit_id=actor.unit_id, at=at)
    return account


def _check_covers_all(actor: Actor, account: Account, *, at: datetime) -> None:
    queries.account_for(actor, account.pk)
    held = account.appointments.held_on(clock.day_of(at)).order_by("pk")
    for appointment in held:
        rules.check_can_see(actor, appointment, at=at)


def _locked_account(pk: int) -> Account:
    account = Account.objects.select_for_update(of=("self",)).filter(pk=pk).first()
    if account is None:
        raise NotFound("Không tìm thấy người này trong phạm vi của bạn.")
    return account


@transaction.atomic
def sign_in_account(account_id: int, *, means: str, actor: Actor, at: datetime) -> Account:
    """Note in the diary that a person came in; ``means`` is ``password`` or ``demo``.

    Raises ``NotYours`` for a locked account.
    """
    account = _locked_account(account_id)
    rules.check_can_sign_in(account, at=at)
    record(
        actor=actor, event="account.signed_in", subject="account", subject_id=account.pk, at=at,
        unit_id=actor.unit_id, changes={"means": means},
    )  # fmt: skip
    return account


@dataclass(frozen=True)
class PersonRow:
    """One office of one person to be loaded. Rows with the same e-mail or phone are the same person."""

    full_name: str
    email: str | None
    phone: str | None
    role: str
    unit_id: int
    body_id: int | None
    title: str
    starts_on: date


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
    Appointment.objects.bulk_create(
        (
            Appointment(
                account=account, role=row.role, unit_id=row.unit_id, body_id=row.body_id,
                title=squeeze(row.title)[:160], starts_on=row.starts_on,
            )
            for row, account in zip(rows, people, strict=True)
        ),
        batch_size=1_000,
    )  # fmt: skip
    changes = {"accounts": len(distinct), "appointments": len(rows)}
    record(actor=actor, event="people.loaded", subject="account", subject_id=None, unit_id=None, at=at, changes=changes)
    return len(distinct)


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
        account = next((known[key] for key in keys if key in known), None) or _unsaved(contact, at=at)
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

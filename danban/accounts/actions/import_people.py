"""Bring in people and their offices from a table, all or nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction

from danban.accounts import queries, rules
from danban.accounts.actions.writing import unsaved_account
from danban.accounts.models import Account, Appointment, post_text
from danban.accounts.queries import PeoplePlan, PlannedOffice
from danban.accounts.roles import name_of
from danban.audit.actions import record
from danban.kit.actor import Actor
from danban.kit.refusals import BadInput

_BATCH = 1_000


@dataclass(frozen=True)
class PeopleReport:
    """What an import did."""

    people: int
    offices: int
    unchanged: int


@transaction.atomic
def import_people(content: bytes, *, actor: Actor, at: datetime) -> PeopleReport:
    """Bring in an XLSX or CSV table: exactly what ``queries.plan_people`` shows, or nothing.

    Known people are matched by e-mail or phone and stay as they are; new ones get no password: they come in by a
    code or a card. What stands already is left alone. Raises ``NotYours``, or ``BadInput`` naming the first bad row
    and how many there are.
    """
    rules.check_can_import_people(actor, at=at)
    plan = queries.plan_people(actor, content, at=at)
    _check_is_sound(plan)
    given = plan.to_give
    _lock({office.account.pk for office in given if office.account})
    try:
        with transaction.atomic():
            people = _enter([office for office in given if office.account is None], at)
            Appointment.objects.bulk_create((_office(office, people) for office in given), batch_size=_BATCH)
    except IntegrityError as error:
        raise BadInput("Vừa có người ghi cùng người hoặc vị trí trong bảng. Hãy xem trước lại rồi nạp.") from error
    report = PeopleReport(len(set(people.values())), len(given), plan.unchanged)
    record(
        actor=actor, event="people.imported", subject="account", subject_id=None, unit_id=actor.unit_id, at=at,
        changes={"accounts": report.people, "appointments": report.offices, "unchanged": report.unchanged},
    )  # fmt: skip
    return report


def _check_is_sound(plan: PeoplePlan) -> None:
    if plan.problems:
        first, rest = plan.problems[0].sentence(), len(plan.problems) - 1
        more = f" Còn {rest} chỗ khác cần sửa." if rest else ""
        raise BadInput(f"Chưa nạp dòng nào. {first}{more}")


def _lock(account_ids: set[int]) -> None:
    ordered = sorted(account_ids)
    for start in range(0, len(ordered), _BATCH // 2):
        known = Account.objects.select_for_update(of=("self",)).filter(pk__in=ordered[start : start + _BATCH // 2])
        list(known.order_by("pk").values_list("pk", flat=True))


def _enter(rows: Sequence[PlannedOffice], at: datetime) -> dict[str, Account]:
    """The new people, written, by the key of their rows."""
    people: dict[str, Account] = {}
    for row in rows:
        if row.cells.key not in people:
            contact = rules.Contact(row.cells.full_name, row.cells.email, row.cells.phone)
            account = unsaved_account(contact, at)
            account.set_unusable_password()
            people[row.cells.key] = account
    Account.objects.bulk_create(people.values(), batch_size=_BATCH)
    return people


def _office(row: PlannedOffice, people: dict[str, Account]) -> Appointment:
    cells = row.cells
    assert cells.role  # rows with problems are never planned
    assert cells.place
    assert cells.starts_on
    title = cells.title or f"{name_of(cells.role.code)}, {cells.place.name}"[:160]
    return Appointment(
        account=row.account or people[cells.key], role=cells.role.code, unit_id=cells.place.unit_id, body=cells.body,
        title=title, folded=post_text(title, cells.role.code), starts_on=cells.starts_on, ends_on=cells.ends_on,
    )  # fmt: skip

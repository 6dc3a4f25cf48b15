"""Give a person an office for a term."""

from datetime import date, datetime

from django.db import transaction

from danban.accounts import rules
from danban.accounts.actions.locks import lock_account
from danban.accounts.actions.writing import Office, give_office
from danban.accounts.models import Appointment
from danban.audit.actions import record
from danban.kit.actor import Actor


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
    account = lock_account(account_id)
    rules.check_can_appoint(actor, account, at=at)
    office = Office(role, unit_id, body_id, title, starts_on, ends_on)
    appointment = give_office(account, office, actor, at)
    record(
        actor=actor, event="account.appointed", subject="account", subject_id=account.pk, unit_id=unit_id, at=at,
        changes={"appointment": appointment.pk, "role": role, "starts_on": starts_on, "ends_on": ends_on},
    )  # fmt: skip
    return appointment

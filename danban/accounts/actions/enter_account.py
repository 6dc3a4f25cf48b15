"""Enter a person together with their first office."""

from datetime import datetime

from django.db import transaction

from danban.accounts import rules
from danban.accounts.actions.writing import Office, give_office, new_account
from danban.accounts.models import Account
from danban.audit.actions import record
from danban.kit.actor import Actor


@transaction.atomic
def enter_account(
    *, full_name: str, email: str | None, phone: str | None, password: str | None, office: Office, actor: Actor,
    at: datetime,
) -> Account:  # fmt: skip
    """A new person together with their first office: both or neither.

    Raises what ``create_account`` and ``appoint_account`` raise.
    """
    rules.check_can_create(actor, at=at)
    account = new_account(rules.checked_contact(full_name, email, phone), password, at)
    appointment = give_office(account, office, actor, at)
    changes = {"appointment": appointment.pk, "role": office.role}
    record(
        actor=actor, event="account.entered", subject="account", subject_id=account.pk, unit_id=office.unit_id, at=at,
        changes=changes,
    )  # fmt: skip
    return account

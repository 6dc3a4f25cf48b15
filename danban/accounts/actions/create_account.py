"""Enter a person, with no office yet."""

from datetime import datetime

from django.db import transaction

from danban.accounts import rules
from danban.accounts.actions.writing import new_account
from danban.accounts.models import Account
from danban.audit.actions import record
from danban.kit.actor import Actor


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
    account = new_account(rules.checked_contact(full_name, email, phone), password, at)
    record(actor=actor, event="account.created", subject="account", subject_id=account.pk, unit_id=actor.unit_id, at=at)
    return account

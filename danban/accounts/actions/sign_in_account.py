"""Note that a person came in."""

from datetime import datetime

from django.db import transaction

from danban.accounts import rules
from danban.accounts.actions.locks import lock_account
from danban.accounts.models import Account
from danban.audit.actions import record
from danban.kit.actor import Actor


@transaction.atomic
def sign_in_account(account_id: int, *, means: str, second: str = "", actor: Actor, at: datetime) -> Account:
    """Note in the diary that a person came in.

    ``means`` is ``password``, ``code``, ``card``, ``oidc`` or ``demo``; ``second`` the kind of second factor, if any.

    Raises ``NotYours`` for a locked account.
    """
    account = lock_account(account_id)
    rules.check_can_sign_in(account, at=at)
    record(
        actor=actor, event="account.signed_in", subject="account", subject_id=account.pk, at=at,
        unit_id=actor.unit_id, changes={"means": means} | ({"second": second} if second else {}),
    )  # fmt: skip
    return account

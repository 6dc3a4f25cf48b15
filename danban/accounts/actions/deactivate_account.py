"""Lock a person out."""

from datetime import datetime

from django.db import transaction

from danban.accounts import rules
from danban.accounts.actions.locks import lock_account
from danban.accounts.actions.switching import check_covers_all, switch_account
from danban.accounts.models import Account
from danban.kit.actor import Actor


@transaction.atomic
def deactivate_account(account_id: int, *, actor: Actor, at: datetime) -> Account:
    """Lock a person out at once, whatever offices they hold.

    Raises ``NotFound`` unless every office the person holds today lies in the actor's area, ``NotYours``, ``NotNow``.
    """
    account = lock_account(account_id)
    check_covers_all(actor, account, at)
    rules.check_can_deactivate(actor, account, at=at)
    return switch_account(account, "account.deactivated", actor, at)

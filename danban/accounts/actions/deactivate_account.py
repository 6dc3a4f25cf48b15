"""Lock a person out."""

from datetime import datetime

from django.db import transaction

from danban.accounts import queries, rules
from danban.accounts.actions.locks import lock_account
from danban.accounts.actions.switching import switch_account
from danban.accounts.models import Account
from danban.kit.actor import Actor


@transaction.atomic
def deactivate_account(account_id: int, *, actor: Actor, at: datetime) -> Account:
    """Lock a person out at once, whatever offices they hold.

    Raises ``NotFound`` outside the actor's area, ``NotYours`` unless every office of the person lies below the
    actor's unit (the city: in its own too), ``NotNow``.
    """
    account = lock_account(account_id)
    queries.account_for(actor, account.pk)
    rules.check_can_deactivate(actor, account, at=at)
    return switch_account(account, "account.deactivated", actor, at)

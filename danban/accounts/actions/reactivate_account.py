"""Let a locked person in again."""

from datetime import datetime

from django.db import transaction

from danban.accounts import queries, rules
from danban.accounts.actions.locks import lock_account
from danban.accounts.actions.switching import switch_account
from danban.accounts.models import Account
from danban.kit.actor import Actor


@transaction.atomic
def reactivate_account(account_id: int, *, actor: Actor, at: datetime) -> Account:
    """Let a locked person in again. Raises as ``deactivate_account`` does."""
    account = lock_account(account_id)
    queries.account_for(actor, account.pk)
    rules.check_can_reactivate(actor, account, at=at)
    return switch_account(account, "account.reactivated", actor, at)

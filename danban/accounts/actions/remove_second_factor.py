"""Do without a second factor again, where one's offices allow it."""

from datetime import datetime

from django.db import transaction

from danban.accounts import rules
from danban.accounts.actions.locks import lock_account
from danban.accounts.actions.proving import forget_second_factor, use_second_factor
from danban.accounts.models import Account
from danban.audit.actions import record
from danban.kit.actor import Actor


@transaction.atomic
def remove_second_factor(account_id: int, *, code: str, actor: Actor, at: datetime) -> Account:
    """Take the second factor off one's own account, proving it once more by ``code``.

    Raises ``NotYours``, ``NotNow`` without one or while an office held today demands it, ``BadInput`` on ``code``.
    """
    account = lock_account(account_id)
    rules.check_can_remove_second_factor(actor, account, at=at)
    use_second_factor(account, code)
    forget_second_factor(account)
    record(
        actor=actor, event="second_factor.removed", subject="account", subject_id=account.pk, unit_id=actor.unit_id,
        at=at,
    )  # fmt: skip
    return account

"""Take a lost second factor off somebody's account."""

from datetime import datetime

from django.db import transaction

from danban.accounts import queries, rules
from danban.accounts.actions.locks import lock_account
from danban.accounts.actions.proving import forget_second_factor
from danban.accounts.actions.sessions import forget_sessions
from danban.accounts.models import Account
from danban.audit.actions import record
from danban.kit.actor import Actor


@transaction.atomic
def reset_second_factor(account_id: int, *, reason: str, actor: Actor, at: datetime) -> Account:
    """Let somebody in again who lost their app and their recovery codes; every session of theirs ends.

    Whoever holds an office of the city sets up a new one at the next sign-in. ``reason`` is a key of
    ``texts.LOST_SECOND_FACTOR``. Raises ``NotFound`` outside the actor's area, ``NotYours``, ``NotNow``, ``BadInput``.
    """
    account = lock_account(account_id)
    queries.account_for(actor, account.pk)
    rules.check_can_reset_second_factor(actor, account, at=at)
    rules.check_lost_reason(reason)
    forget_second_factor(account)
    forget_sessions(account.pk)
    record(
        actor=actor, event="second_factor.reset", subject="account", subject_id=account.pk, unit_id=actor.unit_id,
        at=at, changes={"reason": reason},
    )  # fmt: skip
    return account

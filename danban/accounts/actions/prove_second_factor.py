"""Take the second factor of somebody who is coming in."""

from datetime import datetime

from django.db import transaction

from danban.accounts import rules
from danban.accounts.actions.locks import lock_account
from danban.accounts.actions.proving import RECOVERY, use_second_factor
from danban.audit.actions import record
from danban.kit.actor import Actor


@transaction.atomic
def prove_second_factor(account_id: int, *, code: str, actor: Actor, at: datetime) -> str:
    """The kind of second factor ``code`` is of: ``totp`` or ``recovery_codes``. Each code is taken once.

    Coming in is noted by ``sign_in_account``; here only that a recovery code is used up. Raises ``NotYours`` for a
    locked account, ``BadInput`` on ``code``.
    """
    account = lock_account(account_id)
    rules.check_can_sign_in(account, at=at)
    kind = use_second_factor(account, code)
    if kind == RECOVERY:
        record(
            actor=actor, event="recovery_code.used", subject="account", subject_id=account.pk, unit_id=actor.unit_id,
            at=at,
        )  # fmt: skip
    return kind

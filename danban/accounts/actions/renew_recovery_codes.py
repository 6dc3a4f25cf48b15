"""Ten new recovery codes instead of the old ones."""

from datetime import datetime

from django.db import transaction

from danban.accounts import rules
from danban.accounts.actions.locks import lock_account
from danban.accounts.actions.proving import use_second_factor, write_recovery_codes
from danban.accounts.models import Account
from danban.audit.actions import record
from danban.kit.actor import Actor


@transaction.atomic
def renew_recovery_codes(account_id: int, *, code: str, actor: Actor, at: datetime) -> Account:
    """Replace one's own recovery codes, proving the second factor once more by ``code``.

    Raises ``NotYours``, ``NotNow`` without a second factor, ``BadInput`` on ``code``.
    """
    account = lock_account(account_id)
    rules.check_can_renew_recovery_codes(actor, account, at=at)
    use_second_factor(account, code)
    write_recovery_codes(account)
    record(
        actor=actor, event="recovery_codes.renewed", subject="account", subject_id=account.pk, unit_id=actor.unit_id,
        at=at,
    )  # fmt: skip
    return account

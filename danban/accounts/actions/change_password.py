"""Replace one's own password."""

from datetime import datetime

from django.db import transaction

from danban.accounts import rules
from danban.accounts.actions.locks import lock_account
from danban.accounts.actions.sessions import forget_sessions
from danban.accounts.models import Account
from danban.audit.actions import record
from danban.kit.actor import Actor
from danban.kit.refusals import BadInput


@transaction.atomic
def change_password(
    account_id: int, *, current: str, new: str, session_key: str = "", actor: Actor, at: datetime
) -> Account:
    """Replace one's own password, knowing the current one. Other sessions than ``session_key`` end.

    Raises ``NotYours``, or ``BadInput`` on ``current`` or ``new``.
    """
    account = lock_account(account_id)
    rules.check_can_change_password(actor, account, at=at)
    if not account.check_password(current):
        raise BadInput("Mật khẩu hiện tại chưa đúng.", {"current": "Mật khẩu hiện tại chưa đúng."})
    rules.check_password_fits(new, field="new")
    account.set_password(new)
    account.save(update_fields=["password"])
    forget_sessions(account.pk, kept=session_key)
    record(
        actor=actor, event="password.changed", subject="account", subject_id=account.pk, unit_id=actor.unit_id, at=at
    )
    return account

"""A new password for somebody who forgot the old one and proved to be themselves by a one-time code."""

from datetime import datetime

from django.db import transaction

from danban.accounts import rules
from danban.accounts.actions.locks import lock_account
from danban.accounts.actions.sessions import forget_sessions
from danban.accounts.models import Account
from danban.audit.actions import record
from danban.kit.actor import Actor


@transaction.atomic
def reset_password(account_id: int, *, new: str, actor: Actor, at: datetime) -> Account:
    """Replace one's own password without the old one; every session of the person ends.

    The door has taken a one-time code. Raises ``NotYours``, also for a locked account, or ``BadInput`` on ``new``.
    """
    account = lock_account(account_id)
    rules.check_can_sign_in(account, at=at)
    rules.check_can_change_password(actor, account, at=at)
    rules.check_password_fits(new, field="new")
    account.set_password(new)
    account.save(update_fields=["password"])
    forget_sessions(account.pk)
    record(actor=actor, event="password.reset", subject="account", subject_id=account.pk, unit_id=actor.unit_id, at=at)
    return account

"""Tie an authenticator app to one's own account."""

from datetime import datetime

from django.db import transaction

from danban.accounts import rules
from danban.accounts.actions.locks import lock_account
from danban.accounts.actions.proving import check_code, new_app, write_recovery_codes
from danban.accounts.actions.sessions import forget_sessions
from danban.accounts.models import Account
from danban.audit.actions import record
from danban.kit.actor import Actor


@transaction.atomic
def set_up_second_factor(
    account_id: int, *, secret: str, code: str, session_key: str, actor: Actor, at: datetime
) -> Account:
    """Tie an authenticator app to one's own account, with ten recovery codes; other sessions end.

    ``secret`` is the key the app was given (base32), ``code`` what it shows now, which proves that it was; the session
    ``session_key`` stays. Raises ``NotYours``, ``NotNow`` when there is one already, ``BadInput`` on ``code``.
    """
    account = lock_account(account_id)
    rules.check_can_set_up_second_factor(actor, account, at=at)
    app = new_app(account, secret)
    check_code(app, "".join(filter(str.isdecimal, code)))
    app.save()
    write_recovery_codes(account)
    ended = forget_sessions(account.pk, kept=session_key)
    record(
        actor=actor, event="second_factor.set_up", subject="account", subject_id=account.pk, unit_id=actor.unit_id,
        at=at, changes={"ended": ended},
    )  # fmt: skip
    return account

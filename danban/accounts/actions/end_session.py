"""Sign out another machine: one, or all but the present one."""

from datetime import datetime

from django.db import transaction

from danban.accounts import rules
from danban.accounts.actions.locks import lock_account
from danban.accounts.actions.sessions import forget_session, forget_sessions
from danban.audit.actions import record
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound


@transaction.atomic
def end_session(account_id: int, *, session_id: int, actor: Actor, at: datetime) -> None:
    """End one session of one's own. Raises ``NotYours``, or ``NotFound`` when it is over already."""
    account = lock_account(account_id)
    rules.check_can_end_sessions(actor, account, at=at)
    if not forget_session(account.pk, session_id):
        raise NotFound("Máy này đã đăng xuất từ trước.")
    record(actor=actor, event="session.ended", subject="account", subject_id=account.pk, unit_id=actor.unit_id, at=at)


@transaction.atomic
def end_other_sessions(account_id: int, *, kept: str, actor: Actor, at: datetime) -> int:
    """End every session of one's own but the one whose key is ``kept``; returns how many. Raises ``NotYours``."""
    account = lock_account(account_id)
    rules.check_can_end_sessions(actor, account, at=at)
    ended = forget_sessions(account.pk, kept=kept)
    record(
        actor=actor, event="sessions.ended", subject="account", subject_id=account.pk, unit_id=actor.unit_id, at=at,
        changes={"ended": ended},
    )  # fmt: skip
    return ended

"""Let a notice that was given up be tried again, five times more."""

from datetime import datetime

from django.db import transaction

from danban.audit.actions import record
from danban.kit.actor import Actor
from danban.notices import rules
from danban.notices.actions.locks import lock_notice
from danban.notices.models import Notice
from danban.notices.states import NOTICE


@transaction.atomic
def retry_notice(notice_id: int, *, actor: Actor, at: datetime) -> Notice:
    """Put a failed notice back among those that wait. Raises ``NotFound``, ``NotYours`` or ``NotNow``."""
    notice = lock_notice(notice_id)
    rules.check_can_retry(actor, notice, at=at)
    before = notice.status
    notice.status, notice.tries, notice.not_before = NOTICE.target("retry", notice.status), 0, at
    notice.save(update_fields=["status", "tries", "not_before"])
    record(
        actor=actor,
        event="notice.retried",
        subject="notice",
        subject_id=notice.pk,
        at=at,
        unit_id=actor.unit_id,
        changes={"status": [before, notice.status], "channel": notice.channel},
    )
    return notice

"""Stop a notice that has not been sent."""

from datetime import datetime

from django.db import transaction

from danban.audit.actions import record
from danban.kit.actor import Actor
from danban.notices import rules
from danban.notices.actions.locks import lock_notice
from danban.notices.models import Notice
from danban.notices.states import NOTICE, NoticeStatus


@transaction.atomic
def cancel_notice(notice_id: int, *, actor: Actor, at: datetime) -> Notice:
    """Stop a notice, and with a mail of the day all it gathers; the inbox keeps what it has.

    Raises ``NotFound``, ``NotYours`` or ``NotNow``.
    """
    notice = lock_notice(notice_id)
    rules.check_can_cancel(actor, notice, at=at)
    before = notice.status
    notice.status = NOTICE.target("cancel", notice.status)
    notice.save(update_fields=["status"])
    Notice.objects.filter(gathered_in=notice, status=NoticeStatus.WAITING).update(status=notice.status)
    record(
        actor=actor,
        event="notice.cancelled",
        subject="notice",
        subject_id=notice.pk,
        at=at,
        unit_id=actor.unit_id,
        changes={"status": [before, notice.status], "channel": notice.channel},
    )
    return notice

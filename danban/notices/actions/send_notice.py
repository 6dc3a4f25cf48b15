"""A notice has left. The row itself says when; the diary gets one entry a batch (``send_waiting``)."""

from datetime import datetime

from django.db import transaction

from danban.notices import rules
from danban.notices.actions.locks import lock_notice
from danban.notices.models import Notice
from danban.notices.states import NOTICE, NoticeStatus


@transaction.atomic
def send_notice(notice_id: int, *, at: datetime) -> Notice:
    """Mark a notice as sent, and with a mail of the day all it gathers. Raises ``NotFound`` or ``NotNow``."""
    notice = lock_notice(notice_id)
    rules.check_can_send(notice, at=at)
    notice.status, notice.sent_at, notice.error = NOTICE.target("send", notice.status), at, ""
    notice.save(update_fields=["status", "sent_at", "error"])
    gathered = Notice.objects.filter(gathered_in=notice, status=NoticeStatus.WAITING)
    gathered.update(status=notice.status, sent_at=at)
    return notice

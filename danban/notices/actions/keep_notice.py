"""A notice stays on the screen: this installation has no way out for it."""

from datetime import datetime

from django.db import transaction

from danban.notices import rules
from danban.notices.actions.locks import lock_notice
from danban.notices.models import Notice
from danban.notices.states import NOTICE, NoticeStatus


@transaction.atomic
def keep_notice(notice_id: int, *, reason: str, at: datetime) -> Notice:
    """Keep a notice, and with a mail of the day all it gathers. Raises ``NotFound`` or ``NotNow``."""
    notice = lock_notice(notice_id)
    rules.check_can_keep(notice, at=at)
    notice.status, notice.error = NOTICE.target("keep", notice.status), reason
    notice.save(update_fields=["status", "error"])
    gathered = Notice.objects.filter(gathered_in=notice, status=NoticeStatus.WAITING)
    gathered.update(status=notice.status, error=reason)
    return notice

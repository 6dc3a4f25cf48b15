"""A notice could not be delivered: given up, until somebody lets it be tried again."""

from datetime import datetime

from django.db import transaction

from danban.notices import rules
from danban.notices.actions.locks import lock_notice
from danban.notices.models import Notice
from danban.notices.states import NOTICE


@transaction.atomic
def fail_notice(notice_id: int, *, reason: str, at: datetime) -> Notice:
    """Give a notice up; ``reason`` is a sentence without addresses. Raises ``NotFound`` or ``NotNow``."""
    notice = lock_notice(notice_id)
    rules.check_can_fail(notice, at=at)
    notice.status, notice.error = NOTICE.target("fail", notice.status), reason
    notice.save(update_fields=["status", "error"])
    return notice

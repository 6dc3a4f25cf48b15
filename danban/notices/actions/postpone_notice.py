"""A try failed and another may succeed: later, after a wait that grows with every try."""

from datetime import datetime

from django.db import transaction

from danban.notices import rules
from danban.notices.actions.fail_notice import fail_notice
from danban.notices.actions.locks import lock_notice
from danban.notices.models import Notice
from danban.notices.queries.reaching import wish_of
from danban.notices.rules.timing import next_try_at


@transaction.atomic
def postpone_notice(notice_id: int, *, reason: str, at: datetime) -> Notice:
    """Let a notice wait for its next try; after the last one it is given up, with the reason of the last.

    Raises ``NotFound`` or ``NotNow``.
    """
    notice = lock_notice(notice_id)
    rules.check_can_postpone(notice, at=at)
    again = next_try_at(wish_of(notice.account_id), tries=notice.tries, is_urgent=notice.is_urgent, at=at)
    if again is None:
        return fail_notice(notice_id, reason=reason, at=at)
    notice.not_before, notice.error = again, reason
    notice.save(update_fields=["not_before", "error"])
    return notice

"""A person has read what they were told. That is theirs alone, no deed of an office: the diary says nothing."""

from datetime import datetime

from django.db import transaction

from danban.kit.actor import Actor
from danban.notices import rules
from danban.notices.actions.locks import lock_notice
from danban.notices.models import Notice
from danban.notices.states import Channel


@transaction.atomic
def mark_read(notice_id: int, *, actor: Actor, at: datetime) -> Notice:
    """Mark a fact as read, by whatever channel it came; reading twice keeps the first moment. Raises ``NotFound``."""
    notice = lock_notice(notice_id)
    rules.check_can_mark_read(actor, notice, at=at)
    told = Notice.objects.filter(account_id=actor.user_id or 0, fact=notice.fact, read_at__isnull=True)
    told.update(read_at=at)
    return notice


@transaction.atomic
def mark_all_read(*, actor: Actor, at: datetime) -> int:
    """Mark everything a person was told as read; returns how many facts of the inbox were new."""
    rules.check_can_mark_all_read(actor, at=at)
    unread = Notice.objects.visible_to(actor).filter(read_at__isnull=True)
    count = unread.filter(channel=Channel.INBOX).count()
    unread.update(read_at=at)
    return count

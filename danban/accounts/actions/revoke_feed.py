"""Close the calendar feed of a post: its secret address stops working at once."""

from datetime import datetime

from django.db import transaction

from danban.accounts import rules
from danban.accounts.actions.locks import lock_appointment
from danban.accounts.models import CalendarFeed
from danban.audit.actions import record
from danban.kit.actor import Actor
from danban.kit.refusals import NotNow


@transaction.atomic
def revoke_feed(appointment_id: int, *, actor: Actor, at: datetime) -> CalendarFeed:
    """Close the open feed of one's own post. Raises ``NotFound``, ``NotYours``, ``NotNow`` where none is open."""
    appointment = lock_appointment(appointment_id)
    rules.check_can_revoke_feed(actor, appointment, at=at)
    feed = appointment.feeds.filter(revoked_at__isnull=True).first()
    if feed is None:
        raise NotNow("Vị trí này không có địa chỉ lịch nào đang mở.")
    feed.revoked_at = at
    feed.save(update_fields=["revoked_at"])
    record(
        actor=actor, event="feed.revoked", subject="feed", subject_id=feed.pk, at=at, unit_id=appointment.unit_id,
        changes={"appointment": appointment.pk},
    )  # fmt: skip
    return feed

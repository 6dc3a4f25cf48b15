"""Open the calendar feed of a post: a secret address that a calendar program reads."""

from datetime import datetime

from django.db import transaction

from danban.accounts import rules
from danban.accounts.actions.locks import lock_appointment
from danban.accounts.models import CalendarFeed
from danban.audit.actions import record
from danban.kit.actor import Actor
from danban.kit.tokens import hash_of, new_secret


@transaction.atomic
def create_feed(appointment_id: int, *, actor: Actor, at: datetime) -> str:
    """Open a feed of one's own post and return its secret, which is shown now and never again.

    A feed that was open is closed: its address stops working. Raises ``NotFound``, ``NotYours``, ``NotNow``.
    """
    appointment = lock_appointment(appointment_id)
    rules.check_can_create_feed(actor, appointment, at=at)
    replaced = appointment.feeds.filter(revoked_at__isnull=True).update(revoked_at=at)
    secret = new_secret()
    feed = CalendarFeed.objects.create(appointment=appointment, secret_hash=hash_of(secret), created_at=at)
    record(
        actor=actor, event="feed.created", subject="feed", subject_id=feed.pk, at=at, unit_id=appointment.unit_id,
        changes={"appointment": appointment.pk, "replaced": replaced},
    )  # fmt: skip
    return secret

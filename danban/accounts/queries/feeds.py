"""Calendar feeds of posts."""

from datetime import date

from danban.accounts.models import Appointment, CalendarFeed
from danban.kit.tokens import hash_of


def open_feed_of(appointment_id: int) -> CalendarFeed | None:
    """The feed of a post that is open now."""
    return CalendarFeed.objects.filter(appointment_id=appointment_id, revoked_at__isnull=True).first()


def office_by_feed(secret: str, *, on: date) -> Appointment | None:
    """The post whose feed a secret opens, while it is held by somebody who is not locked out; else None."""
    held = Appointment.objects.held_on(on).filter(account__is_active=True)
    found = held.filter(feeds__secret_hash=hash_of(secret), feeds__revoked_at__isnull=True)
    return found.select_related("unit").first()

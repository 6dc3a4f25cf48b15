"""A hall is no longer used for conferences."""

from datetime import datetime

from django.db import transaction

from danban.conferences import rules
from danban.conferences.actions.add_hall import record_hall
from danban.conferences.actions.locks import lock_hall
from danban.conferences.models import Hall
from danban.kit.actor import Actor


@transaction.atomic
def close_hall(hall_id: int, *, actor: Actor, at: datetime) -> Hall:
    """It stays with the conferences that met there. Raises ``NotFound``, ``NotYours`` or ``NotNow`` (still needed)."""
    hall = lock_hall(hall_id)
    assert hall is not None
    rules.check_can_close_hall(actor, hall)
    hall.is_in_use = False
    hall.save(update_fields=["is_in_use"])
    record_hall(hall, "hall.closed", actor, at)
    return hall

"""Correct what is written about a hall."""

from datetime import datetime

from django.db import transaction

from danban.conferences import rules
from danban.conferences.actions.add_hall import record_hall
from danban.conferences.actions.locks import lock_hall
from danban.conferences.models import Hall
from danban.kit.actor import Actor
from danban.kit.vietnamese import fold, squeeze


@transaction.atomic
def edit_hall(
    hall_id: int, *, name: str, address: str = "", seats: int | None = None, actor: Actor, at: datetime
) -> Hall:  # fmt: skip
    """Name, address and seats (None: not counted). Raises ``NotFound``, ``NotYours`` or ``BadInput``."""
    hall = lock_hall(hall_id)
    assert hall is not None
    rules.check_can_keep_hall(actor, hall.unit_id)
    rules.check_hall_sheet(hall.unit_id, name, address, seats, but=hall.pk)
    hall.name, hall.address, hall.seats = squeeze(name), squeeze(address), seats
    hall.folded = fold(f"{name} {address} {hall.unit.name}")[:720]
    hall.save(update_fields=["name", "address", "seats", "folded"])
    record_hall(hall, "hall.edited", actor, at)
    return hall

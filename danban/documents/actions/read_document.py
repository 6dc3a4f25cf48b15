"""Say that a paper sent to the own unit has arrived: the read receipt."""

from datetime import datetime

from django.db import transaction

from danban.audit.actions import record
from danban.documents import rules
from danban.documents.models import Delivery
from danban.kit.actor import Actor


@transaction.atomic
def read_document(document_id: int, *, actor: Actor, at: datetime) -> Delivery:
    """Mark the delivery of the actor's unit as read; whoever was first stays. Raises ``NotFound`` or ``NotYours``."""
    mine = Delivery.objects.select_for_update(of=("self",)).filter(document_id=document_id, unit_id=actor.unit_id or 0)
    delivery = mine.first()
    rules.check_can_read(actor, delivery, at=at)
    assert delivery is not None  # its rule has refused what was not sent
    if delivery.read_at is not None:
        return delivery
    delivery.read_at, delivery.read_by_id = at, actor.appointment_id
    delivery.save(update_fields=["read_at", "read_by"])
    record(
        actor=actor,
        event="document.read",
        subject="document",
        subject_id=document_id,
        at=at,
        unit_id=actor.unit_id,
        changes={"delivery": delivery.pk},
    )
    return delivery

"""A joint event recorded by mistake is withdrawn."""

from datetime import datetime

from django.db import transaction

from danban.assignments import rules
from danban.assignments.actions.locks import lock_event
from danban.assignments.models import JointEvent
from danban.audit.actions import record
from danban.kit.actor import Actor


@transaction.atomic
def withdraw_event(event_id: int, *, reason: str, actor: Actor, at: datetime) -> JointEvent:
    """Raises ``NotFound``, ``NotYours``, ``NotNow`` (withdrawn before, closed) or ``BadInput`` (no reason)."""
    event = lock_event(event_id)
    rules.check_can_withdraw_event(actor, event, reason=reason, at=at)
    event.withdrawn_at = at
    event.save(update_fields=["withdrawn_at"])
    record(
        actor=actor,
        event="joint_event.withdrawn",
        subject="joint_event",
        subject_id=event.pk,
        at=at,
        unit_id=actor.unit_id,
        changes={"on": event.held_on, "reason": reason.strip()},
    )
    return event

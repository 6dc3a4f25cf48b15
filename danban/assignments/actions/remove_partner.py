"""A body named as a partner by mistake is taken off the list; what it noted stays."""

from datetime import datetime

from django.db import transaction

from danban.assignments import rules
from danban.assignments.actions.locks import lock_assignment
from danban.audit.actions import record
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound


@transaction.atomic
def remove_partner(assignment_id: int, *, body_id: int, actor: Actor, at: datetime) -> None:
    """Raises ``NotFound`` (also where the body is no partner), ``NotYours`` or ``NotNow``."""
    assignment = lock_assignment(assignment_id)
    rules.check_can_remove(actor, assignment, at=at)
    gone, _ = assignment.partners.filter(body_id=body_id).delete()
    if not gone:
        raise NotFound
    record(
        actor=actor,
        event="partner.removed",
        subject="assignment",
        subject_id=assignment.pk,
        at=at,
        unit_id=actor.unit_id,
        changes={"body": body_id},
    )

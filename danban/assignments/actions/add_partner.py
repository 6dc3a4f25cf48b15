"""A body is confirmed to work together with the one that answers."""

from datetime import datetime

from django.db import transaction

from danban.assignments import rules
from danban.assignments.actions.locks import lock_assignment
from danban.assignments.models import Partner
from danban.audit.actions import record
from danban.kit.actor import Actor
from danban.units.models import Body


@transaction.atomic
def add_partner(assignment_id: int, *, body_id: int, actor: Actor, at: datetime) -> Partner:
    """Raises ``NotFound``, ``NotYours``, ``NotNow`` (named before) or ``BadInput`` (no body of the city, the same)."""
    assignment = lock_assignment(assignment_id)
    rules.check_can_add(actor, assignment, at=at)
    body = Body.objects.filter(pk=body_id).first()
    rules.check_body(assignment, body, at=at)
    assert body is not None
    rules.check_partner(assignment, body)
    partner = Partner.objects.create(assignment=assignment, body=body)
    record(
        actor=actor,
        event="partner.added",
        subject="assignment",
        subject_id=assignment.pk,
        at=at,
        unit_id=actor.unit_id,
        changes={"body": body_id},
    )
    return partner

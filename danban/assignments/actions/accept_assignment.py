"""A body takes on what the plan gives it."""

from datetime import datetime

from django.db import transaction

from danban.assignments import rules
from danban.assignments.actions.locks import keep_work, lock_assignment
from danban.assignments.models import Work
from danban.assignments.states import WORK
from danban.audit.actions import record
from danban.kit.actor import Actor


@transaction.atomic
def accept_assignment(assignment_id: int, *, actor: Actor, at: datetime) -> Work:
    """Raises ``NotFound``, ``NotYours`` (another body's) or ``NotNow`` (accepted before, no longer in the plan)."""
    assignment = lock_assignment(assignment_id)
    rules.check_can_accept(actor, assignment, at=at)
    before = rules.status_of(assignment)
    work = keep_work(assignment, status=WORK.target("accept", before), accepted_at=at)
    record(
        actor=actor,
        event="assignment.accepted",
        subject="assignment",
        subject_id=assignment.pk,
        at=at,
        unit_id=actor.unit_id,
        changes={"status": [before, work.status]},
    )
    return work

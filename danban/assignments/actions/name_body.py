"""The city names who answers for an assignment whose own body is unknown or gone."""

from datetime import datetime

from django.db import transaction

from danban.assignments import rules
from danban.assignments.actions.locks import keep_work, lock_assignment
from danban.assignments.models import Work
from danban.audit.actions import record
from danban.kit.actor import Actor
from danban.units.models import Body


@transaction.atomic
def name_body(assignment_id: int, *, body_id: int, actor: Actor, at: datetime) -> Work:
    """Work begun goes on with the body named. Naming the same one again changes nothing.

    Raises ``NotFound``, ``NotYours``, ``NotNow`` (the plan's own body stands, or the work is finished) or
    ``BadInput`` (no body of the city that stands today).
    """
    assignment = lock_assignment(assignment_id)
    rules.check_can_name(actor, assignment, at=at)
    body = Body.objects.filter(pk=body_id).first()
    rules.check_body(assignment, body, at=at)
    before = rules.answering_body(assignment)
    work = rules.work_of(assignment)
    if work is not None and before == body:
        return work
    assignment.partners.filter(body_id=body_id).delete()
    work = keep_work(assignment, body=body)
    record(
        actor=actor,
        event="body.named",
        subject="assignment",
        subject_id=assignment.pk,
        at=at,
        unit_id=actor.unit_id,
        changes={"body": [before.pk if before else None, body_id]},
    )
    return work

"""What was finished too early is worked on again, and owed again."""

from datetime import datetime

from django.db import transaction

from danban.assignments import rules
from danban.assignments.actions.locks import keep_work, lock_assignment
from danban.assignments.models import Work
from danban.assignments.queries.owed import obligation_of
from danban.assignments.states import WORK
from danban.audit.actions import record
from danban.campaigns import actions as campaigns
from danban.kit.actor import Actor


@transaction.atomic
def reopen_assignment(assignment_id: int, *, reason: str, actor: Actor, at: datetime) -> Work:
    """Raises ``NotFound``, ``NotYours``, ``NotNow`` (not finished) or ``BadInput`` (no reason)."""
    assignment = lock_assignment(assignment_id)
    rules.check_can_reopen(actor, assignment, reason=reason, at=at)
    before = rules.status_of(assignment)
    work = keep_work(assignment, status=WORK.target("reopen", before), done_on=None)
    owed = obligation_of(assignment)
    if owed is not None:
        campaigns.reopen_obligations(
            campaign_id=assignment.campaign_id, placement_id=owed.placement_id, kind_code=owed.kind.code,
            reason=reason, body_id=owed.body_id, occurrence=owed.occurrence, actor=actor, at=at,
        )  # fmt: skip
    record(
        actor=actor,
        event="assignment.reopened",
        subject="assignment",
        subject_id=assignment.pk,
        at=at,
        unit_id=actor.unit_id,
        changes={"status": [before, work.status], "reason": reason.strip()},
    )
    return work

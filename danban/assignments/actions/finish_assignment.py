"""A body says that what the plan gave it is done; the obligation that stands for it is fulfilled."""

from datetime import date, datetime

from django.db import transaction

from danban.assignments import rules
from danban.assignments.actions.locks import keep_work, lock_assignment
from danban.assignments.models import ProgressNote, Work
from danban.assignments.queries.owed import obligation_of
from danban.assignments.states import WORK
from danban.audit.actions import record
from danban.campaigns import actions as campaigns
from danban.kit.actor import Actor

FINISHED = "assignment.finished"


@transaction.atomic
def finish_assignment(assignment_id: int, *, result: str, on: date, actor: Actor, at: datetime) -> Work:
    """Finish on a day that has come; the result also stands as the last note, so that reopening loses nothing.

    Raises ``NotFound``, ``NotYours``, ``NotNow`` (finished before) or ``BadInput`` (no result, a wrong day).
    """
    assignment = lock_assignment(assignment_id)
    rules.check_can_finish(actor, assignment, at=at)
    rules.check_finish(assignment, result=result, on=on, at=at)
    before, done, body = rules.work_of(assignment), rules.status_of(assignment), rules.answering_body(assignment)
    assert body is not None
    work = keep_work(
        assignment,
        status=WORK.target("finish", done),
        done_on=on,
        result=result.strip(),
        accepted_at=before.accepted_at if before and before.accepted_at else at,
    )
    note = ProgressNote.objects.create(
        assignment=assignment, body=body, on=on, text=result.strip(),
        appointment_id=actor.appointment_id, at=at,
    )  # fmt: skip
    owed = obligation_of(assignment)
    if owed is not None:
        campaigns.fulfil_obligations(
            campaign_id=assignment.campaign_id, placement_id=owed.placement_id, kind_code=owed.kind.code,
            event=FINISHED, on=on, body_id=owed.body_id, occurrence=owed.occurrence, actor=actor, at=at,
        )  # fmt: skip
    record(
        actor=actor,
        event="assignment.finished",
        subject="assignment",
        subject_id=assignment.pk,
        at=at,
        unit_id=actor.unit_id,
        changes={"status": [done, work.status], "on": on, "note": note.pk},
    )
    return work

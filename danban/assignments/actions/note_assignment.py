"""A body says what it has done so far on an assignment: words, figures, files, the week for weekly work."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from danban.assignments import rules
from danban.assignments.actions.keep_attachments import keep_note_files
from danban.assignments.actions.locks import keep_work, lock_assignment
from danban.assignments.models import ProgressNote
from danban.assignments.rules import Figure, Upload, monday_of
from danban.assignments.states import WORK
from danban.audit.actions import record
from danban.campaigns.models import Assignment
from danban.kit.actor import Actor
from danban.units.models import Body


@transaction.atomic
def note_assignment(
    assignment_id: int,
    *,
    text: str,
    on: date,
    figures: Sequence[Figure] = (),
    uploads: Sequence[Upload] = (),
    week_of: date | None = None,
    actor: Actor,
    at: datetime,
) -> ProgressNote:
    """Keep a note of the body that answers, whose first one also accepts, or of a partner.

    ``week_of`` is any day of the week a note on weekly work is about. The very same note sent twice is kept
    once. Raises ``NotFound``, ``NotYours``,
    ``NotNow`` (finished) or ``BadInput``.
    """
    assignment = lock_assignment(assignment_id)
    rules.check_can_note(actor, assignment, at=at)
    week_of = monday_of(week_of) if week_of else None
    rules.check_text(text)
    rules.check_day(on, assignment.campaign, at=at)
    rules.check_week(assignment, week_of, at=at)
    rules.check_figures(figures)
    rules.check_uploads(uploads)
    body = noting_body(actor, assignment)
    last = assignment.progress.filter(body=body).order_by("-pk").first()
    said = (text.strip(), on, week_of, rules.figures_json(figures))
    if last is not None and not uploads and (last.text, last.on, last.week_of, last.figures) == said:
        return last
    note = ProgressNote.objects.create(
        assignment=assignment, body=body, on=on, week_of=week_of, text=text.strip(),
        figures=rules.figures_json(figures), appointment_id=actor.appointment_id, at=at,
    )  # fmt: skip
    files = keep_note_files(note, uploads)
    before = rules.status_of(assignment)
    status = before
    if body == rules.answering_body(assignment):
        work = rules.work_of(assignment)
        accepted_at = work.accepted_at if work and work.accepted_at else at
        status = keep_work(assignment, status=WORK.target("note", before), accepted_at=accepted_at).status
    record(
        actor=actor,
        event="assignment.noted",
        subject="assignment",
        subject_id=assignment.pk,
        at=at,
        unit_id=actor.unit_id,
        changes={"note": note.pk, "body": body.pk, "week_of": week_of, "files": files, "status": [before, status]},
    )
    return note


def noting_body(actor: Actor, assignment: Assignment) -> Body:
    """As which body the actor speaks on an assignment: the one that answers, else the partner it sits in."""
    mine, answering = rules.acts_for(actor), rules.answering_body(assignment)
    if answering is not None and answering.pk in mine:
        return answering
    return Body.objects.get(pk=min(rules.partner_ids(assignment) & mine))

"""A body publishes an outline, its own plan, a guidance pack, a report; a later version replaces an earlier one."""

from datetime import datetime

from django.db import transaction

from danban.assignments import rules
from danban.assignments.actions.keep_attachments import next_version
from danban.assignments.actions.locks import lock_assignment, lock_briefing
from danban.assignments.models import Attachment
from danban.assignments.rules import FileSheet
from danban.assignments.states import FilePurpose
from danban.audit.actions import record
from danban.campaigns.models import Assignment
from danban.documents.actions import keep_upload
from danban.kit.actor import Actor
from danban.kit.vietnamese import squeeze


@transaction.atomic
def attach_file(
    sheet: FileSheet,
    *,
    assignment_id: int | None = None,
    briefing_id: int | None = None,
    actor: Actor,
    at: datetime,
) -> Attachment:
    """Attach to an assignment, or to the guidance pack of a briefing; the same title again is its next version.

    Raises ``NotFound``, ``NotYours``, ``NotNow`` or ``BadInput`` (no title, no such kind of file, too large).
    """
    owner = lock_assignment(assignment_id) if assignment_id else lock_briefing(briefing_id or 0)
    if isinstance(owner, Assignment):
        rules.check_can_attach(actor, owner, at=at)
    else:
        rules.check_can_attach_to_briefing(actor, owner, at=at)
    rules.check_file(sheet, at=at)
    title = squeeze(sheet.title)
    kept = keep_upload(sheet.upload.content, name=sheet.upload.name, at=at)
    rules.check_is_new(owner, title=title, purpose=sheet.purpose, file=kept)
    is_work = isinstance(owner, Assignment)
    purpose = sheet.purpose if is_work else FilePurpose.GUIDANCE
    attachment = Attachment.objects.create(
        assignment_id=owner.pk if is_work else None, briefing_id=None if is_work else owner.pk, purpose=purpose,
        title=title, version=next_version(owner, purpose, title), number=squeeze(sheet.number),
        issued_on=sheet.issued_on, file=kept, appointment_id=actor.appointment_id, at=at,
    )  # fmt: skip
    record(
        actor=actor,
        event="file.attached",
        subject="assignment" if is_work else "briefing",
        subject_id=owner.pk,
        at=at,
        unit_id=actor.unit_id,
        changes={"attachment": attachment.pk, "purpose": attachment.purpose, "version": attachment.version},
    )
    return attachment

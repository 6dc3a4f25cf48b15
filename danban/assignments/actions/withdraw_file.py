"""A file attached by mistake is withdrawn: nobody reads it any more, the row says that it was there."""

from datetime import datetime

from django.db import transaction

from danban.assignments import rules
from danban.assignments.actions.locks import lock_attachment
from danban.assignments.models import Attachment
from danban.audit.actions import record
from danban.kit.actor import Actor


@transaction.atomic
def withdraw_file(attachment_id: int, *, reason: str, actor: Actor, at: datetime) -> Attachment:
    """Raises ``NotFound``, ``NotYours``, ``NotNow`` (withdrawn before) or ``BadInput`` (no reason)."""
    attachment = lock_attachment(attachment_id)
    rules.check_can_withdraw_file(actor, attachment, reason=reason, at=at)
    attachment.withdrawn_at = at
    attachment.save(update_fields=["withdrawn_at"])
    record(
        actor=actor,
        event="file.withdrawn",
        subject="assignment" if attachment.assignment_id else "briefing",
        subject_id=attachment.assignment_id or attachment.briefing_id,
        at=at,
        unit_id=actor.unit_id,
        changes={"attachment": attachment.pk, "reason": reason.strip()},
    )
    return attachment

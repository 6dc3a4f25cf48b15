"""Begin a correction of confirmed minutes; these stand until the correction is confirmed."""

from datetime import datetime

from django.db import transaction

from danban.conferences.actions.locking_records import lock_records
from danban.kit.actor import Actor
from danban.kit.vietnamese import squeeze
from danban.resolutions import rules
from danban.resolutions.actions.steps import last_of, lock_minutes, write_down
from danban.resolutions.models import Minutes


@transaction.atomic
def correct_minutes(conference_id: int, *, reason: str, actor: Actor, at: datetime) -> Minutes:
    """A new revision that begins with the remarks of the confirmed one, computed from the records as they are now.

    Raises ``NotFound``, ``NotYours``, ``NotNow`` (not confirmed, a correction is open) or ``BadInput`` (no reason).
    """
    conference, revisions = lock_minutes(conference_id)
    before = last_of(revisions)
    rules.check_can_correct_minutes(actor, conference, before, reason=reason, at=at)
    minutes = Minutes.objects.create(
        conference=conference, revision=before.revision + 1, remarks=before.remarks, reason=squeeze(reason),
        drafted_at=at, drafted_by_id=actor.appointment_id,
    )  # fmt: skip
    lock_records(conference, None)
    write_down("minutes.corrected", minutes, actor, at, before=before.pk)
    return minutes

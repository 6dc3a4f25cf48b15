"""Begin the minutes of a conference: from now on they are computed at each reading."""

from datetime import datetime

from django.db import transaction

from danban.kit.actor import Actor
from danban.resolutions import rules
from danban.resolutions.actions.steps import lock_minutes, write_down
from danban.resolutions.models import Minutes


@transaction.atomic
def draft_minutes(conference_id: int, *, actor: Actor, at: datetime) -> Minutes:
    """The first revision. Raises ``NotFound``, ``NotYours`` or ``NotNow`` (not opened, begun already)."""
    conference, revisions = lock_minutes(conference_id)
    rules.check_can_draft_minutes(actor, conference, revisions[-1] if revisions else None, at=at)
    minutes = Minutes.objects.create(conference=conference, drafted_at=at, drafted_by_id=actor.appointment_id)
    write_down("minutes.drafted", minutes, actor, at)
    return minutes

"""Open a conference: from now on it meets, and what happens is recorded."""

from datetime import datetime

from django.db import transaction

from danban.conferences import rules
from danban.conferences.actions.locks import lock_conference
from danban.conferences.actions.steps import write_down
from danban.conferences.models import Conference
from danban.conferences.states import CONFERENCE
from danban.kit.actor import Actor


@transaction.atomic
def open_conference(conference_id: int, *, actor: Actor, at: datetime) -> Conference:
    """On its day, once announced. Raises ``NotFound``, ``NotYours`` or ``NotNow`` (another day, open already)."""
    conference = lock_conference(conference_id)
    rules.check_can_open(actor, conference, at=at)
    conference.status, conference.opened_at = CONFERENCE.target("open", conference.status), at
    conference.save(update_fields=["status", "opened_at"])
    write_down(conference, "conference.opened", actor, at)
    return conference

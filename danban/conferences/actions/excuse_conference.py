"""The unit above accepts that a conference was not held: it no longer counts late."""

from datetime import datetime

from django.db import transaction

from danban.conferences import rules
from danban.conferences.actions.excusing import WITHOUT_CONFERENCE, excuse_owed
from danban.conferences.actions.locks import lock_conference
from danban.conferences.actions.steps import tell_heads, write_down
from danban.conferences.models import Conference
from danban.conferences.states import CONFERENCE
from danban.conferences.texts import words_for_excuse
from danban.kit.actor import Actor


@transaction.atomic
def excuse_conference(conference_id: int, *, reason: str, actor: Actor, at: datetime) -> Conference:
    """Raises ``NotFound``, ``NotYours``, ``NotNow`` (not given up; excused already) or ``BadInput`` (no reason).

    The cause the unit gave stays; the reason for accepting it stands in the diary. What can only be done at a
    conference or after it is excused with it, for every unit it was held for.
    """
    conference = lock_conference(conference_id)
    rules.check_can_excuse(actor, conference, reason=reason, at=at)
    conference.status = CONFERENCE.target("excuse", conference.status)
    conference.excused_at, conference.excused_by_id = at, actor.appointment_id
    conference.save(update_fields=["status", "excused_at", "excused_by"])
    entry = write_down(conference, "conference.excused", actor, at, reason=reason.strip())
    excuse_owed(conference, WITHOUT_CONFERENCE, "conference.excused", actor, at)
    tell_heads(conference, entry, words_for_excuse(conference, reason.strip()))
    return conference

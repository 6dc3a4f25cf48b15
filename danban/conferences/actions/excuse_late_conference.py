"""The unit above accepts that a conference was held late: it no longer counts late."""

from datetime import datetime

from django.db import transaction

from danban.conferences import rules
from danban.conferences.actions.excusing import AT_CONFERENCE, excuse_owed
from danban.conferences.actions.locks import lock_conference
from danban.conferences.actions.steps import tell_heads, write_down
from danban.conferences.models import Conference
from danban.conferences.states import CONFERENCE
from danban.conferences.texts import words_for_late_excuse
from danban.kit.actor import Actor


@transaction.atomic
def excuse_late_conference(conference_id: int, *, reason: str, actor: Actor, at: datetime) -> Conference:
    """Raises ``NotFound``, ``NotYours``, ``NotNow`` (not held; held in time; excused already) or ``BadInput``."""
    conference = lock_conference(conference_id)
    rules.check_can_excuse_late(actor, conference, reason=reason, at=at)
    conference.status = CONFERENCE.target("excuse_late", conference.status)
    conference.excused_at, conference.excused_by_id = at, actor.appointment_id
    conference.save(update_fields=["status", "excused_at", "excused_by"])
    entry = write_down(conference, "conference.excused_late", actor, at, reason=reason.strip())
    excuse_owed(conference, AT_CONFERENCE, "conference.excused_late", actor, at)
    tell_heads(conference, entry, words_for_late_excuse(conference, reason.strip()))
    return conference

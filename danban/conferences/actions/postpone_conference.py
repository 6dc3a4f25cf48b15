"""The commune postpones a conference: its day is no more, another is owed."""

from datetime import datetime

from django.db import transaction

from danban.conferences import rules
from danban.conferences.actions.locks import lock_conference
from danban.conferences.actions.steps import tell_heads, write_down
from danban.conferences.actions.unschedule_conference import take_off
from danban.conferences.models import Conference
from danban.conferences.states import CONFERENCE
from danban.conferences.texts import when, words_for_postponement
from danban.kit.actor import Actor


@transaction.atomic
def postpone_conference(conference_id: int, *, reason: str, actor: Actor, at: datetime) -> Conference:
    """Raises ``NotFound``, ``NotYours``, ``NotNow`` or ``BadInput`` (no reason)."""
    conference = lock_conference(conference_id)
    rules.check_can_postpone(actor, conference, reason=reason, at=at)
    before, was = when(conference), {"day": conference.day, "session": conference.session, "hall": conference.hall_id}
    conference.status, conference.cause = CONFERENCE.target("postpone", conference.status), reason.strip()
    conference.is_fixed, conference.announced_at = False, None
    take_off(conference)
    fields = ["status", "cause", "is_fixed", "announced_at", "day", "session", "hall", "starts_at"]
    conference.save(update_fields=fields)
    entry = write_down(conference, "conference.postponed", actor, at, was=was)
    tell_heads(conference, entry, words_for_postponement(conference, reason.strip(), before=before), urgent=True)
    return conference

"""The commune takes back a day nobody has been told."""

from datetime import datetime

from django.db import transaction

from danban.conferences import rules
from danban.conferences.actions.locks import lock_conference
from danban.conferences.actions.steps import tell_heads, write_down
from danban.conferences.models import Conference
from danban.conferences.states import CONFERENCE
from danban.conferences.texts import words_for_unschedule
from danban.kit.actor import Actor


@transaction.atomic
def unschedule_conference(conference_id: int, *, actor: Actor, at: datetime) -> Conference:
    """Back to having no day. Raises ``NotFound``, ``NotYours`` or ``NotNow``."""
    conference = lock_conference(conference_id)
    rules.check_can_unschedule(actor, conference, at=at)
    conference.status, conference.is_fixed = CONFERENCE.target("unschedule", conference.status), False
    take_off(conference)
    conference.save(update_fields=["status", "is_fixed", "day", "session", "hall", "starts_at"])
    entry = write_down(conference, "conference.unscheduled", actor, at)
    tell_heads(conference, entry, words_for_unschedule(conference))
    return conference


def take_off(conference: Conference) -> None:
    """No day, session, start or hall; saves nothing."""
    conference.day, conference.session, conference.hall, conference.starts_at = None, "", None, None

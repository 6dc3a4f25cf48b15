"""The commune moves a conference that was announced."""

from datetime import datetime

from django.db import transaction

from danban.conferences import rules
from danban.conferences.actions.locks import lock_conference
from danban.conferences.actions.schedule_conference import put_on
from danban.conferences.actions.steps import tell_heads, write_down
from danban.conferences.models import Conference
from danban.conferences.rules import Timing
from danban.conferences.states import CONFERENCE
from danban.conferences.texts import when, words_for_move
from danban.kit.actor import Actor


@transaction.atomic
def move_conference(conference_id: int, *, timing: Timing, reason: str, actor: Actor, at: datetime) -> Conference:
    """Another day, session, hall or start; it stays announced and the heads are told with the reason.

    Raises ``NotFound``, ``NotYours``, ``NotNow`` (not announced; the hall is taken) or ``BadInput``.
    """
    conference = lock_conference(conference_id)
    rules.check_can_move(actor, conference, timing, reason=reason, at=at)
    before, was = when(conference), {"day": conference.day, "session": conference.session, "hall": conference.hall_id}
    put_on(conference, timing)
    conference.status, conference.cause = CONFERENCE.target("move", conference.status), reason.strip()
    conference.save(update_fields=["status", "cause", "day", "session", "hall", "starts_at"])
    entry = write_down(conference, "conference.moved", actor, at, was=was)
    tell_heads(conference, entry, words_for_move(conference, reason.strip(), before=before), urgent=True)
    return conference

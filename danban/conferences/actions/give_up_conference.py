"""A conference is not held: recorded at once, with the cause; it stays owed until the unit above excuses it."""

from datetime import datetime

from django.db import transaction

from danban.conferences import rules
from danban.conferences.actions.locks import lock_conference
from danban.conferences.actions.steps import tell_deciders, tell_heads, write_down
from danban.conferences.models import Conference
from danban.conferences.states import CONFERENCE
from danban.conferences.texts import words_for_giving_up
from danban.kit.actor import Actor


@transaction.atomic
def give_up_conference(conference_id: int, *, cause: str, actor: Actor, at: datetime) -> Conference:
    """Its day stays as a record of when it should have met; the hall is free again.

    Raises ``NotFound``, ``NotYours``, ``NotNow`` or ``BadInput`` (no cause).
    """
    conference = lock_conference(conference_id)
    rules.check_can_give_up(actor, conference, cause=cause, at=at)
    conference.status, conference.cause = CONFERENCE.target("give_up", conference.status), cause.strip()
    conference.is_pilot = conference.is_fixed = False
    conference.save(update_fields=["status", "cause", "is_pilot", "is_fixed"])
    entry = write_down(conference, "conference.given_up", actor, at)
    words = words_for_giving_up(conference, cause.strip())
    tell_heads(conference, entry, words)
    tell_deciders(conference, entry, words)
    return conference

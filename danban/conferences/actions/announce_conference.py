"""Announce a conference: the day stands, people are told."""

from datetime import datetime

from django.db import transaction

from danban.conferences import rules
from danban.conferences.actions.agreeing import count_as_done
from danban.conferences.actions.locks import lock_conference
from danban.conferences.actions.steps import tell_deciders, tell_heads, write_down
from danban.conferences.models import Conference
from danban.conferences.states import CONFERENCE
from danban.conferences.texts import words_for_announcement
from danban.kit.actor import Actor


@transaction.atomic
def announce_conference(conference_id: int, *, actor: Actor, at: datetime) -> Conference:
    """From now on it moves only with a reason.

    Raises ``NotFound``, ``NotYours`` or ``NotNow`` (all that is missing, by name; a day gone by; announced already).
    """
    conference = lock_conference(conference_id)
    rules.check_can_announce(actor, conference, at=at)
    conference.status, conference.announced_at = CONFERENCE.target("announce", conference.status), at
    conference.save(update_fields=["status", "announced_at"])
    entry = write_down(conference, "conference.announced", actor, at, starts_at=conference.starts_at)
    count_as_done(conference, actor, at)  # for units that joined after the heads had agreed
    words = words_for_announcement(conference)
    tell_heads(conference, entry, words)
    tell_deciders(conference, entry, words)
    return conference

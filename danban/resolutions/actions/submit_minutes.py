"""Hand the minutes to the chair."""

from datetime import datetime

from django.db import transaction

from danban.conferences.actions.steps import tell_heads
from danban.kit.actor import Actor
from danban.resolutions import rules
from danban.resolutions.actions.steps import last_of, lock_minutes, write_down
from danban.resolutions.models import Minutes
from danban.resolutions.queries.facts import facts_of
from danban.resolutions.states import MINUTES
from danban.resolutions.texts import words_for_submission


@transaction.atomic
def submit_minutes(conference_id: int, *, actor: Actor, at: datetime) -> Minutes:
    """Whoever submits answers for the words, and another person confirms.

    Raises ``NotFound``, ``NotYours`` or ``NotNow`` (still meeting, chair or secretary or times missing).
    """
    conference, revisions = lock_minutes(conference_id)
    minutes = last_of(revisions)
    rules.check_can_submit_minutes(actor, conference, minutes, at=at)
    rules.check_is_whole(facts_of(conference))
    minutes.status, minutes.returned_for = MINUTES.target("submit", minutes.status), ""
    minutes.drafted_by_id = actor.appointment_id
    minutes.save(update_fields=["status", "returned_for", "drafted_by"])
    entry = write_down("minutes.submitted", minutes, actor, at)
    tell_heads(conference, entry, words_for_submission(conference))
    return minutes

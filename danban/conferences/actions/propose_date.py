"""A head of a village proposes when its conference meets; the commune decides."""

from datetime import datetime

from django.db import transaction

from danban.conferences import rules
from danban.conferences.actions.locks import lock_conference, lock_hall
from danban.conferences.actions.steps import tell_deciders, write_down
from danban.conferences.models import Conference
from danban.conferences.rules import Timing
from danban.conferences.texts import words_for_proposal
from danban.kit.actor import Actor


@transaction.atomic
def propose_date(conference_id: int, *, timing: Timing, actor: Actor, at: datetime) -> Conference:
    """Write the wish down; a hall taken by others is a clash to show, not a refusal.

    Raises ``NotFound``, ``NotYours``, ``NotNow`` or ``BadInput`` (a day outside the days owed, closed or past).
    """
    conference = lock_conference(conference_id)
    rules.check_can_propose(actor, conference, timing, at=at)
    hall = lock_hall(timing.hall_id)
    if hall is not None:
        rules.check_hall_serves(conference, hall)
    conference.proposed_day, conference.proposed_session = timing.day, timing.session
    conference.proposed_hall, conference.proposed_by_id = hall, actor.appointment_id
    conference.save(update_fields=["proposed_day", "proposed_session", "proposed_hall", "proposed_by"])
    wish = {"proposed_day": timing.day, "proposed_session": timing.session, "proposed_hall": timing.hall_id}
    entry = write_down(conference, "conference.proposed", actor, at, **wish)
    tell_deciders(conference, entry, words_for_proposal(conference))
    return conference

"""The commune puts a conference on a day, a session and a hall."""

from datetime import datetime

from django.db import transaction

from danban.conferences import rules
from danban.conferences.actions.locks import lock_conference, lock_hall
from danban.conferences.actions.steps import tell_heads, write_down
from danban.conferences.models import Conference
from danban.conferences.rules import Timing
from danban.conferences.states import CONFERENCE
from danban.conferences.texts import words_for_schedule
from danban.kit.actor import Actor


@transaction.atomic
def schedule_conference(
    conference_id: int, *, timing: Timing, is_fixed: bool = False, actor: Actor, at: datetime
) -> Conference:  # fmt: skip
    """Set the timetable of a conference; ``is_fixed``: the proposer leaves it there.

    Raises ``NotFound``, ``NotYours``, ``BadInput`` (outside the days owed, closed, past, a hall elsewhere) or
    ``NotNow`` (announced already; the hall is taken). II.1.a, II.2.
    """
    conference = lock_conference(conference_id)
    rules.check_can_schedule(actor, conference, timing, at=at)
    put_on(conference, timing)
    conference.status, conference.is_fixed = CONFERENCE.target("schedule", conference.status), is_fixed
    conference.save(update_fields=["status", "is_fixed", "day", "session", "hall", "starts_at"])
    entry = write_down(conference, "conference.scheduled", actor, at, is_fixed=is_fixed)
    tell_heads(conference, entry, words_for_schedule(conference))
    return conference


def put_on(conference: Conference, timing: Timing) -> None:
    """Set day, session, start and hall, the hall locked and free; saves nothing. Raises ``BadInput`` or ``NotNow``."""
    hall = lock_hall(timing.hall_id)
    if hall is not None:
        rules.check_hall(conference, hall, timing)
    conference.day, conference.session = timing.day, timing.session
    conference.hall, conference.starts_at = hall, timing.starts_at

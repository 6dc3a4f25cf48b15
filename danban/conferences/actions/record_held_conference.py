"""Enter a conference that met on paper: it was held, and counts as what its units owed."""

from datetime import datetime, time

from django.db import transaction

from danban.conferences import rules
from danban.conferences.actions.fulfilling import fulfil_conference
from danban.conferences.actions.locks import lock_conference, lock_hall
from danban.conferences.actions.steps import tell_deciders, write_down
from danban.conferences.models import Conference
from danban.conferences.rules import Holding
from danban.conferences.states import CONFERENCE, Session
from danban.conferences.texts import words_for_record
from danban.kit.actor import Actor
from danban.kit.clock import HANOI

_NOON, _EVENING = time(12), time(17)


@transaction.atomic
def record_held_conference(
    conference_id: int, *, holding: Holding, actor: Actor, at: datetime
) -> Conference:  # fmt: skip
    """Held on the day it met, marked as from paper; the conference and every content of its agenda are done.

    Where it met on another day than planned, that day is its day now; a hall others have then is left off.
    Raises ``NotFound``, ``NotYours``, ``NotNow`` (meeting, held, given up) or ``BadInput`` (a day to come; late and
    no cause).
    """
    conference = lock_conference(conference_id)
    rules.check_can_record_held(actor, conference, holding, at=at)
    _put_where_it_met(conference, holding)
    conference.status, conference.held_on = CONFERENCE.target("record_held", conference.status), holding.held_on
    conference.opened_at, conference.closed_at = holding.opened_at, holding.closed_at
    conference.is_from_paper, conference.paper_photo_id = True, holding.photo_id
    conference.cause = holding.cause.strip() or conference.cause
    conference.save(
        update_fields=[
            "status", "held_on", "opened_at", "closed_at", "is_from_paper", "paper_photo", "cause", "day", "session",
            "hall", "starts_at",
        ]
    )  # fmt: skip
    entry = write_down(
        conference, "conference.recorded_held", actor, at, held_on=holding.held_on, photo=holding.photo_id
    )
    clauses = set(conference.agenda.filter(item__isnull=False).order_by().values_list("item__clause_id", flat=True))
    fulfil_conference(conference, "conference.recorded_held", clauses, actor, at)
    tell_deciders(conference, entry, words_for_record(conference))
    return conference


def _put_where_it_met(conference: Conference, holding: Holding) -> None:
    began = holding.opened_at.astimezone(HANOI).time()
    session = Session.MORNING if began < _NOON else Session.AFTERNOON if began < _EVENING else Session.EVENING
    if (conference.day, conference.session) == (holding.held_on, session):
        return
    conference.day, conference.session, conference.starts_at = holding.held_on, session, holding.opened_at
    if hall := lock_hall(conference.hall_id):
        others = Conference.objects.filter(
            hall=hall, day=holding.held_on, session=session, status__in=rules.TAKES_HALL
        ).exclude(pk=conference.pk)
        conference.hall = None if others.exists() else hall

"""Close a conference: it was held, and counts as what its units owed."""

from datetime import datetime

from django.db import transaction

from danban.conferences import rules
from danban.conferences.actions.fulfilling import fulfil_conference
from danban.conferences.actions.locks import lock_conference
from danban.conferences.actions.step_agenda import end_running
from danban.conferences.actions.steps import write_down
from danban.conferences.models import AgendaEntry, Conference
from danban.conferences.states import CONFERENCE
from danban.kit.actor import Actor
from danban.kit.clock import day_of


@transaction.atomic
def close_conference(conference_id: int, *, actor: Actor, at: datetime) -> Conference:
    """Held on the day it opened; every unit it was held for has done what it owed, and the contents dealt with.

    Raises ``NotFound``, ``NotYours`` or ``NotNow`` (not open, mandatory contents neither dealt with nor explained).
    """
    conference = lock_conference(conference_id)
    entries = list(AgendaEntry.objects.filter(conference=conference).select_related("item").order_by("position", "pk"))
    rules.check_can_close(actor, conference, entries, at=at)
    end_running(conference_id, at)
    conference.status, conference.closed_at = CONFERENCE.target("close", conference.status), at
    conference.held_on = day_of(conference.opened_at or at)
    conference.save(update_fields=["status", "closed_at", "held_on"])
    write_down(conference, "conference.closed", actor, at, held_on=conference.held_on)
    clauses = {entry.item.clause_id for entry in entries if entry.item is not None and entry.started_at is not None}
    fulfil_conference(conference, "conference.closed", clauses, actor, at)
    return conference

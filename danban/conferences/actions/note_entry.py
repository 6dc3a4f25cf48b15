"""Write by hand what belongs to an item of the agenda, such as last year's resolution."""

from datetime import datetime

from django.db import transaction

from danban.conferences import rules
from danban.conferences.actions.locks import lock_conference
from danban.conferences.actions.steps import write_down
from danban.conferences.models import AgendaEntry
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound


@transaction.atomic
def note_entry(conference_id: int, *, entry_id: int, note: str, actor: Actor, at: datetime) -> AgendaEntry:
    """Keep a note of an item; what the heads agreed to stays as it is. The same note again leaves no trace.

    Raises ``NotFound``, ``NotYours``, ``BadInput`` (too long) or ``NotNow`` (the conference is over).
    """
    conference = lock_conference(conference_id)
    rules.check_can_note_entry(actor, conference, note, at=at)
    entry = conference.agenda.filter(pk=entry_id).first()
    if entry is None:
        raise NotFound
    if entry.note != note.strip():
        entry.note = note.strip()
        entry.save(update_fields=["note"])
        write_down(conference, "agenda.noted", actor, at, entry=entry.pk)
    return entry

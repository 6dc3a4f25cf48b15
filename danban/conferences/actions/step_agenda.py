"""Go on to an item of the agenda: the one running ends, this one begins."""

from datetime import datetime

from django.db import transaction

from danban.audit.actions import record
from danban.conferences import rules
from danban.conferences.actions.locks import lock_conference
from danban.conferences.models import AgendaEntry
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound
from danban.kit.vietnamese import squeeze

LONGEST_NOTE = 600


@transaction.atomic
def step_agenda(conference_id: int, *, entry_id: int, actor: Actor, at: datetime) -> AgendaEntry:
    """Begin an item; sent twice it changes nothing. An item ended earlier is taken up again.

    Raises ``NotFound``, ``NotYours`` or ``NotNow`` (it does not meet now).
    """
    conference = lock_conference(conference_id)
    rules.check_can_step(actor, conference, at=at)
    entry = _entry(conference_id, entry_id)
    if entry.started_at is not None and entry.ended_at is None:
        return entry
    end_running(conference_id, at)
    entry.started_at, entry.ended_at = entry.started_at or at, None
    entry.save(update_fields=["started_at", "ended_at"])
    record(
        actor=actor, event="conference.stepped", subject="conference", subject_id=conference_id, at=at,
        unit_id=actor.unit_id, changes={"entry": entry.pk},
    )  # fmt: skip
    return entry


@transaction.atomic
def explain_entry(conference_id: int, *, entry_id: int, note: str, actor: Actor, at: datetime) -> AgendaEntry:
    """Say why an item is not dealt with, or what came of it; "" takes the note back.

    Raises ``NotFound``, ``NotYours`` or ``NotNow``.
    """
    conference = lock_conference(conference_id)
    rules.check_can_explain(actor, conference, at=at)
    entry = _entry(conference_id, entry_id)
    entry.note = squeeze(note)[:LONGEST_NOTE]
    entry.save(update_fields=["note"])
    record(
        actor=actor, event="conference.explained", subject="conference", subject_id=conference_id, at=at,
        unit_id=actor.unit_id, changes={"entry": entry.pk},
    )  # fmt: skip
    return entry


def end_running(conference_id: int, at: datetime) -> int:
    """End the item that runs; returns how many there were. Inner."""
    running = AgendaEntry.objects.filter(conference_id=conference_id, started_at__isnull=False, ended_at__isnull=True)
    return running.update(ended_at=at)


def _entry(conference_id: int, entry_id: int) -> AgendaEntry:
    entry = AgendaEntry.objects.filter(conference_id=conference_id, pk=entry_id).first()
    if entry is None:
        raise NotFound
    return entry

"""One of the two heads agrees to the agenda as it stands (II.1.a.2)."""

from datetime import datetime

from django.db import transaction

from danban.conferences import rules
from danban.conferences.actions.agreeing import count_as_done, tell_other_head
from danban.conferences.actions.locks import lock_conference
from danban.conferences.actions.steps import write_down
from danban.conferences.models import AgendaAssent
from danban.conferences.texts import words_for_assent
from danban.kit.actor import Actor
from danban.kit.clock import day_of


@transaction.atomic
def agree_agenda(conference_id: int, *, seen: str = "", actor: Actor, at: datetime) -> AgendaAssent:
    """Write the assent down; with the second of the two the duty to agree on an agenda is done.

    ``seen`` is the mark of the agenda looked at. Raises ``NotFound``, ``NotYours`` (not one of the two heads) or
    ``NotNow`` (no agenda, a mandatory content missing, changed in between, agreed already).
    """
    conference = lock_conference(conference_id)
    programme = rules.programme_of(conference, on=day_of(at))
    rules.check_can_agree_agenda(actor, conference, programme, at=at)
    rules.check_is_seen(programme, seen)
    body = rules.head_for(actor, programme.heads)
    assert actor.appointment_id is not None  # who speaks for a body holds an office in it
    assent = AgendaAssent.objects.create(conference=conference, body=body, appointment_id=actor.appointment_id, at=at)
    is_agreed = programme.heads.are_both and programme.waited_for == (body,)
    entry = write_down(conference, "agenda.agreed", actor, at, body=body.pk, by_both=is_agreed)
    if is_agreed:
        count_as_done(conference, actor, at)
    tell_other_head(conference, entry, words_for_assent(conference, body.name, by_both=is_agreed), actor)
    return assent

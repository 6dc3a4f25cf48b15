"""Neighbouring villages meet together: one conference serves them all, attendance and votes still by village."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from danban.conferences import rules
from danban.conferences.actions.locks import lock_conferences
from danban.conferences.actions.steps import tell_heads, write_down
from danban.conferences.models import Conference, ConferencePlace
from danban.conferences.states import CONFERENCE
from danban.conferences.texts import cause_of_joining, words_for_schedule
from danban.kit.actor import Actor


@transaction.atomic
def join_conferences(conference_ids: Sequence[int], *, actor: Actor, at: datetime) -> Conference:
    """The first keeps its hall, chair and minutes and serves the units of the others too.

    The others stay as rows without a unit, not held because they meet elsewhere, so that what was prepared and
    said about them is not lost. A pilot among them makes the one kept the pilot. Raises ``NotFound``,
    ``NotYours``, ``NotNow`` (announced already) or ``BadInput`` (fewer than two, not of one commune).
    """
    conferences = lock_conferences(conference_ids)
    rules.check_can_join(actor, conferences, at=at)
    kept, *others = conferences
    ids = [one.pk for one in others]
    is_pilot = any(one.is_pilot for one in conferences)
    rules.check_still_fits(kept, conferences)
    ConferencePlace.objects.filter(conference_id__in=ids).update(conference=kept)
    Conference.objects.filter(pk__in=ids).update(is_pilot=False)
    for one in others:
        one.status, one.is_pilot, one.is_fixed = CONFERENCE.target("give_up", one.status), False, False
        one.cause = cause_of_joining(kept.placement.name)
        one.save(update_fields=["status", "is_fixed", "cause"])
        write_down(one, "conference.given_up", actor, at, joined_to=kept.pk)
    kept.is_pilot = is_pilot
    kept.save(update_fields=["is_pilot"])
    entry = write_down(kept, "conference.joined", actor, at, others=ids)
    tell_heads(kept, entry, words_for_schedule(kept))
    return kept

"""The chair confirms: what was computed is frozen, the paper issued, the duty of every unit served done."""

from datetime import datetime

from django.db import transaction

from danban.conferences.actions.locking_records import lock_records
from danban.conferences.actions.steps import tell_deciders
from danban.kit.actor import Actor
from danban.kit.clock import day_of
from danban.petitions.actions import take_in_opinions
from danban.resolutions import rules
from danban.resolutions.actions.steps import fulfil, issue, last_of, lock_minutes, write_down
from danban.resolutions.models import Minutes
from danban.resolutions.queries.facts import facts_of
from danban.resolutions.queries.frames import frame_of, minutes_paper
from danban.resolutions.states import MINUTES
from danban.resolutions.texts import MINUTES_KIND, words_for_minutes


@transaction.atomic
def confirm_minutes(conference_id: int, *, actor: Actor, at: datetime) -> Minutes:
    """From now on they never change; a revision confirmed before stands down with its paper.

    What was said and marked is a petition from now on (II.1.4). They bear names, so the public check page shows
    neither subject nor paper. Raises ``NotFound``, ``NotYours``
    (not the holding unit, or who wrote them) or ``NotNow``.
    """
    conference, revisions = lock_minutes(conference_id)
    minutes = last_of(revisions)
    rules.check_can_confirm_minutes(actor, conference, minutes, at=at)
    facts = facts_of(conference)
    rules.check_is_whole(facts)
    frame = frame_of(conference, facts, MINUTES_KIND, on=day_of(at))
    before = rules.confirmed_before(revisions)
    document = issue(
        minutes_paper(facts, minutes.remarks, frame), frame, MINUTES_KIND, actor, at,
        before=before.document if before else None, drafted_by_id=minutes.drafted_by_id,
    )  # fmt: skip
    if before is not None:
        before.status = MINUTES.target("correct", before.status)
        before.save(update_fields=["status"])
    minutes.status, minutes.content = MINUTES.target("confirm", minutes.status), rules.to_plain(facts)
    minutes.confirmed_at, minutes.confirmed_by_id, minutes.document = at, actor.appointment_id, document
    minutes.save(update_fields=["status", "content", "confirmed_at", "confirmed_by", "document"])
    lock_records(conference, at)
    take_in_opinions(conference.pk, actor=actor, at=at)
    entry = write_down("minutes.confirmed", minutes, actor, at, document=document.pk)
    fulfil(conference, MINUTES_KIND, "minutes.confirmed", actor, at)
    tell_deciders(conference, entry, words_for_minutes(conference, minutes.revision))
    return minutes

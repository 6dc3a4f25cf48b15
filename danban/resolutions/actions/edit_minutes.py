"""Add words to the minutes, by part; the figures come from the records and are changed there."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from danban.kit.actor import Actor
from danban.resolutions import rules
from danban.resolutions.actions.steps import last_of, lock_minutes, write_down
from danban.resolutions.models import Minutes
from danban.resolutions.queries.facts import facts_of


@transaction.atomic
def edit_minutes(conference_id: int, *, remarks: Mapping[str, str], actor: Actor, at: datetime) -> Minutes:
    """``remarks`` by part code take the place of what was added before; whoever edits has written them.

    Raises ``NotFound``, ``NotYours``, ``NotNow`` (submitted, confirmed) or ``BadInput``.
    """
    conference, revisions = lock_minutes(conference_id)
    minutes = last_of(revisions)
    rules.check_can_edit_minutes(actor, conference, minutes, at=at)
    minutes.remarks = rules.clean_remarks(remarks, facts_of(conference))
    minutes.drafted_by_id = actor.appointment_id
    minutes.save(update_fields=["remarks", "drafted_by"])
    write_down("minutes.edited", minutes, actor, at, parts=sorted(minutes.remarks))
    return minutes

"""Give the minutes back to be put right."""

from datetime import datetime

from django.db import transaction

from danban.conferences.actions.steps import tell_heads
from danban.kit.actor import Actor
from danban.kit.vietnamese import squeeze
from danban.resolutions import rules
from danban.resolutions.actions.steps import last_of, lock_minutes, write_down
from danban.resolutions.models import Minutes
from danban.resolutions.states import MINUTES
from danban.resolutions.texts import words_for_return


@transaction.atomic
def return_minutes(conference_id: int, *, reason: str, actor: Actor, at: datetime) -> Minutes:
    """They are drafted again. Raises ``NotFound``, ``NotYours``, ``NotNow`` or ``BadInput`` (no reason)."""
    conference, revisions = lock_minutes(conference_id)
    minutes = last_of(revisions)
    rules.check_can_return_minutes(actor, conference, minutes, reason=reason, at=at)
    minutes.status, minutes.returned_for = MINUTES.target("return", minutes.status), squeeze(reason)
    minutes.save(update_fields=["status", "returned_for"])
    entry = write_down("minutes.returned", minutes, actor, at)
    tell_heads(conference, entry, words_for_return(conference, minutes.returned_for))
    return minutes

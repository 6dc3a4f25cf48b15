"""Begin another resolution in the place of the one in force; that one stands until the other is issued."""

from datetime import datetime

from django.db import transaction

from danban.kit.actor import Actor
from danban.kit.vietnamese import squeeze
from danban.resolutions import rules
from danban.resolutions.actions.steps import last_of, lock_resolutions, write_down
from danban.resolutions.models import Resolution


@transaction.atomic
def replace_resolution(conference_id: int, *, reason: str, actor: Actor, at: datetime) -> Resolution:
    """A new revision that begins with the articles of the one in force.

    Raises ``NotFound``, ``NotYours``, ``NotNow`` (not issued, another is drafted) or ``BadInput`` (no reason).
    """
    conference, revisions = lock_resolutions(conference_id)
    before = last_of(revisions)
    rules.check_can_replace_resolution(actor, conference, before, reason=reason, at=at)
    resolution = Resolution.objects.create(
        conference=conference, revision=before.revision + 1, articles=before.articles, reason=squeeze(reason),
        drafted_at=at, drafted_by_id=actor.appointment_id,
    )  # fmt: skip
    write_down("resolution.replaced", resolution, actor, at, before=before.pk)
    return resolution

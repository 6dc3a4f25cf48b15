"""Put the articles of a drafted resolution in other words or another order."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from danban.kit.actor import Actor
from danban.resolutions import rules
from danban.resolutions.actions.steps import last_of, lock_resolutions, write_down
from danban.resolutions.models import Resolution


@transaction.atomic
def edit_resolution(
    conference_id: int, *, articles: Sequence[rules.Article], actor: Actor, at: datetime
) -> Resolution:  # fmt: skip
    """``articles`` take the place of those there; empty ones fall away.

    Raises ``NotFound``, ``NotYours``, ``NotNow`` (issued) or ``BadInput`` naming the bad fields.
    """
    conference, revisions = lock_resolutions(conference_id)
    resolution = last_of(revisions)
    rules.check_can_edit_resolution(actor, conference, resolution, at=at)
    resolution.articles = rules.clean_articles(articles)
    resolution.drafted_by_id = actor.appointment_id
    resolution.save(update_fields=["articles", "drafted_by"])
    write_down("resolution.edited", resolution, actor, at, articles=len(resolution.articles))
    return resolution

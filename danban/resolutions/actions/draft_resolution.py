"""Begin the resolution of a conference with articles from what was agreed."""

from datetime import datetime

from django.db import transaction

from danban.kit.actor import Actor
from danban.resolutions import rules
from danban.resolutions.actions.steps import lock_resolutions, write_down
from danban.resolutions.models import Resolution
from danban.resolutions.queries.facts import facts_of


@transaction.atomic
def draft_resolution(conference_id: int, *, actor: Actor, at: datetime) -> Resolution:
    """Targets whose vote failed, and consultations, are not proposed as decided.

    Raises ``NotFound``, ``NotYours`` or ``NotNow`` (not opened, begun already).
    """
    conference, revisions = lock_resolutions(conference_id)
    rules.check_can_draft_resolution(actor, conference, revisions[-1] if revisions else None, at=at)
    articles = rules.propose_articles(facts_of(conference), year=conference.campaign.year)
    resolution = Resolution.objects.create(
        conference=conference, articles=rules.clean_articles(articles), drafted_at=at,
        drafted_by_id=actor.appointment_id,
    )  # fmt: skip
    write_down("resolution.drafted", resolution, actor, at, articles=len(articles))
    return resolution

"""Issue the resolution: articles and commitments are frozen, the duty of every unit served is done."""

from datetime import datetime

from django.db import transaction

from danban.commitments.actions import adopt_targets
from danban.conferences.actions.steps import tell_deciders
from danban.kit.actor import Actor
from danban.kit.clock import day_of
from danban.resolutions import rules
from danban.resolutions.actions.steps import fulfil, issue, last_of, lock_resolutions, write_down
from danban.resolutions.models import Resolution
from danban.resolutions.queries.facts import facts_of
from danban.resolutions.queries.frames import frame_of, resolution_paper
from danban.resolutions.states import RESOLUTION
from danban.resolutions.texts import RESOLUTION_KIND, words_for_resolution


@transaction.atomic
def issue_resolution(conference_id: int, *, actor: Actor, at: datetime) -> Resolution:
    """One is in force at a time: that issued before stands down with its paper. Anybody may read it.

    Raises ``NotFound``, ``NotYours``, ``NotNow`` (still meeting, issued) or ``BadInput`` (nobody signs).
    """
    conference, revisions = lock_resolutions(conference_id)
    resolution = last_of(revisions)
    rules.check_can_issue_resolution(actor, conference, resolution, at=at)
    facts = facts_of(conference)
    frame = frame_of(conference, facts, RESOLUTION_KIND, on=day_of(at))
    articles = rules.articles_from(resolution.articles)
    before = rules.issued_before(revisions)
    document = issue(
        resolution_paper(conference, facts, articles, frame), frame, RESOLUTION_KIND, actor, at,
        before=before.document if before else None, drafted_by_id=resolution.drafted_by_id, is_public=True,
    )  # fmt: skip
    if before is not None:
        before.status = RESOLUTION.target("replace", before.status)
        before.save(update_fields=["status"])
    resolution.status, resolution.commitments = (
        RESOLUTION.target("issue", resolution.status), rules.commitments_of(facts),
    )  # fmt: skip
    resolution.issued_at, resolution.issued_by_id, resolution.document = at, actor.appointment_id, document
    resolution.save(update_fields=["status", "commitments", "issued_at", "issued_by", "document"])
    adopt_targets(conference.pk, targets=resolution.commitments, actor=actor, at=at)
    entry = write_down("resolution.issued", resolution, actor, at, document=document.pk)
    fulfil(conference, RESOLUTION_KIND, "resolution.issued", actor, at)
    tell_deciders(conference, entry, words_for_resolution(conference, resolution.revision))
    return resolution

"""Copy a campaign into a draft of another year: the same lines on the same calendar days."""

from datetime import datetime
from typing import Any

from django.db import transaction

from danban.audit.actions import record
from danban.campaigns import rules
from danban.campaigns.actions.draft_amendment import lock_campaign_with_draft
from danban.campaigns.actions.write_lines import write_lines
from danban.campaigns.models import Draft
from danban.campaigns.queries.campaigns import present_lines
from danban.campaigns.rules.overlay import move_to_year, shift_years
from danban.campaigns.states import DraftPurpose
from danban.kit.actor import Actor


@transaction.atomic
def clone_campaign(campaign_id: int, *, year: int, actor: Actor, at: datetime) -> Draft:
    """A draft of ``year`` with every line of the campaign, proposed for review.

    Days stay the same calendar days; the review page warns where they meet Tết or a day off.
    Raises ``NotFound``, ``NotYours``, ``NotNow`` or ``BadInput`` (the same year, or no such year).
    """
    campaign, source = lock_campaign_with_draft(campaign_id)
    rules.check_can_clone(actor, campaign, year=year, at=at)
    draft = Draft.objects.create(
        unit_id=actor.unit_id or source.unit_id,
        tree=campaign.tree,
        purpose=DraftPurpose.CLONE,
        campaign=campaign,
        reading=_reading_without_paper(source, campaign.year, year),
        year=year,
        name=shift_years(campaign.name, campaign.year, year - campaign.year),
        theme=campaign.theme,
        created_at=at,
        created_by=actor.user_id,
    )
    write_lines(draft, move_to_year(present_lines(campaign), source=campaign.year, year=year))
    record(
        actor=actor,
        event="campaign.cloned",
        subject="draft",
        subject_id=draft.pk,
        at=at,
        unit_id=draft.unit_id,
        changes={"campaign": campaign.pk, "year": [campaign.year, year]},
    )
    return draft


def _reading_without_paper(source: Draft, old: int, year: int) -> dict[str, Any]:
    """Last year's text for reference: this year has no document yet, and says so instead of inventing one."""
    sentence = f"Bản này chép từ năm {old}; chưa có văn bản kế hoạch của năm {year} nên chưa có số và ngày ban hành."
    missing = {"what": "document", "sentence": sentence}
    return {**source.reading, "number": None, "issued_on": None, "deadlines": [], "money": [], "unknown": [missing]}

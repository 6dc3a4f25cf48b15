"""Take the present lines of a running campaign out into a draft, to be amended by hand."""

from datetime import datetime

from django.db import transaction

from danban.audit.actions import record
from danban.campaigns import rules
from danban.campaigns.actions.locks import lock_campaign
from danban.campaigns.actions.write_lines import write_lines
from danban.campaigns.models import Campaign, Draft
from danban.campaigns.queries.campaigns import present_lines, shaping_draft
from danban.campaigns.states import DraftPurpose
from danban.kit.actor import Actor
from danban.kit.refusals import NotNow


@transaction.atomic
def draft_amendment(campaign_id: int, *, actor: Actor, at: datetime) -> Draft:
    """A draft with every line the campaign stands on. Raises ``NotFound``, ``NotYours`` or ``NotNow``."""
    campaign, source = lock_campaign_with_draft(campaign_id)
    rules.check_can_draft_amendment(actor, campaign, at=at)
    draft = Draft.objects.create(
        unit_id=actor.unit_id or source.unit_id,
        tree=campaign.tree,
        purpose=DraftPurpose.AMENDMENT,
        campaign=campaign,
        reading=source.reading,
        year=campaign.year,
        name=campaign.name,
        theme=campaign.theme,
        created_at=at,
        created_by=actor.user_id,
    )
    write_lines(draft, present_lines(campaign))
    record(
        actor=actor,
        event="amendment.drafted",
        subject="draft",
        subject_id=draft.pk,
        at=at,
        unit_id=draft.unit_id,
        changes={"campaign": campaign.pk},
    )
    return draft


def lock_campaign_with_draft(campaign_id: int) -> tuple[Campaign, Draft]:
    """A campaign, locked, and the draft it stands on; raises ``NotFound`` or ``NotNow`` where none made it."""
    campaign = lock_campaign(campaign_id)
    source = shaping_draft(campaign)
    if source is None:
        raise NotNow("Năm này không được lập từ một bản nháp nên không lập bản sửa đổi hay chép sang năm khác được.")
    return campaign, source

"""Open a closed campaign again."""

from datetime import datetime

from django.db import transaction

from danban.audit.actions import record
from danban.campaigns import rules
from danban.campaigns.actions.locks import lock_campaign
from danban.campaigns.models import Campaign
from danban.campaigns.states import CAMPAIGN
from danban.kit.actor import Actor


@transaction.atomic
def reopen_campaign(campaign_id: int, *, reason: str, actor: Actor, at: datetime) -> Campaign:
    """Reopen a closed campaign. Raises ``NotFound``, ``NotYours``, ``NotNow`` or ``BadInput`` (no reason)."""
    campaign = lock_campaign(campaign_id)
    rules.check_can_reopen(actor, campaign, reason=reason, at=at)
    before = campaign.status
    campaign.status, campaign.closed_at = CAMPAIGN.target("reopen", campaign.status), None
    campaign.save(update_fields=["status", "closed_at"])
    record(
        actor=actor,
        event="campaign.reopened",
        subject="campaign",
        subject_id=campaign.pk,
        at=at,
        unit_id=actor.unit_id,
        changes={"status": [before, campaign.status], "reason": reason.strip()},
    )
    return campaign

"""Apply an amendment of the year, and tell every unit that has a plan under it."""

from datetime import datetime

from django.db import transaction

from danban.campaigns import actions as campaigns
from danban.campaigns.models import Campaign, Draft
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound
from danban.plans import rules
from danban.plans.actions.settling import settle_untouched
from danban.plans.actions.telling import tell_amended


@transaction.atomic
def apply_amendment(draft_id: int, *, reason: str, actor: Actor, at: datetime) -> Campaign:
    """``campaigns.apply_draft``, told to the units that have a plan; raises what that raises."""
    draft = Draft.objects.filter(pk=draft_id).first()
    if draft is None:
        raise NotFound
    rules.check_can_apply_amendment(actor, draft, at=at)
    campaign = campaigns.apply_draft(draft_id, reason=reason, actor=actor, at=at)
    settle_untouched(campaign)
    tell_amended(campaign, at=at)
    return campaign

"""Launch a year with its conferences: every village and commune has its row without a further click."""

from datetime import datetime

from django.db import transaction

from danban.campaigns import actions as campaigns
from danban.campaigns.actions.write_year import Progress
from danban.campaigns.models import Campaign, Draft
from danban.conferences import rules
from danban.conferences.actions.locks import lock_area
from danban.conferences.actions.plan_conferences import enter_planned
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound


@transaction.atomic
def launch_year(draft_id: int, *, actor: Actor, at: datetime, progress: Progress | None = None) -> Campaign:
    """``campaigns.launch_draft``, then a planned conference for each unit that owes one; raises what that raises.

    Launched again it enters only what is missing by now. The right to launch covers the conferences. II.1, II.2.
    """
    draft = Draft.objects.filter(pk=draft_id).first()
    if draft is None:
        raise NotFound
    rules.check_can_launch_year(actor, draft, at=at)
    campaign = campaigns.launch_draft(draft_id, actor=actor, at=at, progress=progress)
    _, top = lock_area(campaign.pk, None)
    enter_planned(campaign, top, actor, at)
    return campaign

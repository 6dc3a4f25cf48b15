"""Units that owe a conference and have none entered yet."""

from danban.campaigns.models import Campaign, Obligation
from danban.conferences.models import ConferencePlace
from danban.conferences.rules import CONFERENCE
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound
from danban.units.models import Placement


def missing_places(campaign: Campaign, area: Placement) -> list[Placement]:
    """Units at and under ``area`` that owe a conference of this campaign and meet in none, by path."""
    owed = Obligation.objects.filter(campaign=campaign, kind__code=CONFERENCE).values("placement_id")
    met = ConferencePlace.objects.filter(campaign=campaign).values("placement_id")
    under = Placement.objects.filter(tree_id=campaign.tree_id).within(area.path)
    return list(under.filter(pk__in=owed).exclude(pk__in=met).order_by("path", "pk"))


def missing_conferences(actor: Actor, campaign_id: int) -> list[Placement]:
    """Units of the actor's area that owe a conference of a year and have none; raises ``NotFound``."""
    campaign = Campaign.objects.visible_to(actor).defer("plan_text").filter(pk=campaign_id).first()
    if campaign is None:
        raise NotFound("Không có năm này trong phạm vi của bạn.")
    area = Placement.objects.get(tree_id=campaign.tree_id, path=actor.paths[campaign.tree_id])
    return missing_places(campaign, area)

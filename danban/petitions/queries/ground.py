"""Which year's petitions are looked at, and where the office stands in it."""

from __future__ import annotations

from dataclasses import dataclass

from danban.campaigns.models import Campaign
from danban.campaigns.states import CampaignStatus
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound
from danban.units import queries as units
from danban.units.models import Placement


@dataclass(frozen=True)
class Ground:
    """A year, the place of the office's unit in its tree, and the other years there are (id, name)."""

    campaign: Campaign
    place: Placement
    years: tuple[tuple[int, str], ...]

    @property
    def is_running(self) -> bool:
        """Whether the year still takes deeds."""
        return self.campaign.status == CampaignStatus.RUNNING


def ground_for(actor: Actor, campaign_id: int | None = None) -> Ground | None:
    """The year asked for, else the latest that runs, else the latest; None where the office has none.

    Raises ``NotFound`` for a year the office does not see.
    """
    seen = Campaign.objects.visible_to(actor).defer("plan_text").order_by("-year", "-launched_at", "-pk")
    campaigns = sorted(seen, key=lambda campaign: campaign.status == CampaignStatus.CLOSED)
    wanted = [campaign for campaign in campaigns if campaign_id in (None, campaign.pk)]
    if not wanted:
        if campaign_id is None:
            return None
        raise NotFound("Không có năm này trong phạm vi của bạn.")
    tree_id = wanted[0].tree_id
    place = Placement.objects.select_related("parent", "level").get(tree_id=tree_id, path=actor.paths[tree_id])
    return Ground(wanted[0], place, tuple((campaign.pk, campaign.name) for campaign in campaigns))


def place_in(actor: Actor, ground: Ground, pk: int | None) -> Placement:
    """A unit of the year's tree in the office's area, the own one for None; raises ``NotFound``."""
    if pk is None or pk == ground.place.pk:
        return ground.place
    place = units.placement_for(actor, pk)
    if place.tree_id != ground.campaign.tree_id:
        raise NotFound
    return place

"""Which year's conferences are looked at, and where the office stands in it."""

from dataclasses import dataclass
from datetime import datetime

from danban.campaigns.models import Campaign
from danban.campaigns.states import CampaignStatus
from danban.conferences import rules
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound
from danban.units import queries as units
from danban.units.models import Placement

NO_YEAR = "Chưa có năm nào được phát hành nên chưa có hội nghị."


@dataclass(frozen=True)
class Year:
    """A year, the unit looked at, the office's own unit; ``deepest`` is the depth of villages."""

    campaign: Campaign
    place: Placement
    own: Placement
    deepest: int

    @property
    def is_running(self) -> bool:
        """Whether the year still takes deeds."""
        return self.campaign.status == CampaignStatus.RUNNING

    @property
    def is_commune(self) -> bool:
        """Whether the unit looked at is right above villages."""
        return self.place.depth == self.deepest - 1


def year_for(actor: Actor, *, campaign_id: int | None = None, place_id: int | None = None) -> Year:
    """The year asked for, else the latest that runs, else the latest; the unit asked for, else the own one.

    Raises ``NotFound`` for a year or unit outside the office's area, and where there is no year.
    """
    seen = Campaign.objects.visible_to(actor).defer("plan_text").select_related("tree__scheme")
    campaigns = sorted(
        seen.order_by("-year", "-launched_at", "-pk"), key=lambda one: one.status == CampaignStatus.CLOSED
    )
    found = next((one for one in campaigns if campaign_id in (None, one.pk)), None)
    if found is None:
        raise NotFound(NO_YEAR)
    places = Placement.objects.select_related("parent", "level")
    own = places.get(tree_id=found.tree_id, path=actor.paths[found.tree_id])
    place = own if place_id is None else units.placement_for(actor, place_id)
    if place.tree_id != found.tree_id:
        raise NotFound
    return Year(found, place, own, found.tree.scheme.levels.count() - 1)


def year_to_arrange(actor: Actor, place_id: int | None, *, at: datetime) -> Year:
    """A unit whose timetable the actor may set now; raises ``NotFound``, ``NotYours`` or ``NotNow``."""
    year = year_for(actor, place_id=place_id)
    rules.check_can_apply_timetable(actor, year.campaign, year.place, at=at)
    return year


def has_year(actor: Actor) -> bool:
    """Whether the office sees any year at all."""
    return Campaign.objects.visible_to(actor).exists()

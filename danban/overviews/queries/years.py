"""Which yearly cycle a person looks at, and where their unit stands in it."""

from dataclasses import dataclass

from danban.campaigns import queries as campaigns
from danban.campaigns.models import Campaign
from danban.campaigns.queries import Choice
from danban.kit.actor import Actor
from danban.overviews.queries.places import place_at
from danban.units.models import Placement

__all__ = ["Choice", "Year", "year_for"]


@dataclass(frozen=True)
class Year:
    """A cycle as one office sees it. ``key`` is "" for the cycle shown without asking.

    ``place`` is where the office's unit stands in the cycle's tree; ``choices`` are all cycles it may see.
    ``campaign`` comes without its ``plan_text``.
    """

    campaign: Campaign
    place: Placement
    key: str
    choices: tuple[Choice, ...]


def year_for(actor: Actor, key: str = "", *, campaign_id: int | None = None) -> Year | None:
    """The cycle asked for by ``key`` or by id, else the latest that runs; None where the office has none.

    Raises ``NotFound`` for a cycle the office does not see.
    """
    chosen = campaigns.chosen_campaign(actor, key, campaign_id=campaign_id)
    if chosen is None:
        return None
    tree_id = chosen.campaign.tree_id
    return Year(chosen.campaign, place_at(tree_id, actor.paths[tree_id]), chosen.key, chosen.choices)

"""Which yearly cycle a person looks at: the one asked for, else the latest that runs."""

from dataclasses import dataclass

from danban.campaigns.models import Campaign
from danban.campaigns.states import CampaignStatus
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound


@dataclass(frozen=True)
class Choice:
    """One cycle to switch to; ``key`` is what stands in an address (``2023``)."""

    key: str
    label: str
    is_current: bool


@dataclass(frozen=True)
class Chosen:
    """A cycle without its ``plan_text``. ``key`` is "" for the one shown without asking; ``choices`` are all seen."""

    campaign: Campaign
    key: str
    choices: tuple[Choice, ...]


def chosen_campaign(actor: Actor, key: str = "", *, campaign_id: int | None = None) -> Chosen | None:
    """The cycle asked for by ``key`` or by id, else the latest that runs; None where the office has none.

    Raises ``NotFound`` for a cycle the office does not see. One query.
    """
    seen = Campaign.objects.visible_to(actor).defer("plan_text").select_related("tree")
    campaigns = sorted(seen.order_by("-year", "-launched_at", "-pk"), key=_is_over)
    keys = _keys(campaigns)
    asked = bool(key or campaign_id)
    wanted = [c for c in campaigns if not asked or key in (keys[c.pk], f"{c.year}-{c.pk}") or c.pk == campaign_id]
    if not wanted:
        if asked:
            raise NotFound("Không có chu kỳ này trong phạm vi của bạn.")
        return None
    chosen = wanted[0]
    choices = tuple(Choice(keys[c.pk], c.name, c.pk == chosen.pk) for c in campaigns)
    return Chosen(chosen, "" if chosen is campaigns[0] else keys[chosen.pk], choices)


def _is_over(campaign: Campaign) -> bool:
    return campaign.status == CampaignStatus.CLOSED


def _keys(campaigns: list[Campaign]) -> dict[int, str]:
    """``2023``; a second cycle of the same year is ``2023-7``, by its id."""
    keys: dict[int, str] = {}
    for campaign in sorted(campaigns, key=lambda c: c.pk):
        plain = str(campaign.year)
        keys[campaign.pk] = f"{plain}-{campaign.pk}" if plain in keys.values() else plain
    return keys

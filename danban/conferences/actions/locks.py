"""Lock the subject of a deed: conferences before halls, each in order of id."""

from collections.abc import Collection, Sequence

from danban.campaigns.models import Campaign
from danban.conferences.models import Conference, Hall
from danban.kit.refusals import NotFound
from danban.units.models import Placement

_RELATED = ("campaign", "placement__parent", "placement__tree__scheme", "level", "hall")


def lock_conference(conference_id: int) -> Conference:
    """A conference, locked, with its year, unit and hall; raises ``NotFound``."""
    return lock_conferences([conference_id])[0]


def lock_conferences(ids: Sequence[int]) -> list[Conference]:
    """Conferences, locked in order of id, handed back in the order asked for; raises ``NotFound``."""
    found = Conference.objects.select_for_update(of=("self",)).select_related(*_RELATED)
    rows = {one.pk: one for one in found.defer("campaign__plan_text").filter(pk__in=ids).order_by("pk")}
    if not ids or set(ids) - set(rows):
        raise NotFound
    return [rows[pk] for pk in dict.fromkeys(ids)]


def lock_hall(hall_id: int | None) -> Hall | None:
    """A hall, locked, so that two offices cannot give it away at once; None for none; raises ``NotFound``."""
    if hall_id is None:
        return None
    hall = Hall.objects.select_for_update(of=("self",)).filter(pk=hall_id).first()
    if hall is None:
        raise NotFound
    return hall


def lock_halls(ids: Collection[int]) -> dict[int, Hall]:
    """Halls by id, locked in order; raises ``NotFound`` where one is missing."""
    found: dict[int, Hall] = {}
    wanted = sorted(set(ids))
    for start in range(0, len(wanted), 500):
        halls = Hall.objects.select_for_update(of=("self",)).filter(pk__in=wanted[start : start + 500]).order_by("pk")
        found |= {hall.pk: hall for hall in halls}
    if len(found) < len(wanted):
        raise NotFound
    return found


def lock_area(campaign_id: int, placement_id: int | None) -> tuple[Campaign, Placement]:
    """A unit of a campaign's tree, locked (the top for None), with the campaign; raises ``NotFound``."""
    campaign = Campaign.objects.defer("plan_text").filter(pk=campaign_id).first()
    if campaign is None:
        raise NotFound
    places = Placement.objects.select_for_update(of=("self",), no_key=True).select_related("level", "parent")
    wanted = {"path": ""} if placement_id is None else {"pk": placement_id}
    place = places.filter(tree_id=campaign.tree_id, **wanted).first()
    if place is None:
        raise NotFound
    return campaign, place

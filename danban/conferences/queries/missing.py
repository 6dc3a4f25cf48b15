"""Units that owe a conference and have none entered yet."""

from danban.campaigns.models import Campaign, Obligation
from danban.conferences.models import ConferencePlace
from danban.conferences.rules import CONFERENCE
from danban.units.models import Placement


def missing_places(campaign: Campaign, area: Placement) -> list[Placement]:
    """Units at and under ``area`` that owe a conference of this campaign and meet in none, by path."""
    owed = Obligation.objects.filter(campaign=campaign, kind__code=CONFERENCE).values("placement_id")
    met = ConferencePlace.objects.filter(campaign=campaign).values("placement_id")
    under = Placement.objects.filter(tree_id=campaign.tree_id).within(area.path)
    return list(under.filter(pk__in=owed).exclude(pk__in=met).order_by("path", "pk"))

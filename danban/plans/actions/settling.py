"""Plans that a change above does not touch stand on it at once: only the others have something to confirm.

Whether a plan is behind can then be read off what it stands on, for one unit or for all of a city.
"""

from django.db.models import Q

from danban.campaigns.models import Campaign
from danban.kit import paths
from danban.plans.models import Plan
from danban.plans.queries.many_changes import untouched_by
from danban.units.models import Placement


def settle_untouched(campaign: Campaign, *, under: Placement | None = None) -> None:
    """Move untouched plans (below a unit, or all) to the edition above and the amendment that count now.

    Costs one query where there are no plans, a handful otherwise, whatever their number.
    """
    plans = Plan.objects.filter(campaign=campaign).select_related("placement")
    if under is not None:
        low, high = paths.bounds(under.path)
        plans = plans.filter(placement__path__gt=low, placement__path__lt=high)
    looked_at = list(plans.order_by("pk"))
    if not looked_at:
        return
    amendment = campaign.amendments.order_by("-pk").first()
    moving: dict[int | None, list[int]] = {}
    for plan, edition in untouched_by(campaign, looked_at):
        moving.setdefault(edition.pk if edition else None, []).append(plan.pk)
    for edition_id, ids in moving.items():
        behind = ~Q(base_edition_id=edition_id) | ~Q(base_amendment=amendment)
        Plan.objects.filter(behind, pk__in=ids).update(base_edition_id=edition_id, base_amendment=amendment)

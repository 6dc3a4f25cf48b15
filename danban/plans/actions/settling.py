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

    Costs one query where there are no plans, a handful otherwise, whatever their number. A plan somebody works on
    this very moment is passed over, never waited for: whoever holds it may be waiting for us.
    """
    plans = Plan.objects.filter(campaign=campaign).select_related("placement")
    if under is not None:
        low, high = paths.bounds(under.path)
        plans = plans.filter(placement__path__gt=low, placement__path__lt=high)
    free = list(plans.select_for_update(of=("self",), skip_locked=True, no_key=True).order_by("pk"))
    if not free:
        return
    amendment = campaign.amendments.order_by("-pk").first()
    moving: dict[int | None, list[int]] = {}
    for plan, edition in untouched_by(campaign, free):
        moving.setdefault(edition.pk if edition else None, []).append(plan.pk)
    for edition_id, ids in moving.items():
        behind = ~Q(base_edition_id=edition_id) | ~Q(base_amendment=amendment)
        Plan.objects.filter(behind, pk__in=ids).update(base_edition_id=edition_id, base_amendment=amendment)

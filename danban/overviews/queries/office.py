"""What falls to one office in a cycle: the plan's assignments to its body, and the rows it owes."""

from collections.abc import Sequence

from django.db.models import Q, QuerySet

from danban.campaigns.models import Assignment, Obligation
from danban.kit.actor import Actor
from danban.overviews.queries.years import Year


def assignments_of_office(year: Year, actor: Actor) -> list[Assignment]:
    """What the plan gives the office's body; where it gives that body nothing, the body it belongs to. One query."""
    mine = Q(body_id=actor.body_id or 0) | Q(body__parts=actor.body_id or 0)
    found = Assignment.objects.standing().filter(mine, campaign_id=year.campaign.pk).select_related("clause")
    rows = list(found.order_by("position", "pk"))
    return [row for row in rows if row.body_id == actor.body_id] or rows


def owed_by_office(year: Year, actor: Actor, assignments: Sequence[Assignment]) -> QuerySet[Obligation]:
    """What the office's unit owes as a whole, and what its body (or the body it belongs to) owes by itself."""
    bodies = {row.body_id for row in assignments} | {actor.body_id or 0}
    ours = Obligation.objects.filter(campaign_id=year.campaign.pk, placement_id=year.place.pk)
    return ours.filter(Q(body__isnull=True) | Q(body_id__in=bodies))

"""What falls to one office in a cycle: the plan's assignments to its body, and the rows it owes."""

from collections.abc import Sequence

from django.db.models import Q, QuerySet

from danban.assignments.rules import answering_body
from danban.campaigns.models import Assignment, Obligation
from danban.kit.actor import Actor
from danban.overviews.queries.years import Year


def assignments_of_office(year: Year, actor: Actor) -> list[Assignment]:
    """What the office's body answers for; where it answers for nothing, the body it belongs to. One query."""
    own = actor.body_id or 0
    mine = Q(body_id=own) | Q(body__parts=own) | Q(work__body_id=own)
    found = Assignment.objects.standing().filter(mine, campaign_id=year.campaign.pk)
    rows = list(found.select_related("clause", "body", "work__body").order_by("position", "pk"))
    answering = {row.pk: body.pk for row in rows if (body := answering_body(row))}
    return [row for row in rows if answering.get(row.pk) == own] or [
        row for row in rows if row.body_id not in (None, own) and answering.get(row.pk) == row.body_id
    ]


def owed_by_office(year: Year, actor: Actor, assignments: Sequence[Assignment]) -> QuerySet[Obligation]:
    """What the office's unit owes as a whole, and what its body (or the body it belongs to) owes by itself."""
    bodies = {row.body_id for row in assignments} | {actor.body_id or 0}
    ours = Obligation.objects.filter(campaign_id=year.campaign.pk, placement_id=year.place.pk)
    return ours.filter(Q(body__isnull=True) | Q(body_id__in=bodies))

"""The sorting desk: one petition at a time with what is proposed and its likes, two keys a petition."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from danban.kit.actor import Actor
from danban.petitions import rules
from danban.petitions.models import Petition
from danban.petitions.queries.ground import Ground, ground_for
from danban.petitions.queries.likes import Like, likes_of
from danban.petitions.queries.routing import Proposal, propose
from danban.units.models import Body, Placement


@dataclass(frozen=True)
class SortingDesk:
    """The petition to sort now, what is proposed, its likes; how many are left, and the next one's id.

    ``bodies`` are those that can be chosen instead: of the line of units above the seat.
    """

    ground: Ground
    petition: Petition | None
    proposal: Proposal | None
    likes: tuple[Like, ...]
    bodies: tuple[Body, ...]
    left: int
    next_id: int | None


def sorting_desk(
    actor: Actor, *, today: date, at: datetime, pk: int | None = None, after: int | None = None
) -> SortingDesk | None:
    """The petition asked for, else the oldest on the own desk (after ``after``, so that one may be put off).

    None without a year. Raises ``NotYours`` for an office that does not sort. Constant queries.
    """
    ground = ground_for(actor)
    rules.check_can_sort(actor, at=at)
    if ground is None:
        return None
    lying = Petition.objects.visible_to(actor).filter(rules.IS_SORTING, holder=ground.place, book=ground.campaign)
    related = lying.select_related("seat__parent", "seat__level", "holder", "book", "conference", "campaign")
    queue = related.defer("book__plan_text", "campaign__plan_text").order_by("pk")
    wanted = queue.filter(pk=pk) if pk else queue.filter(pk__gt=after or 0)
    petition = wanted.first() or queue.first()
    if petition is None:
        return SortingDesk(ground, None, None, (), (), 0, None)
    following = lying.filter(pk__gt=petition.pk).order_by("pk").values_list("pk", flat=True).first()
    return _desk(actor, ground, petition, today, (lying.count(), following))


def desk_of_one(actor: Actor, petition: Petition, *, today: date) -> SortingDesk:
    """The same for a petition opened by itself (``page.petition_to``), which may lie with a unit below."""
    ground = ground_for(actor)
    assert ground is not None  # it stands in the books of a year the actor sees
    return _desk(actor, ground, petition, today, (1, None))


def _desk(
    actor: Actor, ground: Ground, petition: Petition, today: date, queue: tuple[int, int | None]
) -> SortingDesk:  # fmt: skip
    return SortingDesk(
        ground=ground,
        petition=petition,
        proposal=propose([petition], on=today)[petition.pk],
        likes=tuple(likes_of(actor, petition.text, petition.seat, leaving_out=[petition.pk])),
        bodies=tuple(bodies_above(petition, on=today)),
        left=queue[0],
        next_id=queue[1],
    )


def bodies_above(petition: Petition, *, on: date) -> list[Body]:
    """Bodies of the units above a petition's seat, from the commune up: what it can be handed to. Two queries."""
    ids = [pk for pk in (petition.at_1, petition.at_2, petition.at_3) if pk]
    line = Placement.objects.filter(Q(pk__in=ids) | Q(tree_id=petition.book.tree_id, path=""))
    units = line.exclude(level__code="village").values("unit_id")
    kinds = ("peoples_committee", "city_police", "district_police", "health_office", "environment_office")
    bodies = Body.objects.filter(unit_id__in=units).standing_on(on)
    answering = bodies.filter(Q(kind__code__startswith="dept_") | Q(kind__code__in=kinds))
    return list(answering.select_related("kind").order_by("kind__position", "pk"))

"""Bodies of a unit by day."""

from collections.abc import Collection
from datetime import date

from django.db.models import F, Q

from danban.kit.actor import Actor
from danban.kit.refusals import NotFound
from danban.kit.vietnamese import fold
from danban.units.models import Body, Placement, Unit
from danban.units.queries.places import MOST_WORDS


def bodies_of(unit: Unit, on: date) -> list[Body]:
    """The bodies of a unit that exist on a day, in order of precedence."""
    bodies = Body.objects.standing_on(on).filter(unit=unit).select_related("kind", "parent")
    return list(bodies.order_by("kind__position", "name", "pk"))


def bodies_of_units(unit_ids: Collection[int], on: date) -> list[Body]:
    """The bodies of many units that exist on a day, unit by unit in order of precedence; one query."""
    bodies = Body.objects.standing_on(on).filter(unit_id__in=unit_ids).select_related("kind")
    return list(bodies.order_by("unit_id", "kind__position", "name", "pk"))


def find_bodies(text: str, *, tree_id: int, on: date, limit: int = 20) -> list[Body]:
    """Bodies that exist on a day in units of a tree; accents ignored. Each carries ``place_pk`` and ``unit_name``.

    Every word must stand in the body's name or in its unit's (or one above it), one of them in the body's own.
    Higher units first. One query; nothing for an empty text.
    """
    words = list(dict.fromkeys(fold(text).split()))[:MOST_WORDS]
    if not words:
        return []
    placed, wanted, own = Placement.objects.filter(tree_id=tree_id).order_by(), Q(), Q()
    for word in words:
        wanted &= Q(folded__contains=word) | Q(unit_id__in=placed.filter(folded__contains=word).values("unit_id"))
        own |= Q(folded__contains=word)
    matching = Body.objects.standing_on(on).filter(own & wanted).order_by()  # found first, placed afterwards: faster
    bodies = Body.objects.filter(pk__in=matching.values("pk"), unit__placements__tree_id=tree_id)
    named = bodies.select_related("kind").annotate(
        place_pk=F("unit__placements__pk"), unit_name=F("unit__placements__name")
    )
    order = ("unit__placements__level__depth", "unit__placements__sort_key", "kind__position", "pk")
    return list(named.order_by(*order)[:limit])


def body_for(actor: Actor, pk: int) -> Body:
    """One body of the actor's area; ``NotFound`` outside it, as if absent."""
    body = Body.objects.select_related("unit", "kind", "parent").filter(pk=pk).first()
    if body is None or not (actor.is_machine or _stands_in_area(actor, body)):
        raise NotFound
    return body


def _stands_in_area(actor: Actor, body: Body) -> bool:
    return body.unit.placements.all().visible_to(actor).exists()

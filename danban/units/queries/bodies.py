"""Bodies of a unit by day."""

from collections.abc import Collection
from datetime import date

from danban.kit.actor import Actor
from danban.kit.refusals import NotFound
from danban.units.models import Body, Unit


def bodies_of(unit: Unit, on: date) -> list[Body]:
    """The bodies of a unit that exist on a day, in order of precedence."""
    bodies = Body.objects.standing_on(on).filter(unit=unit).select_related("kind", "parent")
    return list(bodies.order_by("kind__position", "name", "pk"))


def bodies_of_units(unit_ids: Collection[int], on: date) -> list[Body]:
    """The bodies of many units that exist on a day, unit by unit in order of precedence; one query."""
    bodies = Body.objects.standing_on(on).filter(unit_id__in=unit_ids).select_related("kind")
    return list(bodies.order_by("unit_id", "kind__position", "name", "pk"))


def body_for(actor: Actor, pk: int) -> Body:
    """One body of the actor's area; ``NotFound`` outside it, as if absent."""
    body = Body.objects.select_related("unit", "kind", "parent").filter(pk=pk).first()
    if body is None or not (actor.is_machine or _stands_in_area(actor, body)):
        raise NotFound
    return body


def _stands_in_area(actor: Actor, body: Body) -> bool:
    return body.unit.placements.all().visible_to(actor).exists()

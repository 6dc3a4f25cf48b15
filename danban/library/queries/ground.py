"""Where the actor's unit stands today, and which outlines are written for such a unit."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from danban.kit.actor import Actor
from danban.kit.refusals import NotFound
from danban.library.models import Outline
from danban.library.states import Area
from danban.units import queries as units
from danban.units.models import Level, Placement


def place_of(actor: Actor, on: date) -> Placement:
    """The actor's own unit in the edition in force on a day; ``NotFound`` for who stands nowhere."""
    if actor.unit_id is None or not actor.may("library:see"):
        raise NotFound
    return units.place_in_force(actor.unit_id, on)


def place_in_area(actor: Actor, pk: int | None, on: date) -> Placement:
    """A unit of the actor's area, the own one for None; raises ``NotFound``."""
    return place_of(actor, on) if pk is None else units.placement_for(actor, pk)


def fits(place: Placement, *, of: str = "outline__") -> Q:
    """Outlines for the level of a unit, or for all, and for its kind of place. Levels are known by their code."""
    area = Area.URBAN if place.kind.is_urban else Area.RURAL
    level = Q(**{f"{of}level__isnull": True}) | Q(**{f"{of}level__code": place.level.code})
    return level & Q(**{f"{of}area__in": (Area.ANY, area)})


def units_it_is_for(outline: Outline, tree_id: int) -> Q:
    """The placements of a tree an outline is written for: of its level, else of the lowest, and of its kind."""
    lowest = Level.objects.filter(scheme__trees=tree_id).order_by("-depth").values("code")[:1]
    wanted = (
        Q(level__code=outline.level.code)
        if outline.level
        else Q(level__code__in=list(lowest.values_list("code", flat=True)))
    )
    if outline.area != Area.ANY:
        wanted &= Q(kind__is_urban=outline.area == Area.URBAN)
    return wanted & Q(tree_id=tree_id)

"""Units as the overviews need them: one by area, its children, the way down to it, the levels below it."""

from dataclasses import dataclass

from danban.kit import paths
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound
from danban.units import queries as units
from danban.units.models import Level, Placement


@dataclass(frozen=True)
class Crumb:
    """A unit on the way down to another."""

    pk: int
    name: str


@dataclass(frozen=True)
class Spot:
    """A unit below the one looked at: enough to name it, group it and link to it."""

    pk: int
    name: str
    parent_id: int
    kind_name: str
    kind_short: str

    @property
    def short_name(self) -> str:
        """ "Quận Ba Đình" → "Ba Đình", "Thị xã Sơn Tây" → "TX Sơn Tây"; a bare number keeps its kind."""
        bare = self.name.removeprefix(self.kind_name).strip()
        if not bare or bare == self.name or bare[0].isdigit():
            return self.name
        return bare if " " not in self.kind_name else f"{self.kind_short} {bare}"


def place_at(tree_id: int, path: str) -> Placement:
    """The unit at a path of a tree."""
    return Placement.objects.select_related("level", "kind", "parent", "unit").get(tree_id=tree_id, path=path)


def place_for(actor: Actor, tree_id: int, pk: int) -> Placement:
    """One unit of a tree inside the actor's area; ``NotFound`` elsewhere, as if absent."""
    place = units.placement_for(actor, pk)
    if place.tree_id != tree_id:
        raise NotFound
    return place


def list_levels(place: Placement) -> list[Level]:
    """The levels of the scheme from the top down."""
    return list(Level.objects.filter(scheme_id=place.level.scheme_id).order_by("depth", "pk"))


def list_crumbs(actor: Actor, place: Placement) -> list[Crumb]:
    """The units from the actor's own down to the one above ``place``; empty for the own unit."""
    area = paths.depth(actor.path_in(place.tree_id) or "")
    return [Crumb(above.pk, above.name) for above in units.ancestors_of(place) if above.depth >= area]


def list_spots(place: Placement, *, steps: int) -> list[Spot]:
    """The units ``steps`` levels below (0: the unit itself), towns before country, each in Vietnamese order."""
    depth = place.depth + steps
    low, high = paths.bounds(place.path)
    found = Placement.objects.filter(tree_id=place.tree_id, path__gte=low, path__lt=high, level__depth=depth)
    rows = found.order_by("-kind__is_urban", "sort_key", "pk")
    return [
        Spot(pk, name, parent_id or 0, kind_name, kind_short)
        for pk, name, parent_id, kind_name, kind_short in rows.values_list(
            "pk", "name", "parent_id", "kind__name", "kind__short"
        )
    ]

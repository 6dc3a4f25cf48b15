"""The page "Đơn vị": one place of a tree, what lies below it, and what the picker found."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, QuerySet

from danban.kit.actor import Actor
from danban.kit.refusals import NotFound
from danban.units import rules
from danban.units.models import Level, Placement, Tree
from danban.units.queries.places import Hit, ancestors_of, find_placements, placement_for, root_of
from danban.units.queries.trees import list_trees, tree_in_force

_MOST_HITS = 20


@dataclass(frozen=True)
class Browse:
    """What the page shows. ``above`` are the places over this one inside the own area, the highest first.

    ``children`` carry ``below`` (how many places lie right below each). ``hits`` is None when nothing was typed.
    """

    tree: Tree
    trees: list[Tree]
    place: Placement
    above: list[Placement]
    children: list[Placement]
    text: str
    hits: list[Hit] | None

    @property
    def is_cut(self) -> bool:
        """Whether the picker may have found more than it shows."""
        return self.hits is not None and len(self.hits) == _MOST_HITS

    @property
    def levels(self) -> list[Level]:
        """The levels of the scheme, for the filter."""
        return list(self.tree.scheme.levels.order_by("depth"))


def browse(
    actor: Actor,
    *,
    today: date,
    tree_id: int | None = None,
    place_id: int | None = None,
    text: str = "",
    level: str = "",
) -> Browse:
    """One place (by default the actor's own) in an edition (by default the one in force).

    Raises ``NotYours`` for somebody without an office, ``NotFound`` outside the own area.
    """
    rules.check_can_see(actor)
    trees = list_trees()
    place = placement_for(actor, place_id) if place_id else area_of(actor, _choose(trees, tree_id, today).pk)
    tree = next(tree for tree in trees if tree.pk == place.tree_id)
    own = actor.path_in(tree.pk) or ""
    return Browse(
        tree=tree,
        trees=trees,
        place=place,
        above=[higher for higher in ancestors_of(place) if higher.path.startswith(own)],
        children=list(_children(place)),
        text=text,
        hits=find(actor, tree_id=tree.pk, text=text, level=level) if text.strip() else None,
    )


def find(actor: Actor, *, tree_id: int, text: str, level: str = "") -> list[Hit]:
    """The picker for a page: only with an office, only in the own area."""
    rules.check_can_see(actor)
    return find_placements(actor, tree_id=tree_id, text=text, level=level or None, limit=_MOST_HITS)


def area_of(actor: Actor, tree_id: int) -> Placement:
    """Where the actor's unit stands in an edition; the top for a machine."""
    if actor.is_machine:
        return root_of(tree_id)
    path = actor.path_in(tree_id)
    places = Placement.objects.select_related("tree", "unit", "level", "kind", "parent")
    place = None if path is None else places.filter(tree_id=tree_id, path=path).first()
    if place is None:
        raise NotFound("Đơn vị của bạn không đứng trong bản cơ cấu này. Hãy chọn bản cơ cấu khác.")
    return place


def _choose(trees: list[Tree], tree_id: int | None, today: date) -> Tree:
    if tree_id is None:
        return tree_in_force(today)
    for tree in trees:
        if tree.pk == tree_id:
            return tree
    raise NotFound("Không có bản cơ cấu này.")


def _children(place: Placement) -> QuerySet[Placement]:
    children = Placement.objects.filter(parent_id=place.pk).select_related("kind")
    return children.annotate(below=Count("children")).order_by("sort_key", "pk")

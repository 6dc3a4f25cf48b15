"""Which bodies a scheme gives the units of a tree, as plain rows."""

from collections.abc import Iterator
from dataclasses import dataclass

from danban.units import shipped
from danban.units.models import Placement, Tree
from danban.units.shipped import BodyText, LevelText


@dataclass(frozen=True)
class Seat:
    """A body a unit should have; ``order`` counts the bodies above it (parents are written first)."""

    unit_id: int
    kind: str
    name: str
    parent: str
    order: int


def list_seats(tree: Tree) -> list[Seat]:
    """Every body the tree's own scheme gives its units."""
    return list(_seats(tree, shipped.scheme(tree.scheme.code).levels))


def replaced_names(tree: Tree) -> set[tuple[int, str, str]]:
    """``(unit, kind, name)`` of bodies other shipped schemes give these units and this one does not."""
    own = {(seat.unit_id, seat.kind, seat.name) for seat in list_seats(tree)}
    others = (shipped.scheme(code) for code in shipped.scheme_codes() if code != tree.scheme.code)
    return {(s.unit_id, s.kind, s.name) for other in others for s in _seats(tree, other.levels)} - own


def _seats(tree: Tree, levels: tuple[LevelText, ...]) -> Iterator[Seat]:
    texts = {level.code: level for level in levels}
    places = Placement.objects.filter(tree_id=tree.pk).order_by("path", "pk")
    for unit_id, name, level_code, kind, kind_name in places.values_list(
        "unit_id", "name", "level__code", "kind__code", "kind__name"
    ):
        level = texts.get(level_code)
        for body in level.bodies if level else ():
            if body.stands_in(kind):
                text = body.name_for(name, unit_kind=kind, kind_name=kind_name)
                yield Seat(unit_id, body.kind, text, body.parent, _order(body, level))


def _order(body: BodyText, level: LevelText | None) -> int:
    count, parents = 0, {other.kind: other.parent for other in level.bodies} if level else {}
    parent = body.parent
    while parent:
        count, parent = count + 1, parents[parent]
    return count

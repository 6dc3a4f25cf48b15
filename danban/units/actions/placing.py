"""Write a planned list into a tree with few statements: units, then places level by level."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import F

from danban.kit import paths
from danban.kit.vietnamese import sort_key
from danban.units.models import Placement, Unit, search_text
from danban.units.queries.imports import Change, ImportPlan, PlannedUnit

_BATCH = 500
_SORT_KEY_LENGTH = 480


@dataclass(frozen=True)
class _Node:
    """A place of the tree: ``line`` holds place ids from depth 1 down to itself, ``names`` nearest first."""

    pk: int
    path: str
    line: tuple[int, ...]
    names: tuple[str, ...]


def place(plan: ImportPlan) -> None:
    """Carry out a plan without problems, in the caller's transaction."""
    wanted = {unit.line.code: unit for unit in plan.units}
    nodes, stale = _stand(plan, wanted)
    fresh = [unit for unit in plan.units if unit.change is Change.NEW]
    _place_new(plan.tree.pk, fresh, _make_units(fresh), nodes)
    _change(plan.tree.pk, wanted, nodes, stale)


def _stand(plan: ImportPlan, wanted: dict[str, PlannedUnit]) -> tuple[dict[str, _Node], set[int]]:
    """Nodes of what stands, by code, under their new names; and the places that must be written again."""
    nodes: dict[str, _Node] = {}
    renamed: set[int] = set()
    changed: set[int] = set()
    for standing in plan.standing:
        unit = wanted.get(standing.code)
        parent = nodes.get(standing.parent_code)
        nodes[standing.code] = _node(standing.pk, standing.path, unit.line.name if unit else standing.name, parent)
        is_below_new_name = parent is not None and bool(parent.path) and parent.pk in renamed
        if is_below_new_name or (unit is not None and unit.line.name != standing.name):
            renamed.add(standing.pk)
        if unit is not None and unit.change is Change.CHANGED:
            changed.add(standing.pk)
    return nodes, renamed | changed


def _node(pk: int, path: str, name: str, parent: _Node | None) -> _Node:
    if parent is None:
        return _Node(pk, path, (), ())
    return _Node(pk, path, (*parent.line, pk), (name, *parent.names))


def _make_units(fresh: list[PlannedUnit]) -> dict[str, int]:
    """The unit of each new place, by code: made now, or the one named to be placed anew."""
    made = [
        (unit.line.code, Unit(name=unit.line.name, is_simulated=unit.line.is_simulated))
        for unit in fresh
        if unit.unit_id is None
    ]
    Unit.objects.bulk_create([unit for _, unit in made], batch_size=_BATCH)
    found = {code: unit.pk for code, unit in made}
    return found | {unit.line.code: unit.unit_id for unit in fresh if unit.unit_id is not None}


def _place_new(tree_id: int, fresh: list[PlannedUnit], units: dict[str, int], nodes: dict[str, _Node]) -> None:
    positions = _next_positions(nodes.values())
    for depth in sorted({unit.kind.depth for unit in fresh}):
        level = sorted((unit for unit in fresh if unit.kind.depth == depth), key=lambda unit: unit.line.code)
        parents = [nodes.get(unit.line.parent_code) for unit in level]
        rows = [
            _placement(tree_id, unit, units[unit.line.code], parent, _take_path(parent, positions))
            for unit, parent in zip(level, parents, strict=True)
        ]
        Placement.objects.bulk_create(rows, batch_size=_BATCH)
        if depth:
            own = f"at_{depth}"
            new = Placement.objects.filter(tree_id=tree_id, level__depth=depth, **{f"{own}__isnull": True})
            new.update(**{own: F("pk")})
        for row, parent in zip(rows, parents, strict=True):
            nodes[row.code] = _node(row.pk, row.path, row.name, parent)


def _take_path(parent: _Node | None, positions: dict[str, int]) -> str:
    if parent is None:
        return ""
    position = positions.get(parent.path, 0)
    positions[parent.path] = position + 1
    return paths.step(parent.path, position)


def _next_positions(nodes: Iterable[_Node]) -> dict[str, int]:
    """The first free position below each path."""
    free: dict[str, int] = {}
    for node in nodes:
        if node.path:
            parent, position = node.path[: -paths.WIDTH], int(node.path[-paths.WIDTH :])
            free[parent] = max(free.get(parent, 0), position + 1)
    return free


def _placement(tree_id: int, unit: PlannedUnit, unit_id: int, parent: _Node | None, path: str) -> Placement:
    line = parent.line if parent else ()
    at = dict(zip(("at_1", "at_2", "at_3"), line, strict=False))
    return Placement(
        tree_id=tree_id,
        unit_id=unit_id,
        parent_id=parent.pk if parent else None,
        level_id=unit.kind.level_id,
        kind_id=unit.kind.pk,
        path=path,
        code=unit.line.code,
        name=unit.line.name,
        folded=search_text(unit.line.name, parent.names if parent else ()),
        sort_key=sort_key(unit.line.name)[:_SORT_KEY_LENGTH],
        households=unit.households,
        **at,
    )


def _change(tree_id: int, wanted: dict[str, PlannedUnit], nodes: dict[str, _Node], stale: set[int]) -> None:
    """Write again what changed, and the search text of everything below a new name."""
    if not stale:
        return
    rows = [row for row in Placement.objects.filter(tree_id=tree_id).order_by("pk") if row.pk in stale]
    for row in rows:
        unit = wanted.get(row.code)
        if unit is not None:
            row.name, row.kind_id = unit.line.name, unit.kind.pk
            row.sort_key = sort_key(row.name)[:_SORT_KEY_LENGTH]
            row.households = row.households if unit.households is None else unit.households
        row.folded = search_text(row.name, nodes[row.code].names[1:])
    Placement.objects.bulk_create(
        rows,
        batch_size=_BATCH,
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=["name", "kind", "sort_key", "households", "folded"],
    )

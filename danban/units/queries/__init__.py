"""Reading the tree: editions, places, bodies, dry runs of imports, flaws."""

from danban.units.queries.bodies import bodies_of, body_for
from danban.units.queries.checks import check_all_trees, check_tree, check_units
from danban.units.queries.flaws import Flaw
from danban.units.queries.imports import Change, ImportPlan, PlannedUnit, plan_import, plan_units
from danban.units.queries.places import (
    Hit,
    ancestors_of,
    find_placements,
    list_children,
    place_by_code,
    placement_for,
    root_of,
)
from danban.units.queries.trees import KindCount, count_by_kind, list_trees, tree_by, tree_in_force

__all__ = [
    "Change",
    "Flaw",
    "Hit",
    "ImportPlan",
    "KindCount",
    "PlannedUnit",
    "ancestors_of",
    "bodies_of",
    "body_for",
    "check_all_trees",
    "check_tree",
    "check_units",
    "count_by_kind",
    "find_placements",
    "list_children",
    "list_trees",
    "place_by_code",
    "placement_for",
    "plan_import",
    "plan_units",
    "root_of",
    "tree_by",
    "tree_in_force",
]

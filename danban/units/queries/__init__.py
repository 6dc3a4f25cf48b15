"""Reading the tree: editions, places, bodies, dry runs of imports, flaws."""

from danban.units.queries.bodies import bodies_of, bodies_of_units, body_for
from danban.units.queries.browse import Browse, area_of, browse, find
from danban.units.queries.checks import list_all_flaws, list_flaws, list_unplaced
from danban.units.queries.flaws import Flaw
from danban.units.queries.imports import Change, ImportPlan, PlannedUnit, plan_import, plan_units
from danban.units.queries.places import (
    Hit,
    ancestors_of,
    find_placements,
    place_by_code,
    place_in_force,
    placement_for,
    root_of,
)
from danban.units.queries.structure import Structure, edition_to_keep, list_importable, plan_import_for, structure
from danban.units.queries.trees import KindCount, count_by_kind, list_trees, tree_by, tree_in_force

__all__ = [
    "Browse",
    "Change",
    "Flaw",
    "Hit",
    "ImportPlan",
    "KindCount",
    "PlannedUnit",
    "Structure",
    "ancestors_of",
    "area_of",
    "bodies_of",
    "bodies_of_units",
    "body_for",
    "browse",
    "count_by_kind",
    "edition_to_keep",
    "find",
    "find_placements",
    "list_all_flaws",
    "list_flaws",
    "list_importable",
    "list_trees",
    "list_unplaced",
    "place_by_code",
    "place_in_force",
    "placement_for",
    "plan_import",
    "plan_import_for",
    "plan_units",
    "root_of",
    "structure",
    "tree_by",
    "tree_in_force",
]

"""The page "Cơ cấu đơn vị": editions, what one holds, its flaws, and the deeds open to the actor."""

from dataclasses import dataclass
from datetime import date, datetime

from danban.kit.actor import Actor
from danban.kit.clock import day_of
from danban.kit.refusals import is_allowed
from danban.kit.terms import is_in_term
from danban.units import rules
from danban.units.models import Body, Tree
from danban.units.queries.checks import list_flaws
from danban.units.queries.flaws import Flaw
from danban.units.queries.imports import ImportPlan, plan_import
from danban.units.queries.trees import KindCount, count_by_kind, list_trees, tree_by

MOST_FLAWS = 200


@dataclass(frozen=True)
class Structure:
    """What the page shows. ``flaws`` is None for an office that does not check; at most ``MOST_FLAWS`` are listed."""

    tree: Tree | None
    trees: list[Tree]
    counts: list[KindCount]
    bodies: int
    flaws: list[Flaw] | None
    flaw_count: int
    may_export: bool
    may_import: bool
    may_open: bool
    may_close: bool

    @property
    def units(self) -> int:
        """Every unit of the edition."""
        return sum(count.units for count in self.counts)


def structure(actor: Actor, *, at: datetime, tree_id: int | None = None) -> Structure:
    """One edition (by default the one in force) and the list of all; empty before the first is opened."""
    rules.check_can_see(actor)
    today, trees = day_of(at), list_trees()
    tree = tree_by(tree_id) if tree_id else _default(trees, today)
    flaws = list_flaws(tree.pk) if tree and is_allowed(rules.check_can_check, actor, tree, at=at) else None
    return Structure(
        tree=tree,
        trees=trees,
        counts=count_by_kind(tree.pk) if tree else [],
        bodies=Body.objects.standing_on(today).filter(unit__placements__tree_id=tree.pk).count() if tree else 0,
        flaws=flaws if flaws is None else flaws[:MOST_FLAWS],
        flaw_count=len(flaws or ()),
        may_export=tree is not None and actor.may("unit:export") and actor.path_in(tree.pk) is not None,
        may_import=tree is not None and is_allowed(rules.check_can_import, actor, tree, at=at),
        may_open=actor.may("unit:import"),
        may_close=tree is not None and tree.ends_on is None and is_allowed(rules.check_can_import, actor, tree, at=at),
    )


def list_importable(actor: Actor, *, at: datetime) -> list[Tree]:
    """The editions the actor may bring units into, the newest first; ``NotYours`` for an office that may not at all."""
    rules.check_can_open(actor, at=at)
    return [tree for tree in list_trees() if is_allowed(rules.check_can_import, actor, tree, at=at)]


def edition_to_keep(actor: Actor, tree_id: int) -> Tree:
    """An edition the actor keeps; ``NotFound`` for no such edition, ``NotYours`` for one kept by others."""
    tree = tree_by(tree_id)
    rules.check_can_keep(actor, tree)
    return tree


def plan_import_for(actor: Actor, content: bytes, *, tree_id: int, at: datetime) -> ImportPlan:
    """The dry run of a table, for whoever may import it; raises what ``plan_import`` raises, and refusals."""
    rules.check_can_import(actor, tree_by(tree_id), at=at)
    return plan_import(content, tree_id)


def _default(trees: list[Tree], today: date) -> Tree | None:
    in_force = [tree for tree in trees if is_in_term(today, tree.starts_on, tree.ends_on)]
    return in_force[0] if in_force else (trees[0] if trees else None)

"""Bring units into an edition of the tree, all or nothing."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from danban.audit import actions as audit
from danban.kit.actor import Actor
from danban.kit.refusals import BadInput, NotFound
from danban.units import rules
from danban.units.actions.placing import place
from danban.units.models import Tree
from danban.units.queries.imports import ImportPlan, plan_import, plan_units
from danban.units.shipped import UnitRow

_NAMED_IN_DIARY = 100


@dataclass(frozen=True)
class ImportReport:
    """What an import did."""

    tree_id: int
    new: int
    changed: int
    unchanged: int

    @property
    def rows(self) -> int:
        """Every row of the list."""
        return self.new + self.changed + self.unchanged


@transaction.atomic
def import_units(content: bytes, *, tree_id: int, actor: Actor, at: datetime) -> ImportReport:
    """Bring in an XLSX or CSV table: exactly what ``queries.plan_import`` shows, or nothing.

    Units in the tree but not in the table stay as they are. Raises ``BadInput`` naming the first bad row
    and how many there are; ``NotNow`` for an edition that has ended.
    """
    tree = _lock(tree_id)
    rules.check_can_import(actor, tree, at=at)
    return _carry_out(plan_import(content, tree_id), event="unit.imported", actor=actor, at=at)


@transaction.atomic
def load_units(rows: list[UnitRow], *, tree_id: int, actor: Actor, at: datetime) -> ImportReport:
    """Bring in units handed over by the program; judged and written as a table is, one diary entry."""
    tree = _lock(tree_id)
    rules.check_can_import(actor, tree, at=at)
    return _carry_out(plan_units(rows, tree_id), event="unit.loaded", actor=actor, at=at)


def _lock(tree_id: int) -> Tree:
    tree = Tree.objects.select_for_update(of=("self",)).filter(pk=tree_id).first()
    if tree is None:
        raise NotFound("Không có bản cơ cấu này.")
    return tree


def _carry_out(plan: ImportPlan, *, event: str, actor: Actor, at: datetime) -> ImportReport:
    if plan.problems:
        first, rest = plan.problems[0].sentence(), len(plan.problems) - 1
        more = f" Còn {rest} chỗ khác cần sửa." if rest else ""
        raise BadInput(f"Chưa nạp dòng nào. {first}{more}")
    report = ImportReport(plan.tree.pk, plan.new, plan.changed, plan.unchanged)
    place(plan)
    renamed = {
        unit.line.code: [unit.standing.name, unit.line.name]
        for unit in plan.changes()
        if unit.standing and unit.standing.name != unit.line.name
    }
    audit.record(
        actor=actor,
        event=event,
        subject="tree",
        subject_id=plan.tree.pk,
        at=at,
        unit_id=actor.unit_id,
        changes={
            "new": report.new,
            "changed": report.changed,
            "unchanged": report.unchanged,
            "renamed": dict(list(renamed.items())[:_NAMED_IN_DIARY]),
        },
    )
    return report

"""The dry run of an import: what a list would change, and everything that is wrong with it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from danban.kit.refusals import BadInput
from danban.kit.tables import RowProblem, read_table
from danban.kit.vietnamese import squeeze
from danban.units.models import Tree
from danban.units.queries.ground import Ground, Kind, Line, Standing, survey
from danban.units.queries.row_checks import households_of, list_problems
from danban.units.queries.trees import tree_by
from danban.units.shipped import UnitRow
from danban.units.texts import (
    CODE,
    HOUSEHOLDS,
    KIND,
    NAME,
    OPTIONAL_HEADINGS,
    PARENT,
    PUBLIC_CODE,
    REQUIRED_HEADINGS,
)


class Change(Enum):
    """What an import does with a row."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True)
class PlannedUnit:
    """One sound row: ``unit_id`` is a unit to be placed anew (None makes one), ``standing`` what is there."""

    line: Line
    kind: Kind
    households: int | None
    unit_id: int | None
    standing: Standing | None

    @property
    def change(self) -> Change:
        """New, changed or unchanged; an empty cell of households changes nothing."""
        if self.standing is None:
            return Change.NEW
        counted = self.standing.households if self.households is None else self.households
        wanted = (self.line.name, self.kind.pk, counted)
        stands = (self.standing.name, self.standing.kind_id, self.standing.households)
        return Change.UNCHANGED if wanted == stands else Change.CHANGED


@dataclass(frozen=True)
class ImportPlan:
    """What would happen. With ``problems`` nothing would, and ``units`` is empty."""

    tree: Tree
    rows: int
    problems: tuple[RowProblem, ...]
    units: tuple[PlannedUnit, ...]
    standing: tuple[Standing, ...]

    def count(self, change: Change) -> int:
        """How many rows would be new, changed or unchanged."""
        return sum(unit.change is change for unit in self.units)

    @property
    def new(self) -> int:
        """Rows that would be placed for the first time in this tree."""
        return self.count(Change.NEW)

    @property
    def changed(self) -> int:
        """Rows whose name, kind or households would change."""
        return self.count(Change.CHANGED)

    @property
    def unchanged(self) -> int:
        """Rows that stand already as they are."""
        return self.count(Change.UNCHANGED)

    @property
    def new_by_kind(self) -> list[tuple[str, int]]:
        """How many new units of each kind, from the top."""
        counts = Counter((unit.kind.depth, unit.kind.name) for unit in self.units if unit.change is Change.NEW)
        return [(name, count) for (_, name), count in sorted(counts.items())]

    def changes(self) -> list[PlannedUnit]:
        """The rows that stand already and would change."""
        return [unit for unit in self.units if unit.change is Change.CHANGED]


def plan_import(content: bytes, tree_id: int) -> ImportPlan:
    """Read an XLSX or CSV table and plan it; every bad row is in ``problems``.

    Raises ``BadInput`` if the file is no table, lacks a column or has no row; ``NotFound`` for an unknown tree.
    """
    rows = read_table(content, headings=REQUIRED_HEADINGS, optional=OPTIONAL_HEADINGS)
    if not rows:
        raise BadInput("Bảng chỉ có dòng tên cột. Hãy thêm các dòng đơn vị rồi nạp lại.")
    lines = [
        Line(
            row.number,
            code=row.cells[CODE],
            name=row.cells[NAME],
            kind=row.cells[KIND],
            parent_code=row.cells[PARENT],
            households=row.cells[HOUSEHOLDS],
            public_code=row.cells[PUBLIC_CODE],
        )
        for row in rows
    ]
    return _plan(tree_by(tree_id), lines)


def plan_units(rows: Iterable[UnitRow], tree_id: int) -> ImportPlan:
    """Plan units handed over by the program, judged exactly as a table is."""
    lines = [
        Line(
            number,
            code=squeeze(row.code),
            name=squeeze(row.name),
            kind=row.kind,
            parent_code=squeeze(row.parent_code),
            households="" if row.households is None else str(row.households),
            public_code=row.public_code,
            is_simulated=row.is_simulated,
        )
        for number, row in enumerate(rows, start=1)
    ]
    return _plan(tree_by(tree_id), lines)


def _plan(tree: Tree, lines: Sequence[Line]) -> ImportPlan:
    ground = survey(tree, lines)
    problems = tuple(list_problems(lines, ground))
    units = () if problems else tuple(_planned(line, ground) for line in lines)
    return ImportPlan(tree, len(lines), problems, units, tuple(ground.standing.values()))


def _planned(line: Line, ground: Ground) -> PlannedUnit:
    kind = ground.kind(line.kind)
    assert kind is not None  # rows with problems are never planned
    return PlannedUnit(
        line=line,
        kind=kind,
        households=households_of(line.households),
        unit_id=ground.units.get(line.public_code),
        standing=ground.standing.get(line.code),
    )

"""Annex tables: rows of tasks with who leads and by when."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from danban.planreader.expressions import find_expressions
from danban.planreader.facts.assignments import bodies_in_cell
from danban.planreader.facts.deadlines import Scene, due
from danban.planreader.paper import Block
from danban.planreader.reading import Deadline, Span, TaskGiven
from danban.planreader.recurring import find_recurrences
from danban.planreader.relative import find_relatives
from danban.planreader.tasks import clean_task

_COLUMNS = (
    ("number", re.compile(r"(?:stt|tt|so tt|so thu tu)$")),
    ("agent", re.compile(
r"(?:don vi|co quan|bo phan|nguoi|to chuc)?\s*(?:/\s*ca nhan)?\s*(?:chu tri|thuc hien|"
r"phu trach|chiu trach nhiem|dau moi)|phan cong|trach nhiem|chu tri|(?:don vi|co quan|"
r"nguoi)\b"
)),
    ("helper", re.compile(r".*phoi hop")),
    ("time", re.compile(r"(?:thoi gian|thoi han|tien do|han|thoi diem|ngay|lich)")),
    ("task", re.compile(
r"(?:noi dung|nhiem vu|cong viec|hoat dong|ten|dau viec|viec|hang muc|cong tac|muc tieu|"
r"giai phap)"
)),
)  # fmt: skip
_DUE_COLUMN = re.compile(r"hoan thanh|thoi han|^han|ket thuc|trinh|bao cao|nop|ban hanh")


_NOTHING_DUE = Deadline(
    text="", kind="before", start=None, end=None, inclusive=True, relative=None, rrule=None, actor="", task="",
    section="", span=(0, 0),
)  # fmt: skip


@dataclass(frozen=True)
class _Heads:
    places: dict[str, int]
    time_is_due: bool


def read_tables(scene: Scene) -> tuple[list[TaskGiven], list[Deadline]]:
    """What task tables give to whom, and by when."""
    given: list[TaskGiven] = []
    deadlines: list[Deadline] = []
    for rows in _tables(scene):
        heads_at, heads = _find_heads(scene, rows)
        if heads is None:
            continue
        for index in rows[heads_at + 1 :]:
            block = scene.outline.nodes[index].block
            task = _cell(scene, block, heads, "task")
            agents = bodies_in_cell(_cell(scene, block, heads, "agent"))
            section = scene.outline.path_of(index)
            if task and agents:
                given.append(TaskGiven(section, agents, (clean_task(task),), (block.start, block.end)))
            if task:
                span = _span(block, heads, "time") or (0, 0)
                due_here = replace(
                    _NOTHING_DUE, actor=", ".join(agents), task=clean_task(task), section=section, span=span
                )
                deadlines.extend(_row_deadlines(scene, heads, due_here))
    return given, deadlines


def _tables(scene: Scene) -> Iterator[list[int]]:
    rows: list[int] = []
    current = 0
    for index, node in enumerate(scene.outline.nodes):
        if node.kind == "row" and node.block.table == current:
            rows.append(index)
            continue
        if rows:
            yield rows
        rows = [index] if node.kind == "row" else []
        current = node.block.table if node.kind == "row" else 0
    if rows:
        yield rows


def _find_heads(scene: Scene, rows: list[int]) -> tuple[int, _Heads | None]:
    for place, index in enumerate(rows[:3]):
        block = scene.outline.nodes[index].block
        places: dict[str, int] = {}
        is_due = False
        for column, span in enumerate(block.cells):
            words = scene.paper.bare(span).strip(" .:")
            kind = "helper" if "phoi hop" in words and "chu tri" not in words else _kind_of(words)
            if kind is not None and kind not in places and len(words) < 60:
                places[kind] = column
                if kind == "time":
                    is_due = _DUE_COLUMN.search(words) is not None
        if "task" in places and ("agent" in places or "time" in places):
            return place, _Heads(places, is_due)
    return 0, None


def _kind_of(words: str) -> str | None:
    for kind, pattern in _COLUMNS:
        if pattern.match(words):
            return kind
    return None


def _span(block: Block, heads: _Heads, kind: str) -> Span | None:
    column = heads.places.get(kind)
    return block.cells[column] if column is not None and column < len(block.cells) else None


def _cell(scene: Scene, block: Block, heads: _Heads, kind: str) -> str:
    span = _span(block, heads, kind)
    return scene.paper.words(span).strip() if span else ""


def _row_deadlines(scene: Scene, heads: _Heads, empty: Deadline) -> Iterator[Deadline]:
    """``empty`` for every expression of time in the cell that is its span."""
    plain, bare, span = scene.paper.plain, scene.masked, empty.span
    again = list(find_recurrences(plain, bare, *span))
    for one in again:
        yield replace(
            _placed(scene, empty, (one.start, one.end)), kind="recurring", rrule=one.rrule, inclusive=one.inclusive
        )
    for hanging in find_relatives(bare, *span):
        placed = _placed(scene, empty, hanging)
        yield replace(placed, relative=placed.text)
    for expression in find_expressions(plain, bare, *span):
        here = (expression.start, expression.end)
        if any(here[0] < one.end and one.start < here[1] for one in again):
            continue
        relation = expression.relation
        if expression.first.grain == "year" and relation == "bare" and not heads.time_is_due:
            relation = "within"
        if relation == "bare" and heads.time_is_due and expression.first is expression.last:
            relation = "due" if expression.first.grain in {"day", "year"} else "within"
        yield from due(relation, expression.first, expression.last, scene.frame, _placed(scene, empty, here))


def _placed(scene: Scene, empty: Deadline, here: Span) -> Deadline:
    return replace(empty, text=scene.paper.words(here).strip(), span=here)

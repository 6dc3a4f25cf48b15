"""Units down, obligations across: how many of each are done, and where something is late."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from django.utils.safestring import SafeString

from danban.kit.vietnamese import number
from danban.web.ui.charts.tile_map import tone

_LATE = '<svg viewBox="0 0 12 12" fill="currentColor" aria-hidden="true"><path d="M6 .8 11.6 11H.4z"/></svg>'
_DONE = (
    '<svg viewBox="0 0 12 12" fill="none" stroke="currentColor" stroke-width="2.2" aria-hidden="true">'
    '<path d="m1.2 6.4 3.2 3.2 6.4-7.2"/></svg>'
)
_NOTHING = (
    '<span class="cell c-none"><span aria-hidden="true">–</span><span class="hidden-words">không có</span></span>'
)


@dataclass(frozen=True)
class Column:
    """One kind of obligation: the short name on top, the full one behind it."""

    short: str
    name: str


@dataclass(frozen=True)
class Cell:
    """How many of ``total`` are done and how many are late; a total of 0 means nothing is owed."""

    done: int
    total: int
    late: int
    href: str


@dataclass(frozen=True)
class Row:
    """One unit with a cell for each column; None where the kind does not concern it."""

    name: str
    href: str
    cells: Sequence[Cell | None]
    is_total: bool = False


def draw(columns: Sequence[Column], rows: Sequence[Row], *, caption: str) -> SafeString:
    """The whole table; on a phone every row becomes a card."""
    heads = "".join(
        f'<th scope="col" class="n"><abbr title="{escape(column.name)}">{escape(column.short)}</abbr></th>'
        for column in columns
    )
    labels = [escape(column.short) for column in columns]
    body = "".join(_row(row, labels) for row in rows)
    return SafeString(
        f'<table class="matrix stacked"><caption>{escape(caption)}</caption>'
        f'<thead><tr><th scope="col">Đơn vị</th>{heads}</tr></thead><tbody>{body}</tbody></table>'
    )


def _row(row: Row, labels: Sequence[str]) -> str:
    name = f'<a href="{escape(row.href)}">{escape(row.name)}</a>' if row.href else escape(row.name)
    slash = "/<wbr>" if row.is_total else "/"  # the largest figures may break
    cells = "".join(
        f'<td data-label="{label}">{_cell(cell, slash=slash)}</td>'
        for label, cell in zip(labels, row.cells, strict=True)
    )
    kind = ' class="total"' if row.is_total else ""
    return f'<tr{kind}><th scope="row">{name}</th>{cells}</tr>'


def _cell(cell: Cell | None, *, slash: str) -> str:
    if cell is None or not cell.total:
        return _NOTHING
    figure = f"{number(cell.done)}{slash}{number(cell.total)}"
    kind, shape, words = f"c-{tone(cell.done / cell.total)}", "", ""
    if cell.late:
        kind, shape, words = "c-late", _LATE, f"{number(cell.late)} quá hạn"
    elif cell.done == cell.total:
        kind, shape, words = "c-all", _DONE, "đủ"
    spoken = f'<span class="hidden-words">, {words}</span>' if words else ""
    title = f' title="{words}"' if words else ""
    if not cell.href:
        return f'<span class="cell {kind}"{title}>{shape}{figure}{spoken}</span>'
    return f'<a class="{kind}" href="{escape(cell.href)}"{title}>{shape}{figure}{spoken}</a>'

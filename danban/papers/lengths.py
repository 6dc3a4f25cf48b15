"""How many pages a paper fills, judged from its lines without printing it: enough to warn whoever writes it."""

from math import ceil

from danban.papers.layout import lay_out
from danban.papers.paper import Paper
from danban.papers.sheet import BREAK, Columns, Grid, Line, Printed, Sheet
from danban.papers.widths import width_mm

_POINTS_A_MM = 72 / 25.4
_LEADING = 1.19  # the height of a line of Times New Roman, in parts of its size, as printed
_CELL_GAP = 4.0  # points above and below the text of a row of a table, together


def pages_of(paper: Paper) -> float:
    """Pages of A4 its text fills, annexes left out: 1.5 is a page and a half."""
    sheet = lay_out(paper)
    form = sheet.form
    page = (form.page_height - form.top.ours - form.bottom.ours) * _POINTS_A_MM
    ends = sum(_columns(row, form.text_width) for row in (*sheet.head, *sheet.foot))
    return (ends + sum(_printed(one, sheet) for one in sheet.body)) / page


def _columns(row: Columns, width: float) -> float:
    return max(
        (sum(_line(one, width * share) for one in cell) for cell, share in zip(row.cells, row.shares, strict=True)),
        default=0.0,
    )


def _printed(one: Printed, sheet: Sheet) -> float:
    if isinstance(one, Line):
        return _line(one, sheet.form.text_width)
    return _grid(one, sheet.form.text_width)


def _line(one: Line, width: float) -> float:
    text = "".join(run.text for run in one.runs)
    bold = any(run.bold for run in one.runs)
    count = sum(_count(part, one.size, width - one.left, first=one.first, bold=bold) for part in text.split(BREAK))
    return one.before + one.after + count * one.size * _LEADING * one.spacing


def _grid(grid: Grid, width: float) -> float:
    height = grid.size * _LEADING
    rows = (grid.titles, *grid.rows, *([grid.total] if grid.total else []))
    return sum(
        _CELL_GAP
        + height * max(_count(cell, grid.size, width * share) for cell, share in zip(row, grid.shares, strict=True))
        for row in rows
    )


def _count(text: str, size: float, width: float, *, first: float = 0.0, bold: bool = False) -> int:
    """Lines a text fills; a little is lost at the end of each."""
    length = width_mm(text, size=size, bold=bold) + first
    return max(ceil(length / (width * 0.97)), 1)

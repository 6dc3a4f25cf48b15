"""Laid-out lines as WordprocessingML: the XML of paragraphs and tables, its elements in the order the schema wants."""

from collections.abc import Sequence
from itertools import groupby
from xml.sax.saxutils import escape

from danban.papers.sheet import BREAK, Columns, Grid, Line, Printed

RULE_STYLE = "Duongke"
_ABOVE_RULE = 4.0  # points
_IN_CELL = 2.0  # points above and below the text of a cell
_TWIPS_A_MM = 1440 / 25.4
_JUSTIFIED = {"left": "left", "center": "center", "right": "right", "justify": "both"}
_NO_CELL_MARGINS = '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
SPACER = '<w:p><w:pPr><w:spacing w:line="20" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/></w:rPr></w:pPr></w:p>'


def printed_xml(printed: Sequence[Printed], *, width: float) -> str:
    """Lines and tables one under the other, on ``width`` mm."""
    return "".join(line_xml(one, width=width) if isinstance(one, Line) else _grid_xml(one, width) for one in printed)


def line_xml(line: Line, *, width: float) -> str:
    """A paragraph, and its rule as the upper border of an empty one, indented until it is as long as the rule."""
    properties = (
        f"{'<w:keepNext/>' if line.keeps else ''}"
        f"{_spacing(line.before, 0 if line.rule else line.after, line.spacing)}"
        f"{_indent(line)}"
        f'<w:jc w:val="{_JUSTIFIED[line.align]}"/>'
        f"{_outline(line.level)}"
        f"<w:rPr>{_size(line.size)}</w:rPr>"
    )
    runs = "".join(run_xml(run.text, line.size, bold=run.bold, italic=run.italic) for run in line.runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>{_rule_xml(line, width) if line.rule else ''}"


def run_xml(text: str, size: float, *, bold: bool, italic: bool) -> str:
    """A stretch of text in one style; a break of the layout is one of Word's."""
    style = f"{'<w:b/>' if bold else ''}{'<w:i/>' if italic else ''}{_size(size)}"
    pieces = (f'<w:t xml:space="preserve">{escape(piece)}</w:t>' for piece in text.split(BREAK))
    return f"<w:r><w:rPr>{style}</w:rPr>{'<w:br/>'.join(pieces)}</w:r>"


def _outline(level: int) -> str:
    return f'<w:outlineLvl w:val="{level - 1}"/>' if level else ""


def _size(points: float) -> str:
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'


def _spacing(before: float, after: float, multiple: float) -> str:
    return (
        f'<w:spacing w:before="{round(before * 20)}" w:after="{round(after * 20)}" '
        f'w:line="{round(multiple * 240)}" w:lineRule="auto"/>'
    )


def _indent(line: Line) -> str:
    if not line.left and not line.first:
        return ""
    return f'<w:ind w:left="{_twips(line.left)}" w:firstLine="{_twips(line.first)}"/>'


def _rule_xml(line: Line, width: float) -> str:
    side = _twips(max((width - line.rule) / 2, 0))
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{RULE_STYLE}"/>{"<w:keepNext/>" if line.keeps else ""}'
        '<w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>'
        f'{_spacing(_ABOVE_RULE, line.after, 1)}<w:ind w:left="{side}" w:right="{side}"/></w:pPr></w:p>'
    )


def _twips(mm: float) -> int:
    return round(mm * _TWIPS_A_MM)


def columns_xml(rows: Sequence[Columns], *, width: float) -> str:
    """What stands side by side, as tables without borders; rows of the same shares are one table."""
    tables = []
    for shares, group in groupby(rows, key=lambda row: row.shares):
        widths = [share * width for share in shares]
        lines = "".join(_row(_cells(row, widths)) for row in group)
        tables.append(_table(widths, lines, _NO_CELL_MARGINS))
    return SPACER.join(tables)


def _cells(row: Columns, widths: Sequence[float]) -> str:
    cells = zip(row.cells, widths, strict=True)
    return "".join(_cell(printed_xml(cell, width=width), width) for cell, width in cells)


def _grid_xml(grid: Grid, width: float) -> str:
    widths = [share * width for share in grid.shares]
    centred = ("center",) * len(widths)
    rows = [_row(_grid_cells(grid.titles, centred, widths, grid.size, bold=True), is_head=True)]
    rows += [_row(_grid_cells(row, grid.aligns, widths, grid.size, bold=False)) for row in grid.rows]
    rows += [_row(_grid_cells(grid.total, grid.aligns, widths, grid.size, bold=True))] if grid.total else []
    return _table(widths, "".join(rows), f"<w:tblBorders>{_BORDERS}</w:tblBorders>", comes_first=True)


def _grid_cells(
    texts: Sequence[str], aligns: Sequence[str], widths: Sequence[float], size: float, *, bold: bool
) -> str:
    cells = []
    for text, stands, width in zip(texts, aligns, widths, strict=True):
        place = f'<w:pPr>{_spacing(_IN_CELL, _IN_CELL, 1)}<w:jc w:val="{stands}"/><w:rPr>{_size(size)}</w:rPr></w:pPr>'
        cells.append(_cell(f"<w:p>{place}{run_xml(text, size, bold=bold, italic=False)}</w:p>", width))
    return "".join(cells)


def _table(widths: Sequence[float], rows: str, look: str, *, comes_first: bool = False) -> str:
    """A table of fixed widths; ``look`` are its borders, before the kind of layout, or its margins, after it."""
    layout = '<w:tblLayout w:type="fixed"/>'
    properties = (
        f'<w:tblW w:w="{_twips(sum(widths))}" w:type="dxa"/><w:jc w:val="center"/>'
        f"{look + layout if comes_first else layout + look}"
    )
    grid = "".join(f'<w:gridCol w:w="{_twips(width)}"/>' for width in widths)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


def _row(cells: str, *, is_head: bool = False) -> str:
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if is_head else ''}</w:trPr>{cells}</w:tr>"


def _cell(content: str, width: float) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{_twips(width)}" w:type="dxa"/></w:tcPr>{content or SPACER}</w:tc>'

"""A laid-out paper as HTML: the same lines as its files, readable on a phone. Styles stand in ``ui/paper.css``."""

from collections.abc import Iterable

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from danban.papers.paper import Run
from danban.papers.sheet import BREAK, CENTRE, JUSTIFY, LEFT, RIGHT, Columns, Grid, Line, Printed, Sheet
from danban.web.ui import qr

_WIDE_GAP, _GAP = 30.0, 10.0
_STANDS = {LEFT: "left", CENTRE: "center", RIGHT: "right", JUSTIFY: "justify"}


def draw(sheet: Sheet) -> SafeString:
    """The whole paper in order: head, body, foot, check code, annexes."""
    return format_html(
        '<div class="paper"><div class="a4">{}{}{}{}{}</div></div>',
        _columns(sheet.head, "head"),
        _printed(sheet.body),
        _columns(sheet.foot, "foot"),
        _check(sheet),
        format_html_join("", '<div class="annex">{}</div>', ((_printed(annex),) for annex in sheet.annexes)),
    )


def _columns(rows: Iterable[Columns], place: str) -> SafeString:
    return format_html_join(
        "",
        '<div class="side-by-side {} of-{}">{}</div>',
        (
            (place, len(row.cells), format_html_join("", "<div>{}</div>", ((_printed(cell),) for cell in row.cells)))
            for row in rows
        ),
    )


def _printed(printed: Iterable[Printed]) -> SafeString:
    return format_html_join("", "{}", ((_line(one) if isinstance(one, Line) else _grid(one),) for one in printed))


def _line(line: Line) -> SafeString:
    if not any(run.text for run in line.runs):
        return SafeString('<p class="gap"></p>')
    names = [_STANDS[line.align], f"pt-{round(line.size)}"]
    names += ["in"] if line.first else []
    names += ["deep"] if line.left else []
    names += ["to-sign"] if line.before > _WIDE_GAP else ["apart"] if line.before > _GAP else []
    names += ["after"] if line.after else []
    names += ["ruled"] if line.rule else []
    return format_html('<p class="{}">{}</p>', " ".join(names), _runs(line.runs))


def _runs(runs: Iterable[Run]) -> SafeString:
    return format_html_join("", "{}", ((_run(run),) for run in runs))


def _run(run: Run) -> SafeString:
    words = format_html_join(SafeString(" <br>"), "{}", ((part,) for part in run.text.split(BREAK)))
    words = format_html("<i>{}</i>", words) if run.italic else words
    return format_html("<b>{}</b>", words) if run.bold else words


def _grid(grid: Grid) -> SafeString:
    head = format_html_join("", '<th scope="col">{}</th>', ((title,) for title in grid.titles))
    body = format_html_join("", "<tr>{}</tr>", ((_cells(row, grid),) for row in grid.rows))
    total = format_html('<tr class="total">{}</tr>', _cells(grid.total, grid)) if grid.total else ""
    table = '<div class="paper-table"><table><thead><tr>{}</tr></thead><tbody>{}{}</tbody></table></div>'
    return format_html(table, head, body, total)


def _cells(cells: Iterable[str], grid: Grid) -> SafeString:
    return format_html_join("", '<td class="{}">{}</td>', zip(grid.aligns, cells, strict=False))


def _check(sheet: Sheet) -> SafeString:
    if not sheet.check_address:
        return SafeString("")
    drawing = qr.draw(sheet.check_address, label="Mã kiểm tra văn bản")
    return format_html('<div class="paper-check">{}<small>{}</small></div>', drawing, sheet.check_text)

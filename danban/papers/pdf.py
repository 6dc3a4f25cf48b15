"""Write a paper as .pdf: the laid-out lines go to Typst as data, never as markup; a Times-metric font is embedded."""

import json
import threading
from collections.abc import Sequence
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path

import segno
import typst

from danban.papers.faces import FAMILY, check_faces
from danban.papers.layout import lay_out
from danban.papers.paper import Paper
from danban.papers.sheet import Columns, Grid, Line, Printed, Sheet
from danban.papers.widths import CELL_MARGINS, width_mm

_TEMPLATE = str(Path(__file__).with_name("paper.typ"))  # a compiler is reused only over a file
_MAY_BREAK = "\u200b"
_of_thread = threading.local()


def write_pdf(paper: Paper, *, fonts: Path) -> bytes:
    """The paper as PDF bytes; ``fonts`` holds the four faces of Tinos, ``BadInput`` when it does not."""
    return pdf_of(lay_out(paper), fonts=fonts)


def pdf_of(sheet: Sheet, *, fonts: Path) -> bytes:
    """A laid-out paper as PDF/A-2a bytes, tagged and searchable; ``BadInput`` when faces are missing."""
    check_faces(fonts)
    compiler = _compiler(fonts)
    compiled = compiler.compile(
        format="pdf", sys_inputs={"sheet": json.dumps(_plain(sheet), ensure_ascii=False)}, pdf_standards=["a-2a"]
    )
    assert isinstance(compiled, bytes)
    return compiled


def _compiler(fonts: Path) -> typst.Compiler:
    """One compiler a thread: it may not be shared, and reading the fonts costs more than a paper."""
    known: dict[Path, typst.Compiler] = _of_thread.__dict__.setdefault("compilers", {})
    if fonts not in known:
        known[fonts] = typst.Compiler(_TEMPLATE, font_paths=_faces(fonts))
    return known[fonts]


@lru_cache(maxsize=4)
def _faces(fonts: Path) -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(fonts)])


def _plain(sheet: Sheet) -> dict[str, object]:
    form = sheet.form
    width = form.text_width
    return {
        "title": sheet.title,
        "author": sheet.author,
        "font": FAMILY,
        "page": {
            "width": form.page_width, "height": form.page_height, "top": form.top.ours, "bottom": form.bottom.ours,
            "left": form.left.ours, "right": form.right.ours, "number": form.page_number.size.ours,
        },
        "size": sheet.body_size,
        "head": [_columns(row, width) for row in sheet.head],
        "body": _printed(sheet.body, width),
        "foot": [_columns(row, width) for row in sheet.foot],
        "annexes": [_printed(annex, width) for annex in sheet.annexes],
        "check": _check(sheet),
    }  # fmt: skip


def _columns(columns: Columns, width: float) -> dict[str, object]:
    cells = [_printed(cell, share * width) for cell, share in zip(columns.cells, columns.shares, strict=True)]
    return {"shares": list(columns.shares), "cells": cells}


def _printed(printed: Sequence[Printed], width: float) -> list[dict[str, object]]:
    return [_line(one, width) if isinstance(one, Line) else _grid(one, width) for one in printed]


def _line(line: Line, width: float) -> dict[str, object]:
    room = width - line.left
    runs = [
        {"text": breakable(run.text, line.size, room, bold=run.bold), "bold": run.bold, "italic": run.italic}
        for run in line.runs
    ]
    return {"is": "line", **asdict(line), "runs": runs}


def _grid(grid: Grid, width: float) -> dict[str, object]:
    rooms = [share * width - CELL_MARGINS for share in grid.shares]

    def cells(texts: tuple[str, ...], *, bold: bool = False) -> list[str]:
        return [breakable(text, grid.size, room, bold=bold) for text, room in zip(texts, rooms, strict=False)]

    return {
        "is": "grid", "shares": grid.shares, "aligns": grid.aligns, "size": grid.size,
        "titles": cells(grid.titles, bold=True), "rows": [cells(row) for row in grid.rows],
        "total": cells(grid.total, bold=True),
    }  # fmt: skip


def breakable(text: str, size: float, room: float, *, bold: bool) -> str:
    """The text; a word wider than its room may break after each letter, as it does in a word processor."""
    if width_mm(text, size=size, bold=bold) < room:
        return text
    words = text.split(" ")
    return " ".join(_MAY_BREAK.join(w) if width_mm(w, size=size, bold=bold) > 0.95 * room else w for w in words)


def _check(sheet: Sheet) -> dict[str, object]:
    """The check code as rows of dark and light, drawn by the template; empty where there is none."""
    if not sheet.check_address:
        return {"text": "", "rows": []}
    code = segno.make_qr(sheet.check_address, error="m")
    return {"text": sheet.check_text, "rows": [[bool(cell) for cell in row] for row in code.matrix]}

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
from danban.papers.layout import Columns, Grid, Line, Printed, Sheet, lay_out
from danban.papers.paper import Paper

_TEMPLATE = str(Path(__file__).with_name("paper.typ"))  # a compiler is reused only over a file
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
    return {
        "title": sheet.title,
        "author": sheet.author,
        "font": FAMILY,
        "page": {
            "width": form.page_width, "height": form.page_height, "top": form.top.ours, "bottom": form.bottom.ours,
            "left": form.left.ours, "right": form.right.ours, "number": form.page_number.size.ours,
        },
        "size": sheet.body_size,
        "head": [_columns(row) for row in sheet.head],
        "body": _printed(sheet.body),
        "foot": [_columns(row) for row in sheet.foot],
        "annexes": [_printed(annex) for annex in sheet.annexes],
        "check": _check(sheet),
    }  # fmt: skip


def _columns(columns: Columns) -> dict[str, object]:
    return {"shares": list(columns.shares), "cells": [_printed(cell) for cell in columns.cells]}


def _printed(printed: Sequence[Printed]) -> list[dict[str, object]]:
    return [_line(one) if isinstance(one, Line) else _grid(one) for one in printed]


def _line(line: Line) -> dict[str, object]:
    return {"is": "line", **asdict(line)}


def _grid(grid: Grid) -> dict[str, object]:
    return {"is": "grid", **asdict(grid)}


def _check(sheet: Sheet) -> dict[str, object]:
    """The check code as rows of dark and light, drawn by the template; empty where there is none."""
    if not sheet.check_address:
        return {"text": "", "rows": []}
    code = segno.make_qr(sheet.check_address, error="m")
    return {"text": sheet.check_text, "rows": [[bool(cell) for cell in row] for row in code.matrix]}

"""PDF with a text layer: characters by place into lines, lines into paragraphs; scans are told apart."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from danban.kit.refusals import BadInput
from danban.planreader.formats.grid import Grid, find_grid
from danban.planreader.labels import label_of
from danban.planreader.normalise import folded, plain
from danban.planreader.paper import Line

_MAX_PAGES = 200
_PAGE_NUMBER = re.compile(r"[-–\s]*(?:Trang\s*)?\d{1,3}(?:\s*/\s*\d{1,3})?[-–\s]*$", re.IGNORECASE)
_STAMP = re.compile(r"(?:Ký bởi|Người ký|Thời gian ký|Cơ quan\s*:|Email\s*:|Ngày ký)\s*:?", re.IGNORECASE)


@dataclass(frozen=True)
class _Char:
    char: str
    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True)
class _Row:
    """One printed line: words, its left and right edge and its size."""

    words: str
    left: float
    right: float
    top: float
    bottom: float
    cells: tuple[str, ...] = ()


def read(content: bytes) -> list[Line]:
    """Lines of a .pdf file."""
    import pypdfium2  # noqa: PLC0415  loaded only for PDF

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise BadInput("Tệp PDF này có mật khẩu. Hãy bỏ mật khẩu rồi thử lại.") from error
        raise BadInput("Tệp PDF này bị hỏng nên không mở được. Hãy xuất lại PDF hoặc dùng bản .docx.") from error
    try:
        pages = [_page_rows(document, index) for index in range(min(len(document), _MAX_PAGES))]
    except pypdfium2.PdfiumError as error:
        raise BadInput("Tệp PDF này bị hỏng ở giữa chừng. Hãy xuất lại PDF hoặc dùng bản .docx.") from error
    letters = sum(
        char.isalpha() for rows in pages for row in rows for words in (row.words, *row.cells) for char in words
    )
    if letters < 20 * max(1, len(pages)) and letters < 200:
        raise BadInput("PDF này là bản chụp (scan), không có lớp chữ. Hãy dùng bản .docx hoặc PDF xuất từ Word.")
    return _lines(pages)


def _page_rows(document: Any, index: int) -> list[_Row]:
    page = document[index]
    text_page = page.get_textpage()
    try:
        rows = _rows_and_cells(_chars(text_page), find_grid(page))
    finally:
        text_page.close()
        page.close()
    while rows and not rows[-1].cells and _PAGE_NUMBER.match(rows[-1].words):
        rows.pop()
    while rows and not rows[0].cells and _PAGE_NUMBER.match(rows[0].words):
        rows.pop(0)
    return [row for row in rows if not _STAMP.match(row.words)]


def _chars(text_page: Any) -> list[_Char]:
    words = text_page.get_text_range()
    count = text_page.count_chars()
    if len(words) != count:
        words = "".join(text_page.get_text_range(place, 1)[:1] or " " for place in range(count))
    found = []
    for place in range(count):
        char = "-" if words[place] == "\ufffe" else words[place]  # a hyphen at a line end
        if char in "\r\n":
            continue
        left, bottom, right, top = text_page.get_charbox(place, loose=True)
        if right > left or char.isspace():
            found.append(_Char(char, left, bottom, right, top))
    return found


def _rows_and_cells(chars: list[_Char], grid: Grid | None) -> list[_Row]:
    """Printed lines of the page; what stands inside a grid comes as table rows in its place."""
    if grid is None:
        return list(_rows(chars))
    outside: list[_Char] = []
    inside: dict[tuple[int, int], list[_Char]] = {}
    for char in chars:
        place = grid.cell_of((char.left + char.right) / 2, (char.top + char.bottom) / 2)
        if place is None:
            outside.append(char)
        else:
            inside.setdefault(place, []).append(char)
    if len({column for _, column in inside}) < 2:
        return list(_rows(chars))
    rows = list(_rows(outside))
    for number in sorted({row for row, _ in inside}):
        cells = [_rows(inside.get((number, column), [])) for column in range(len(grid.xs) - 1)]
        words = tuple(" ".join(line.words.strip() for line in cell) for cell in cells)
        rows.append(_Row("", grid.xs[0], grid.xs[-1], grid.ys[number], grid.ys[number + 1], words))
    return sorted(rows, key=lambda row: -row.top)


def _rows(chars: list[_Char]) -> Iterator[_Row]:
    """Characters whose middles lie on one height form a line; lines go from top to bottom."""
    visible = sorted(
        (char for char in chars if not char.char.isspace()), key=lambda one: (-(one.top + one.bottom), one.left)
    )
    groups: list[list[_Char]] = []
    for char in visible:
        middle = (char.top + char.bottom) / 2
        if groups:
            first = groups[-1][0]
            height = max(first.top - first.bottom, 1)
            if abs((first.top + first.bottom) / 2 - middle) <= height * 0.4:
                groups[-1].append(char)
                continue
        groups.append([char])
    for group in groups:
        yield _row(sorted(group, key=lambda one: one.left))


def _row(chars: list[_Char]) -> _Row:
    height = sorted(char.top - char.bottom for char in chars)[len(chars) // 2] or 10
    pieces = [chars[0].char]
    for before, char in pairwise(chars):
        gap = char.left - before.right
        if gap > height * 1.8:
            pieces.append("    ")
        elif gap > height * 0.12:
            pieces.append(" ")
        pieces.append(char.char)
    return _Row(
        "".join(pieces), chars[0].left, max(char.right for char in chars),
        max(char.top for char in chars), min(char.bottom for char in chars),
    )  # fmt: skip


def _lines(pages: list[list[_Row]]) -> list[Line]:
    """Rows joined into paragraphs: a row that fills the width and is not followed by a new item goes on."""
    rows = [row for page in pages for row in page]
    if not rows:
        return []
    right_edge = _common(sorted(row.right for row in rows), 0.9)
    left_edge = _common(sorted(row.left for row in rows), 0.1)
    joined: list[_Row] = []
    for row in rows:
        if joined and _goes_on(joined[-1], row, left_edge, right_edge):
            before = joined[-1]
            glue = "" if before.words.endswith(("-", "/")) and not before.words.endswith(" -") else " "
            joined[-1] = replace(row, words=f"{before.words}{glue}{row.words.strip()}", left=before.left)
        else:
            joined.append(row)
    return [
        Line("", row.cells, 1) if row.cells else Line(_indented(row, left_edge), full=row.right > right_edge * 0.95)
        for row in joined
    ]


def _indented(row: _Row, left_edge: float) -> str:
    """Keep a far indent, by which the right column of a foot is known."""
    return " " * int(max(0.0, row.left - left_edge) / 6) + row.words


def _common(values: list[float], place: float) -> float:
    return values[min(len(values) - 1, int(len(values) * place))]


def _goes_on(before: _Row, row: _Row, left_edge: float, right_edge: float) -> bool:
    words = row.words.strip()
    begins = bool(row.cells) or label_of(plain(words), folded(plain(words))) is not None
    if begins or before.cells or "    " in before.words or "    " in words or before.words.endswith("./."):
        return False
    width = right_edge - left_edge
    filled = before.right > right_edge - width * 0.12
    if (
        words[:1].islower()
        and before.right > left_edge + width * 0.5
        and not before.words.rstrip().endswith((";", "."))
    ):
        return True
    gap = before.bottom - row.top
    height = max(row.top - row.bottom, 1)
    indented = row.left > left_edge + width * 0.04
    if before.words.rstrip().endswith((".", ";", ":")) and (indented or gap > height * 0.7):
        return False
    if before.words.isupper() != words.isupper() and not filled:
        return False
    return filled and not indented and gap < height * 1.6

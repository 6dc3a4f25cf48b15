"""OpenDocument text: paragraphs, headings, lists with their numbers, tables, frames."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from danban.kit import archive
from danban.kit.refusals import BadInput
from danban.kit.word_numbering import figure
from danban.planreader.formats.layout import table_lines
from danban.planreader.paper import Line

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_FORMATS = {"1": "decimal", "I": "upperRoman", "i": "lowerRoman", "A": "upperLetter", "a": "lowerLetter"}
_SKIPPED = {
    f"{_TEXT}note",
    f"{_TEXT}tracked-changes",
    f"{_OFFICE}annotation",
    f"{_TEXT}sequence-decls",
    f"{_TEXT}table-of-content",
}


def read(content: bytes) -> list[Line]:
    """Lines of an .odt file."""
    document = archive.part(content, "content.xml")
    if document is None:
        raise BadInput("Tệp .odt này không có nội dung. Hãy mở bằng LibreOffice, lưu lại rồi thử lại.")
    body = document.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise BadInput("Tệp này là bảng tính hoặc bản trình chiếu, không phải văn bản. Hãy chọn tệp .odt hoặc .docx.")
    return _Reader(document).lines(body, ())


class _Reader:
    def __init__(self, document: Element) -> None:
        self.tables = 0
        self.lists = {one.get(f"{_STYLE}name", ""): _levels(one) for one in document.iter(f"{_TEXT}list-style")}
        self.counts: dict[str, int] = {}

    def lines(self, parent: Element, numbers: tuple[int, ...], style: str = "") -> list[Line]:
        found: list[Line] = []
        for child in parent:
            if child.tag in _SKIPPED:
                continue
            if child.tag in {f"{_TEXT}p", f"{_TEXT}h"}:
                found.extend(self._frames(child))
                found.extend(Line(words) for words in "".join(_text(child)).split("\n"))
            elif child.tag == f"{_TEXT}list":
                found.extend(self._list(child, numbers, child.get(f"{_TEXT}style-name", style)))
            elif child.tag == f"{_TABLE}table":
                found.extend(self._table(child))
            else:
                found.extend(self.lines(child, numbers, style))
        return found

    def _list(self, element: Element, numbers: tuple[int, ...], style: str) -> list[Line]:
        key = f"{style} {len(numbers)}"
        count = self.counts.get(key, 0) if element.get(f"{_TEXT}continue-numbering") == "true" else 0
        found: list[Line] = []
        for item in element:
            if item.tag not in {f"{_TEXT}list-item", f"{_TEXT}list-header"}:
                continue
            start = item.get(f"{_TEXT}start-value") or ""
            count = int(start) if start.isdigit() else count + 1
            here = (*numbers, count)
            lines = self.lines(item, here, style)
            owns = len(item) > 0 and item[0].tag in {f"{_TEXT}p", f"{_TEXT}h"}
            if owns and lines and item.tag == f"{_TEXT}list-item":
                label = self._label(style, here)
                lines[0] = Line(f"{label} {lines[0].text}".strip())
            found.extend(lines)
        self.counts[key] = count
        return found

    def _label(self, style: str, numbers: tuple[int, ...]) -> str:
        level = self.lists.get(style, {}).get(len(numbers))
        if level is None or level[0] == "bullet":
            mark = level[1] if level else "-"
            return mark if mark in {"-", "+", "*", "•"} else "-"
        kind, prefix, suffix, shown = level
        if not kind:
            return ""
        levels = self.lists[style]
        first = len(numbers) - shown
        figures = [
            figure(numbers[place], levels.get(place + 1, (kind, "", "", 1))[0] or "decimal")
            for place in range(max(first, 0), len(numbers))
        ]
        return f"{prefix}{'.'.join(figures)}{suffix}"

    def _frames(self, paragraph: Element) -> list[Line]:
        found: list[Line] = []
        for box in paragraph.iter(f"{_DRAW}text-box"):
            found.extend(self.lines(box, ()))
        return found

    def _table(self, table: Element) -> list[Line]:
        self.tables += 1
        number = self.tables
        rows = [
            [self._cell(cell) for cell in row if cell.tag == f"{_TABLE}table-cell"]
            for row in table.iter(f"{_TABLE}table-row")
        ]
        return table_lines(rows, number)

    def _cell(self, cell: Element) -> str:
        return "\n".join(line.text or " ".join(line.cells) for line in self.lines(cell, ()))


def _levels(style: Element) -> dict[int, tuple[str, str, str, int]]:
    found: dict[int, tuple[str, str, str, int]] = {}
    for one in style:
        depth = one.get(f"{_TEXT}level") or ""
        if not depth.isdigit():
            continue
        if one.tag == f"{_TEXT}list-level-style-bullet":
            found[int(depth)] = ("bullet", one.get(f"{_TEXT}bullet-char", "-"), "", 1)
        elif one.tag == f"{_TEXT}list-level-style-number":
            kind = _FORMATS.get(one.get(f"{_STYLE}num-format", ""), "")
            shown = one.get(f"{_TEXT}display-levels") or "1"
            suffix = one.get(f"{_STYLE}num-suffix", "")
            found[int(depth)] = (kind, one.get(f"{_STYLE}num-prefix", ""), suffix, int(shown) if shown.isdigit() else 1)
    return found


def _text(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag == f"{_TEXT}s":
            count = child.get(f"{_TEXT}c") or "1"
            yield " " * min(int(count) if count.isdigit() else 1, 200)
        elif child.tag == f"{_TEXT}tab":
            yield "\t"
        elif child.tag == f"{_TEXT}line-break":
            yield "\n"
        elif child.tag not in _SKIPPED and child.tag != f"{_DRAW}frame":
            yield from _text(child)
        yield child.tail or ""

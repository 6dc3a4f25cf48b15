"""Web pages: visible text by block, lists with their numbers, tables; scripts and links are never followed."""

import re
from collections.abc import Iterator

from danban.kit.word_numbering import figure
from danban.planreader.formats.layout import table_lines
from danban.planreader.formats.txt import decode
from danban.planreader.paper import Line

_HIDDEN = {
    "script",
    "style",
    "head",
    "template",
    "noscript",
    "nav",
    "iframe",
    "object",
    "svg",
    "button",
    "select",
    "form",
    "del",
    "s",
    "strike",
}
_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        """
        p div h1 h2 h3 h4 h5 h6 li ul ol table section article header footer main blockquote pre center tr dd dt
        dl body html address figure td th tbody thead
        """,
    )
)
_LIST_STYLES = {"1": "decimal", "I": "upperRoman", "i": "lowerRoman", "A": "upperLetter", "a": "lowerLetter"}
_DEEPEST = 200


def read(content: bytes) -> list[Line]:
    """Lines of an HTML file."""
    from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415  loaded only for pages

    tree = LexborHTMLParser(_source(content))
    walker = _Walker()
    if tree.body is not None:
        walker.walk(tree.body, 0)
    walker.flush()
    return walker.lines


def _source(content: bytes) -> str:
    match = re.search(rb"(?i)charset\s*=\s*[\"']?([\w-]+)", content[:2048])
    if match and match.group(1).lower() not in {b"utf-8", b"utf8"}:
        try:
            return content.decode(match.group(1).decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(content)


class _Walker:
    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.pieces: list[str] = []
        self.tables = 0

    def flush(self) -> None:
        words = "".join(self.pieces)
        self.pieces = []
        self.lines.extend(Line(line) for line in words.split("\n") if line.strip())

    def walk(self, node: object, depth: int) -> None:
        for child in _children(node):
            tag = getattr(child, "tag", "")
            if tag == "-text":
                self.pieces.append(re.sub(r"[ \t\r\n\f]+", " ", getattr(child, "text_content", None) or ""))
            elif tag == "br":
                self.pieces.append("\n")
            elif tag == "table" and depth < _DEEPEST:
                self.flush()
                self._table(child, depth)
            elif tag in {"ol", "ul"} and depth < _DEEPEST:
                self.flush()
                self._list(child, tag, depth)
            elif tag in _HIDDEN or tag.startswith(("-", "!")) or depth >= _DEEPEST:
                continue
            elif tag in _BLOCKS:
                self.flush()
                self.walk(child, depth + 1)
                self.flush()
            else:
                self.walk(child, depth + 1)

    def _list(self, node: object, tag: str, depth: int) -> None:
        attributes = getattr(node, "attributes", {}) or {}
        style = _LIST_STYLES.get(attributes.get("type") or "1", "decimal")
        start = attributes.get("start") or "1"
        number = int(start) if start.isdigit() else 1
        mark = ")" if style == "lowerLetter" else "."
        for item in _children(node):
            if getattr(item, "tag", "") != "li":
                continue
            self.flush()
            self.pieces.append(f"{figure(number, style)}{mark} " if tag == "ol" else "- ")
            number += 1
            self.walk(item, depth + 1)
            self.flush()

    def _table(self, node: object, depth: int) -> None:
        self.tables += 1
        number = self.tables
        rows = [
            [self._cell(cell, depth) for cell in _children(row) if getattr(cell, "tag", "") in {"td", "th"}]
            for row in _rows(node)
        ]
        self.lines.extend(table_lines(rows, number))

    def _cell(self, cell: object, depth: int) -> str:
        inner = _Walker()
        inner.tables = self.tables
        inner.walk(cell, depth + 1)
        inner.flush()
        self.tables = inner.tables
        return "\n".join(line.text or " ".join(line.cells) for line in inner.lines)


def _children(node: object) -> Iterator[object]:
    child = getattr(node, "child", None)
    while child is not None:
        yield child
        child = child.next


def _rows(node: object) -> Iterator[object]:
    for child in _children(node):
        tag = getattr(child, "tag", "")
        if tag == "tr":
            yield child
        elif tag in {"tbody", "thead", "tfoot"}:
            yield from _rows(child)

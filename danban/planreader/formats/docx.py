"""Word documents: text as accepted (insertions kept, deletions dropped), automatic numbers written out."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from danban.kit import archive
from danban.kit.refusals import BadInput
from danban.kit.word_numbering import Numbering, read_word_numbering
from danban.planreader.formats.layout import table_lines
from danban.planreader.paper import Line

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SKIPPED = {
    f"{W}del",
    f"{W}moveFrom",
    f"{W}delText",
    f"{W}instrText",
    f"{W}pPr",
    f"{W}rPr",
    f"{_MC}Fallback",
    f"{W}footnoteReference",
}


def read(content: bytes) -> list[Line]:
    """Lines of a .docx file."""
    document = archive.part(content, "word/document.xml")
    body = document.find(f"{W}body") if document is not None else None
    if body is None:
        raise BadInput("Tệp .docx này không có nội dung. Hãy mở bằng Word, lưu lại rồi thử lại.")
    numbering = read_word_numbering(
        archive.part(content, "word/numbering.xml"), archive.part(content, "word/styles.xml")
    )
    return _Reader(numbering).lines(body)


class _Reader:
    def __init__(self, numbering: Numbering) -> None:
        self.numbering = numbering
        self.tables = 0

    def lines(self, parent: Element) -> list[Line]:
        found: list[Line] = []
        for child in parent:
            if child.tag == f"{W}p":
                found.extend(self._boxes(child))
                found.extend(Line(words) for words in self._paragraph(child).split("\n"))
            elif child.tag == f"{W}tbl":
                found.extend(self._table(child))
            elif child.tag in {f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml", f"{W}smartTag"}:
                found.extend(self.lines(child))
        return found

    def _paragraph(self, paragraph: Element) -> str:
        words = "".join(_text(paragraph))
        label = self.numbering.label(paragraph) if words.strip() else ""
        return f"{label} {words.lstrip()}" if label else words

    def _boxes(self, paragraph: Element) -> list[Line]:
        """Text boxes anchored in a paragraph, as lines before it; the fallback copy is not read again."""
        found: list[Line] = []
        for box in _boxes_in(paragraph):
            found.extend(self.lines(box))
        return found

    def _table(self, table: Element) -> list[Line]:
        self.tables += 1
        number = self.tables
        rows = [[self._cell(cell) for cell in row.iter(f"{W}tc")] for row in _rows(table)]
        return table_lines(rows, number)

    def _cell(self, cell: Element) -> str:
        lines = self.lines(cell)
        return "\n".join(line.text or " ".join(line.cells) for line in lines)


def _rows(table: Element) -> Iterator[Element]:
    for child in table:
        if child.tag == f"{W}tr":
            yield child
        elif child.tag in {f"{W}sdt", f"{W}sdtContent", f"{W}ins"}:
            yield from _rows(child)


def _boxes_in(element: Element) -> Iterator[Element]:
    for child in element:
        if child.tag == f"{W}txbxContent":
            yield child
        elif child.tag not in _SKIPPED:
            yield from _boxes_in(child)


def _text(element: Element) -> Iterator[str]:
    for child in element:
        if child.tag in _SKIPPED or child.tag == f"{W}txbxContent":
            continue
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in {f"{W}tab", f"{W}ptab"}:
            yield "\t"
        elif child.tag in {f"{W}br", f"{W}cr"}:
            yield "\n"
        elif child.tag == f"{W}noBreakHyphen":
            yield "-"
        else:
            yield from _text(child)

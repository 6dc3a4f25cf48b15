"""Walk a document in its order: paragraphs as printed lines, in tables, text boxes and content controls too.

Tracked changes are read as accepted: what was inserted stands, what was deleted does not.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from danban.kit.refusals import BadInput
from danban.kit.vietnamese import nfc, squeeze
from danban.kit.word_numbering import Numbering, read_word_numbering
from danban.papers.check.found import FoundLine, FoundRun
from danban.papers.check.word.opening import Package, W
from danban.papers.check.word.spacing import placed
from danban.papers.check.word.styles import Look, Styles, layout_of, value_of

MAX_PARAGRAPHS = 20_000
MAX_NESTED = 12
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_V = "{urn:schemas-microsoft-com:vml}"
_GONE = {f"{W}del", f"{W}moveFrom", f"{W}delText", f"{W}pPr", f"{W}rPr", f"{_MC}Fallback", f"{W}instrText"}
_AROUND = {f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}moveTo", f"{W}customXml", f"{W}smartTag"}
_LINES = {"line", "straightConnector1"}
_TWISTED = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}


@dataclass
class _Above:
    """What stood between the last line of words and the next one."""

    empties: int = 0


class Walk:
    """The lines of one document; ``drawn`` counts drawn lines met on the way."""

    def __init__(self, package: Package, styles: Styles) -> None:
        self.styles = styles
        self.numbering: Numbering = read_word_numbering(package.numbering, package.styles)
        self.lines: list[FoundLine] = []
        self.drawn = 0
        self._paragraphs = self._tables = 0
        self._above = _Above()
        self._below = styles.look
        if sum(1 for _ in package.body.iter(f"{W}p")) > MAX_PARAGRAPHS:
            raise BadInput("Văn bản dài quá 20.000 đoạn nên không kiểm tra được. Hãy tách phụ lục ra tệp riêng.")
        self._blocks(package.body, None, 0)

    def _blocks(self, parent: Element, cell: tuple[int, int, int] | None, depth: int) -> None:
        for child in parent:
            if child.tag == f"{W}p":
                self._paragraph(child, cell, depth)
            elif child.tag == f"{W}tbl":
                self._table(child, depth + 1)
            elif child.tag in _AROUND:
                self._blocks(child, cell, depth)

    def _table(self, table: Element, depth: int) -> None:
        if depth > MAX_NESTED:
            raise BadInput(
                "Bảng lồng trong bảng quá nhiều tầng nên không kiểm tra được. Hãy bỏ bớt các bảng lồng nhau."
            )
        self._tables += 1
        number = self._tables
        style = value_of(table.find(f"{W}tblPr"), "tblStyle")
        outer, self._below = self._below, self.styles.style_look(style).over(self.styles.look)
        for at_row, row in enumerate(_inside(table, f"{W}tr"), start=1):
            for at_column, one in enumerate(_inside(row, f"{W}tc"), start=1):
                self._above = _Above()
                self._blocks(one, (number, at_row, at_column), depth)
        self._above, self._below = _Above(), outer

    def _paragraph(self, paragraph: Element, cell: tuple[int, int, int] | None, depth: int) -> None:
        for box in _boxes(paragraph):
            if depth > MAX_NESTED:
                raise BadInput("Khung chữ lồng nhau quá nhiều tầng nên không kiểm tra được.")
            self._blocks(box, cell, depth + 1)
        properties = paragraph.find(f"{W}pPr")
        style = self.styles.paragraph_style(properties)
        runs = list(self._runs(paragraph, self.styles.style_look(style)))
        drawn = _drawn_lines(paragraph)
        self.drawn += drawn
        text = squeeze("".join(run.text for run in runs))
        if not text or not text.strip("_-–—=─. *"):
            self._empty(properties, drawn=drawn, letters=text)
            return
        self._paragraphs += 1
        mark = self.numbering.label(paragraph)
        if mark:
            runs.insert(0, replace(runs[0], text=f"{mark} "))
        rule = "border" if _has_border(properties, "bottom") else "drawing" if drawn else ""
        self._add(runs, self._layout(properties, style), cell, rule=rule, is_listed=bool(mark))

    def _layout(self, properties: Element | None, style: str) -> dict[str, str]:
        return {**self.styles.layout, **self.styles.style_layout(style), **layout_of(properties)}

    def _add(
        self, runs: list[FoundRun], layout: dict[str, str], cell: tuple[int, int, int] | None, *, rule: str,
        is_listed: bool,
    ) -> None:  # fmt: skip
        printed = _printed(runs)
        for index, parts in enumerate(printed):
            line = FoundLine(
                order=len(self.lines) + 1,
                paragraph=self._paragraphs,
                text=squeeze("".join(run.text for run in parts)),
                runs=parts,
                cell=cell,
                empties=self._above.empties if index == 0 else 0,
                is_continued=index > 0,
                is_listed=is_listed,
                rule=rule if index == len(printed) - 1 else "",
            )
            self.lines.append(placed(line, layout))
        self._above = _Above()

    def _empty(self, properties: Element | None, *, drawn: int, letters: str) -> None:
        """A paragraph without words: a gap, or the rule under the line above it."""
        self._above.empties += 1
        kind = "drawing" if drawn else "letters" if len(letters) >= 3 else ""
        if _has_border(properties, "top") or _has_border(properties, "bottom"):
            kind = "border"
        if kind and self.lines and not self.lines[-1].rule:
            self.lines[-1] = replace(self.lines[-1], rule=kind)

    def _runs(self, paragraph: Element, paragraph_look: Look) -> Iterator[FoundRun]:
        for run, is_link in _run_elements(paragraph, is_link=False):
            look = self.styles.run_look(run.find(f"{W}rPr"), below=self._below, paragraph=paragraph_look)
            text = "" if look.is_hidden else nfc("".join(_text(run)))
            if text:
                yield _found_run(text, look, is_link=is_link)


def _found_run(text: str, look: Look, *, is_link: bool) -> FoundRun:
    letters = [letter for letter in text if letter.isalnum()] or list(text.strip())
    fonts = {look.ascii_font if letter.isascii() else look.other_font for letter in letters}
    return FoundRun(
        text=text.upper() if look.is_capital else text,
        size=look.size or 10.0,
        bold=bool(look.bold),
        italic=bool(look.italic),
        fonts=tuple(sorted(font for font in fonts if font)),
        is_black=_is_black(look.colour or "auto"),
        is_link=is_link,
        is_underlined=bool(look.underline),
    )


def _is_black(colour: str) -> bool:
    """Whether a colour prints as black: automatic, or dark beyond telling apart."""
    try:
        return colour == "auto" or all(int(colour[at : at + 2], 16) <= 0x20 for at in (0, 2, 4))
    except ValueError:
        return True


def _printed(runs: list[FoundRun]) -> list[tuple[FoundRun, ...]]:
    """The runs of a paragraph cut at its line breaks; lines without words are left out."""
    lines: list[list[FoundRun]] = [[]]
    for run in runs:
        for index, words in enumerate(run.text.split("\n")):
            if index:
                lines.append([])
            if words:
                lines[-1].append(replace(run, text=words))
    return [tuple(line) for line in lines if squeeze("".join(run.text for run in line))]


def _inside(parent: Element, tag: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, through content controls and tracked changes."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _AROUND:
            yield from _inside(child, tag)


def _run_elements(parent: Element, *, is_link: bool) -> Iterator[tuple[Element, bool]]:
    for child in parent:
        if child.tag == f"{W}r":
            yield child, is_link
        elif child.tag not in _GONE:
            yield from _run_elements(child, is_link=is_link or child.tag == f"{W}hyperlink")


def _text(run: Element) -> Iterator[str]:
    for child in run:
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in _TWISTED:
            yield _TWISTED[child.tag]


def _boxes(element: Element) -> Iterator[Element]:
    for child in element:
        if child.tag == f"{W}txbxContent":
            yield child
        elif child.tag not in _GONE:
            yield from _boxes(child)


def _drawn_lines(element: Element) -> int:
    """Lines drawn in a paragraph, each counted once; the copy for older programs is not."""
    count = 0
    for child in element:
        if child.tag in {f"{_MC}Fallback", f"{W}txbxContent"}:
            continue
        if child.tag == f"{_V}line" or (child.tag == f"{_A}prstGeom" and child.get("prst") in _LINES):
            count += 1
        else:
            count += _drawn_lines(child)
    return count


def _has_border(properties: Element | None, side: str) -> bool:
    border = properties.find(f"{W}pBdr/{W}{side}") if properties is not None else None
    return border is not None and border.get(f"{W}val", "none") not in {"none", "nil"}

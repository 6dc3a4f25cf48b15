"""What stands in a .docx: pages, lines with the font, size and place they really have, styles resolved."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from docx import Document
from docx.document import Document as DocumentType
from docx.oxml.ns import qn
from docx.section import Section
from docx.styles.style import ParagraphStyle
from docx.table import Table
from docx.text.paragraph import Paragraph

from danban.kit.vietnamese import squeeze

_MM_A_TWIP = 25.4 / 1440
_ALIGNED = {"both": "justify", "distribute": "justify", "start": "left", "end": "right"}


@dataclass(frozen=True)
class FoundRun:
    """A stretch of text: ``size`` in points, None where nothing says it; ``font`` "" likewise."""

    text: str
    size: float | None
    bold: bool
    italic: bool
    font: str
    is_black: bool = True


@dataclass(frozen=True)
class FoundLine:
    """A paragraph with words. ``number`` counts those from 1; ``cell`` is (table, row, column) or None.

    ``first`` and ``left`` are indents in mm, ``after`` and ``before`` points, ``spacing`` a multiple of the line.
    """

    number: int
    text: str
    runs: tuple[FoundRun, ...]
    align: str
    first: float
    left: float
    before: float
    after: float
    spacing: float | None
    cell: tuple[int, int, int] | None

    @property
    def sizes(self) -> set[float]:
        """Every size the line has."""
        return {run.size for run in self.runs if run.size is not None and run.text.strip()}

    @property
    def is_bold(self) -> bool:
        """Whether all its words are bold."""
        return all(run.bold for run in self.runs if run.text.strip())

    @property
    def is_italic(self) -> bool:
        """Whether all its words are italic."""
        return all(run.italic for run in self.runs if run.text.strip())

    @property
    def is_upper(self) -> bool:
        """Whether its letters are capitals."""
        return self.text.upper() == self.text and any(letter.isalpha() for letter in self.text)


@dataclass(frozen=True)
class FoundPage:
    """A section's page in mm, and what stands in its head."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    has_number: bool
    number_is_centred: bool
    number_in_foot: bool
    first_differs: bool


@dataclass(frozen=True)
class Found:
    """A document as read."""

    pages: tuple[FoundPage, ...]
    lines: tuple[FoundLine, ...]


def read_docx(content: bytes) -> Found:
    """Read the bytes of a .docx. The caller has made sure that they may be unpacked."""
    document = Document(io.BytesIO(content))
    reading = _Reading(document)
    lines = tuple(reading.lines())
    return Found(tuple(_page(section) for section in document.sections), lines)


class _Reading:
    """Walks a document in its order and resolves what each run looks like."""

    def __init__(self, document: DocumentType) -> None:
        self.document = document
        self.tables = 0
        self.number = 0
        styles = document.styles.element
        defaults = styles.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
        self.size = _half_points(defaults) or 10.0
        self.font = _font(defaults) or ""

    def lines(self) -> Iterator[FoundLine]:
        for block in self.document.iter_inner_content():
            yield from self._block(block, None)

    def _block(self, block: Paragraph | Table, cell: tuple[int, int, int] | None) -> Iterator[FoundLine]:
        if isinstance(block, Paragraph):
            line = self._line(block, cell)
            if line:
                yield line
            return
        self.tables += 1
        table = self.tables
        seen = set()
        for at_row, row in enumerate(block.rows):
            for at_column, one in enumerate(row.cells):
                if one._tc in seen:  # noqa: SLF001 - merged cells come again
                    continue
                seen.add(one._tc)  # noqa: SLF001
                for inner in one.iter_inner_content():
                    yield from self._block(inner, (table, at_row, at_column))

    def _line(self, paragraph: Paragraph, cell: tuple[int, int, int] | None) -> FoundLine | None:
        text = squeeze(paragraph.text)
        if not text:
            return None
        self.number += 1
        first, left = _indents(paragraph)
        return FoundLine(
            number=self.number,
            text=text,
            runs=tuple(self._runs(paragraph)),
            align=_alignment(paragraph),
            first=first,
            left=left,
            before=_points(paragraph, "space_before"),
            after=_points(paragraph, "space_after"),
            spacing=_spacing(paragraph),
            cell=cell,
        )

    def _runs(self, paragraph: Paragraph) -> Iterator[FoundRun]:
        base = list(_chain(paragraph.style))
        for run in paragraph.runs:
            if not run.text:
                continue
            chain = [run, *_chain(run.style), *base]
            fonts = [one.font for one in chain]
            size = next((font.size.pt for font in fonts if font.size is not None), self.size)
            name = next((font.name for font in fonts if font.name), self.font)
            bold = next((font.bold for font in fonts if font.bold is not None), False)
            italic = next((font.italic for font in fonts if font.italic is not None), False)
            colour = next((font.color.rgb for font in fonts if font.color and font.color.rgb is not None), None)
            capitals = next((font.all_caps for font in fonts if font.all_caps is not None), False)
            text = run.text.upper() if capitals else run.text
            yield FoundRun(
                text, float(size), bool(bold), bool(italic), str(name), colour is None or str(colour) == "000000"
            )


def _chain(style: Any) -> Iterator[Any]:
    """A style and those it is based on."""
    steps = 0
    while style is not None and steps < 20:
        yield style
        style, steps = getattr(style, "base_style", None), steps + 1


def _half_points(properties: Any) -> float | None:
    size = properties.find(qn("w:sz")) if properties is not None else None
    return float(size.get(qn("w:val"))) / 2 if size is not None else None


def _font(properties: Any) -> str | None:
    fonts = properties.find(qn("w:rFonts")) if properties is not None else None
    return str(fonts.get(qn("w:ascii")) or "") if fonts is not None else None


def _alignment(paragraph: Paragraph) -> str:
    elements: list[Any] = [paragraph._p, *(style.element for style in _paragraph_styles(paragraph))]  # noqa: SLF001
    for element in elements:
        properties = element.pPr
        chosen = properties.find(qn("w:jc")) if properties is not None else None
        if chosen is not None:
            value = str(chosen.get(qn("w:val")))
            return _ALIGNED.get(value, value)
    return "left"


def _paragraph_styles(paragraph: Paragraph) -> Iterator[ParagraphStyle]:
    return (style for style in _chain(paragraph.style) if isinstance(style, ParagraphStyle))


def _formats(paragraph: Paragraph) -> Iterator[Any]:
    yield paragraph.paragraph_format
    for style in _paragraph_styles(paragraph):
        yield style.paragraph_format


def _indents(paragraph: Paragraph) -> tuple[float, float]:
    found = list(_formats(paragraph))
    first = next((one.first_line_indent for one in found if one.first_line_indent is not None), None)
    left = next((one.left_indent for one in found if one.left_indent is not None), None)
    return (round(first.mm, 1) if first is not None else 0.0, round(left.mm, 1) if left is not None else 0.0)


def _points(paragraph: Paragraph, name: str) -> float:
    value = next((getattr(one, name) for one in _formats(paragraph) if getattr(one, name) is not None), None)
    return float(value.pt) if value is not None else 0.0


def _spacing(paragraph: Paragraph) -> float | None:
    """The line spacing as a multiple; None where it is given in points."""
    value = next((one.line_spacing for one in _formats(paragraph) if one.line_spacing is not None), 1.0)
    return float(value) if isinstance(value, float) else None


def _page(section: Section) -> FoundPage:
    def mm(length: Any) -> float:
        return round(length.mm, 1) if length is not None else 0.0

    header, footer = section.header._element, section.footer._element  # noqa: SLF001
    numbered = [paragraph for paragraph in section.header.paragraphs if _has_page_field(paragraph._p)]  # noqa: SLF001
    return FoundPage(
        mm(section.page_width), mm(section.page_height), mm(section.top_margin), mm(section.bottom_margin),
        mm(section.left_margin), mm(section.right_margin),
        has_number=_has_page_field(header) or _has_page_field(footer),
        number_is_centred=any(_alignment(paragraph) == "center" for paragraph in numbered),
        number_in_foot=_has_page_field(footer),
        first_differs=section.different_first_page_header_footer,
    )  # fmt: skip


def _has_page_field(element: Any) -> bool:
    codes = [code.text or "" for code in element.iter(qn("w:instrText"))]
    codes += [str(field.get(qn("w:instr"))) for field in element.iter(qn("w:fldSimple"))]
    return any(code.split()[:1] == ["PAGE"] for code in codes)

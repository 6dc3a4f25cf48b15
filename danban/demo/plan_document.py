"""The demonstration plan as an office would send it: a .docx with the two-column head of an official paper."""

import io
from collections.abc import Sequence
from importlib import resources

from docx import Document
from docx.document import Document as DocumentType
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

_HEAD_LINES = 4
_FONT = "Times New Roman"


def plan_text(scheme: str) -> str:
    """The demonstration plan of a scheme, in our own words."""
    return (resources.files("danban.demo") / "data" / f"plan-{scheme}.txt").read_text(encoding="utf-8")


def build_docx(text: str) -> bytes:
    """The text as a .docx: the first four lines become the head, short capital lines are centred and bold."""
    document = Document()
    _set_page(document)
    lines = text.splitlines()
    _write_head(document, lines[:_HEAD_LINES])
    for line in lines[_HEAD_LINES:]:
        if line.strip():
            _write_line(document, line)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def plain_docx(title: str, lines: Sequence[str]) -> bytes:
    """A heading and paragraphs as a .docx: what an office would attach."""
    document = Document()
    document.add_heading(title, level=1)
    for line in lines:
        document.add_paragraph(line)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _set_page(document: DocumentType) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    style = document.styles["Normal"]
    style.font.name, style.font.size = _FONT, Pt(13)


def _write_head(document: DocumentType, lines: list[str]) -> None:
    half = _HEAD_LINES // 2
    table = document.add_table(rows=1, cols=2)
    for cell, some in zip(table.rows[0].cells, (lines[:half], lines[half:]), strict=True):
        cell.paragraphs[0].text = some[0]
        _centre(cell.paragraphs[0], bold=True)
        for line in some[1:]:
            _centre(cell.add_paragraph(line), bold=True)


def _write_line(document: DocumentType, line: str) -> None:
    paragraph = document.add_paragraph(line)
    if line.isupper() and len(line) < 60 and not line[:2].strip("IVX. "):
        paragraph.runs[0].bold = True
    elif line.isupper():
        _centre(paragraph, bold=True)
    else:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        paragraph.paragraph_format.first_line_indent = Mm(12.7)


def _centre(paragraph: Paragraph, *, bold: bool) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for run in paragraph.runs:
        run.bold = bold

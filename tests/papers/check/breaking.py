"""Break one thing of a .docx, as somebody would in Word, and leave all else as it was."""

import io
from collections.abc import Callable, Iterator

from docx import Document
from docx.document import Document as DocumentType
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

Break = Callable[[DocumentType], None]


def broken(content: bytes, change: Break) -> bytes:
    """The .docx after the change."""
    document = Document(io.BytesIO(content))
    change(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def paragraphs(document: DocumentType) -> Iterator[Paragraph]:
    """Every paragraph with words, those in tables too, in order."""
    for element in document.element.body.iter(qn("w:p")):
        paragraph = Paragraph(element, document._body)
        if paragraph.text.strip():
            yield paragraph


def line(document: DocumentType, beginning: str) -> Paragraph:
    """The first paragraph that begins so."""
    return next(one for one in paragraphs(document) if one.text.startswith(beginning))


def says(beginning: str, words: str) -> Break:
    """A line says something else, in the look it had."""

    def change(document: DocumentType) -> None:
        runs = line(document, beginning).runs
        runs[0].text = words
        for run in runs[1:]:
            run.text = ""

    return change


def replaces(old: str, new: str) -> Break:
    """Words within a line are others."""

    def change(document: DocumentType) -> None:
        run = next(run for one in paragraphs(document) for run in one.runs if old in run.text)
        run.text = run.text.replace(old, new, 1)

    return change


def sized(beginning: str, points: float) -> Break:
    """A line in another size."""

    def change(document: DocumentType) -> None:
        for run in line(document, beginning).runs:
            run.font.size = Pt(points)

    return change


def styled(beginning: str, *, bold: bool | None = None, italic: bool | None = None) -> Break:
    """A line bold or italic, or neither."""

    def change(document: DocumentType) -> None:
        for run in line(document, beginning).runs:
            run.bold = run.bold if bold is None else bold
            run.italic = run.italic if italic is None else italic

    return change


def drops(beginning: str) -> Break:
    """A line is gone."""

    def change(document: DocumentType) -> None:
        element = line(document, beginning)._p
        holder = element.getparent()
        if holder.tag == qn("w:tc") and len(holder.findall(qn("w:p"))) == 1:
            holder.append(OxmlElement("w:p"))
        holder.remove(element)

    return change


def formats(beginning: str, **values: object) -> Break:
    """A paragraph's format is another; ``alignment`` too."""

    def change(document: DocumentType) -> None:
        paragraph = line(document, beginning)
        for name, value in values.items():
            setattr(paragraph if name == "alignment" else paragraph.paragraph_format, name, value)

    return change


def page(**values: float) -> Break:
    """The first section's page, in mm."""

    def change(document: DocumentType) -> None:
        for name, value in values.items():
            setattr(document.sections[0], name, Mm(value))

    return change


def in_font(beginning: str, font: str) -> Break:
    """A line in another font."""

    def change(document: DocumentType) -> None:
        for run in line(document, beginning).runs:
            run.font.name = font

    return change


def coloured(beginning: str) -> Break:
    """A line in red."""

    def change(document: DocumentType) -> None:
        for run in line(document, beginning).runs:
            run.font.color.rgb = RGBColor(200, 0, 0)

    return change


def numbered_everywhere(document: DocumentType) -> None:
    """The number stands on the first page too."""
    document.sections[0].different_first_page_header_footer = False


def numbered_at_foot(document: DocumentType) -> None:
    """The number moves to the foot of the page."""
    section = document.sections[0]
    number = section.header.paragraphs[0]._p
    section.footer.paragraphs[0]._p.addprevious(number)
    section.header._element.append(OxmlElement("w:p"))


def numbered_left(document: DocumentType) -> None:
    """The number stands at the left."""
    document.sections[0].header.paragraphs[0].alignment = 0


def without_rules(document: DocumentType) -> None:
    """No line is drawn under anything."""
    for border in list(document.element.body.iter(qn("w:pBdr"))):
        border.getparent().remove(border)


def moved_after(beginning: str, other: str) -> Break:
    """A line stands after another."""

    def change(document: DocumentType) -> None:
        line(document, other)._p.addnext(line(document, beginning)._p)

    return change

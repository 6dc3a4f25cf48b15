"""Write a paper as a .docx an official goes on editing in Word: paragraphs, tables for what stands side by side."""

import io
from copy import deepcopy
from functools import lru_cache

import segno
from docx import Document
from docx.document import Document as DocumentType
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.section import CT_SectPr
from docx.section import Section
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from danban.papers.forms import Form
from danban.papers.layout import lay_out
from danban.papers.paper import Paper
from danban.papers.sheet import Sheet
from danban.papers.wordml import RULE_STYLE, SPACER, columns_xml, printed_xml, run_xml

_RULE_HEIGHT = 3.0
_QR_MM = 18


def write_docx(paper: Paper) -> bytes:
    """The paper as .docx bytes."""
    return docx_of(lay_out(paper))


def docx_of(sheet: Sheet) -> bytes:
    """A laid-out paper as .docx bytes."""
    document = Document(io.BytesIO(_blank(sheet.form)))
    width = sheet.form.text_width
    _append(document, columns_xml(sheet.head, width=width) + printed_xml(sheet.body, width=width))
    _append(document, columns_xml(sheet.foot, width=width) + SPACER)
    if sheet.check_address:
        _write_check_code(document, sheet)
    for annex in sheet.annexes:
        _begin_annex(document)
        _append(document, printed_xml(annex, width=width) + SPACER)
    _describe(document, sheet)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


@lru_cache(maxsize=8)
def _blank(form: Form) -> bytes:
    """A document of a form without a word: styles, page, numbers of pages. Made once, it costs more than a paper."""
    document = Document()
    _set_styles(document, form)
    _set_page(document.sections[0], form)
    _number_pages(document.sections[0], form)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _set_styles(document: DocumentType, form: Form) -> None:
    normal = document.styles["Normal"]
    assert isinstance(normal, ParagraphStyle)
    normal.font.name, normal.font.size = form.font, Pt(form.body.size.ours)
    normal.font.color.rgb = RGBColor(0, 0, 0)
    properties = normal.element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    for script in ("w:eastAsia", "w:cs", "w:hAnsi", "w:ascii"):
        fonts.set(qn(script), form.font)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "vi-VN")
    properties.append(language)
    normal.paragraph_format.space_after = normal.paragraph_format.space_before = Pt(0)
    rule = document.styles.add_style("Đường kẻ", WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(rule, ParagraphStyle)
    rule.base_style, rule.font.size = normal, Pt(_RULE_HEIGHT)
    rule.element.set(qn("w:styleId"), RULE_STYLE)


def _set_page(section: Section, form: Form) -> None:
    section.page_width, section.page_height = Mm(form.page_width), Mm(form.page_height)
    section.top_margin, section.bottom_margin = Mm(form.top.ours), Mm(form.bottom.ours)
    section.left_margin, section.right_margin = Mm(form.left.ours), Mm(form.right.ours)
    section.header_distance = section.footer_distance = Mm(10)


def _number_pages(section: Section, form: Form) -> None:
    """Arabic numbers, centred in the top margin, none on the first page."""
    section.different_first_page_header_footer = True
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run()
    run.font.size = Pt(form.page_number.size.ours)
    for kind, text in (("begin", ""), ("", " PAGE "), ("end", "")):
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        else:
            part.text = text
        run._r.append(part)  # noqa: SLF001 - python-docx has no field of its own


def _append(document: DocumentType, xml: str) -> None:
    """Put paragraphs and tables at the end of the last section."""
    section = _last_section(document)
    for element in parse_xml(f"<w:body {nsdecls('w')}>{xml}</w:body>"):
        section.addprevious(element)


def _last_section(document: DocumentType) -> CT_SectPr:
    last = document.element.body.sectPr
    assert isinstance(last, CT_SectPr)
    return last


def _begin_annex(document: DocumentType) -> None:
    """End the section with what has been written; the next one begins on a new page, numbered from one again."""
    last = _last_section(document)
    paragraph = parse_xml(SPACER.replace("<w:p>", f"<w:p {nsdecls('w')}>", 1))
    paragraph.get_or_add_pPr().append(deepcopy(last))
    last.addprevious(paragraph)
    for reference in last.findall(qn("w:headerReference")):
        last.remove(reference)  # without one of its own a section has the head of the one before
    if last.find(qn("w:pgNumType")) is None:
        start = OxmlElement("w:pgNumType")
        start.set(qn("w:start"), "1")
        last.find(qn("w:pgMar")).addnext(start)


def _write_check_code(document: DocumentType, sheet: Sheet) -> None:
    picture = io.BytesIO()
    segno.make_qr(sheet.check_address, error="m").save(picture, kind="png", scale=4, border=1)
    picture.seek(0)
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_before = Pt(12)
    middle = OxmlElement("w:textAlignment")
    middle.set(qn("w:val"), "center")
    paragraph._p.get_or_add_pPr().append(middle)  # noqa: SLF001
    paragraph.add_run().add_picture(picture, width=Mm(_QR_MM))
    words = run_xml(f"  {sheet.check_text}", 10, bold=False, italic=True)
    paragraph._p.append(parse_xml(words.replace("<w:r>", f"<w:r {nsdecls('w')}>", 1)))  # noqa: SLF001


def _describe(document: DocumentType, sheet: Sheet) -> None:
    core = document.core_properties
    core.title, core.author, core.language = sheet.title[:250], sheet.author[:250], "vi-VN"
    core.comments = core.keywords = ""

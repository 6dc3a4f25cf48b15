"""Write a paper as a .docx an official goes on editing in Word: real styles, tables for what stands side by side."""

import io
from collections.abc import Sequence

import segno
from docx import Document
from docx.document import Document as DocumentType
from docx.enum.section import WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table as WordTable
from docx.table import _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run as WordRun

from danban.papers.forms import Form
from danban.papers.layout import Columns, Grid, Line, Printed, Sheet, lay_out
from danban.papers.paper import Paper

_ALIGNED = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
}
_RULE_HEIGHT = 3.0
_QR_MM = 18


def write_docx(paper: Paper) -> bytes:
    """The paper as .docx bytes."""
    return docx_of(lay_out(paper))


def docx_of(sheet: Sheet) -> bytes:
    """A laid-out paper as .docx bytes."""
    document = Document()
    form = sheet.form
    _set_styles(document, sheet)
    section = document.sections[0]
    _set_page(section, form)
    _number_pages(section, form)
    width = form.page_width - form.left.ours - form.right.ours
    for columns in sheet.head:
        _write_columns(document, columns, width)
    _write_all(document, sheet.body, width)
    document.add_paragraph().paragraph_format.space_after = Pt(6)
    for columns in sheet.foot:
        _write_columns(document, columns, width)
    if sheet.check_address:
        _write_check_code(document, sheet)
    for annex in sheet.annexes:
        _begin_annex(document, form)
        _write_all(document, annex, width)
    _describe(document, sheet)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _set_styles(document: DocumentType, sheet: Sheet) -> None:
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = sheet.form.font, Pt(sheet.body_size)
    normal.font.color.rgb = RGBColor(0, 0, 0)
    fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:eastAsia", "w:cs", "w:hAnsi", "w:ascii"):
        fonts.set(qn(script), sheet.form.font)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "vi-VN")
    normal.element.get_or_add_rPr().append(language)
    normal.paragraph_format.space_after = normal.paragraph_format.space_before = Pt(0)
    rule = document.styles.add_style("Đường kẻ", WD_STYLE_TYPE.PARAGRAPH)
    rule.base_style, rule.font.size = normal, Pt(_RULE_HEIGHT)


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


def _begin_annex(document: DocumentType, form: Form) -> None:
    """An annex begins a section whose pages are numbered from one again."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    _set_page(section, form)
    start = OxmlElement("w:pgNumType")
    start.set(qn("w:start"), "1")
    section._sectPr.append(start)  # noqa: SLF001


def _write_all(holder: DocumentType | _Cell, printed: Sequence[Printed], width: float) -> None:
    for one in printed:
        if isinstance(one, Line):
            _write_line(holder.add_paragraph(), one, width)
            _write_rule(holder, one, width)
        else:
            _write_grid(holder, one, width)


def _write_line(paragraph: Paragraph, line: Line, width: float) -> None:  # noqa: ARG001
    layout = paragraph.paragraph_format
    paragraph.alignment = _ALIGNED[line.align]
    layout.space_before, layout.space_after = Pt(line.before), Pt(0 if line.rule else line.after)
    layout.line_spacing = line.spacing
    if line.left:
        layout.left_indent = Mm(line.left)
    if line.first:
        layout.first_line_indent = Mm(line.first)
    layout.keep_with_next = True if line.keeps or line.rule else None
    for run in line.runs:
        _style(paragraph.add_run(run.text), line.size, bold=run.bold, italic=run.italic)


def _style(run: WordRun, size: float, *, bold: bool, italic: bool) -> None:
    run.font.size = Pt(size)
    run.bold, run.italic = bold or None, italic or None


def _write_rule(holder: DocumentType | _Cell, line: Line, width: float) -> None:
    """A rule is the upper border of an empty paragraph indented until it is as long as the rule."""
    if not line.rule:
        return
    paragraph = holder.add_paragraph(style="Đường kẻ")
    side = Mm(max((width - line.rule) / 2, 0))
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = side
    paragraph.paragraph_format.space_after = Pt(line.after)
    borders = OxmlElement("w:pBdr")
    top = OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        top.set(qn(f"w:{name}"), value)
    borders.append(top)
    paragraph._p.get_or_add_pPr().insert_element_before(borders, "w:spacing", "w:ind", "w:jc")  # noqa: SLF001


def _write_columns(document: DocumentType, columns: Columns, width: float) -> None:
    table = document.add_table(rows=1, cols=len(columns.cells))
    table.autofit, table.alignment = False, WD_TABLE_ALIGNMENT.CENTER
    _set_widths(table, [share * width for share in columns.shares])
    _drop_cell_margins(table)
    for cell, lines, share in zip(table.rows[0].cells, columns.cells, columns.shares, strict=True):
        _write_all(cell, lines, share * width)
        _drop_first_paragraph(cell, has_more=bool(lines))
    _never_split(table)


def _drop_cell_margins(table: WordTable) -> None:
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), "0")
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    table._tbl.tblPr.append(margins)  # noqa: SLF001


def _drop_first_paragraph(cell: _Cell, *, has_more: bool) -> None:
    """A new cell holds an empty paragraph that would push the lines down."""
    if has_more:
        first = cell.paragraphs[0]._p  # noqa: SLF001
        first.getparent().remove(first)


def _set_widths(table: WordTable, widths: Sequence[float]) -> None:
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)


def _never_split(table: WordTable) -> None:
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001


def _write_grid(holder: DocumentType | _Cell, grid: Grid, width: float) -> None:
    rows = [grid.titles, *grid.rows, *([grid.total] if grid.total else [])]
    table = holder.add_table(len(rows), len(grid.titles))
    table.style = "Table Grid"
    table.autofit, table.alignment = False, WD_TABLE_ALIGNMENT.CENTER
    _set_widths(table, [share * width for share in grid.shares])
    last = len(rows) - 1
    for number, (row, texts) in enumerate(zip(table.rows, rows, strict=True)):
        is_strong = number == 0 or (bool(grid.total) and number == last)
        for cell, text, stands in zip(row.cells, texts, grid.aligns, strict=True):
            paragraph = cell.paragraphs[0]
            paragraph.alignment = _ALIGNED["center" if number == 0 else stands]
            _style(paragraph.add_run(text), grid.size, bold=is_strong, italic=False)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001
    _never_split(table)


def _write_check_code(document: DocumentType, sheet: Sheet) -> None:
    picture = io.BytesIO()
    segno.make_qr(sheet.check_address, error="m").save(picture, kind="png", scale=4, border=1)
    picture.seek(0)
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_before = Pt(12)
    paragraph.add_run().add_picture(picture, width=Mm(_QR_MM))
    _style(paragraph.add_run(f"  {sheet.check_text}"), 10, bold=False, italic=True)


def _describe(document: DocumentType, sheet: Sheet) -> None:
    core = document.core_properties
    core.title, core.author, core.language = sheet.title[:250], sheet.author[:250], "vi-VN"
    core.comments = core.keywords = ""

"""Files as people make them in Word by hand, read as Word prints them."""

import io
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest
from docx import Document
from docx.document import Document as DocumentType
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGNED
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

from danban.papers.check.found import Found
from danban.papers.check.parts import name_parts
from danban.papers.check.remark import Component
from danban.papers.check.report import Report, inspect_found
from danban.papers.check.word.reading import read_docx
from danban.papers.paper import Profile

DAY = "Phúc Xá, ngày 05 tháng 01 năm 2023"
LONG = "Tổ chức hội nghị bảo đảm dân chủ, thiết thực, tiết kiệm, đúng thời gian và thành phần theo kế hoạch đã đề ra"


def by_hand(change: Callable[[DocumentType], None] = lambda _: None) -> bytes:
    """A plan typed in Word: no table, halves of the head set apart by tabs, styles of its own; without a fault."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(30), Mm(20)
    section.top_margin = section.bottom_margin = Mm(20)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(14)
    normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(6), 1.0
    _halves(document, ("ỦY BAN NHÂN DÂN", 13, "b"), ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, "b"))
    _halves(document, ("PHƯỜNG PHÚC XÁ", 13, "b"), ("Độc lập - Tự do - Hạnh phúc", 13, "b"))
    _halves(document, ("Số: 07/KH-UBND", 13, ""), (DAY, 13, "i"))
    for words in ("KẾ HOẠCH", "Tổ chức hội nghị năm 2023"):
        title = document.add_paragraph()
        title.alignment = ALIGNED.CENTER
        title.add_run(words).bold = True
    for words in ("1. " + LONG + ".", "2. " + LONG + "./."):
        text = document.add_paragraph(words)
        text.alignment, text.paragraph_format.first_line_indent = ALIGNED.JUSTIFY, Mm(12.7)
    _halves(document, ("Nơi nhận:", 12, "bi"), ("TM. ỦY BAN NHÂN DÂN", 14, "b"))
    _halves(document, ("- UBND quận;", 11, ""), ("CHỦ TỊCH", 14, "b"))
    document.add_paragraph().add_run("- Lưu: VT.").font.size = Pt(11)
    name = document.add_paragraph()
    name.paragraph_format.space_before, name.alignment = Pt(60), ALIGNED.RIGHT
    name.add_run("Trần Văn Bình").bold = True
    change(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _halves(document: DocumentType, *halves: tuple[str, float, str]) -> None:
    paragraph = document.add_paragraph()
    for at, (words, size, style) in enumerate(halves):
        run = paragraph.add_run(("\t\t" if at else "") + words)
        run.font.size, run.bold, run.italic = Pt(size), "b" in style, "i" in style


def read(change: Callable[[DocumentType], None] = lambda _: None) -> Found:
    return read_docx(by_hand(change))


def checked(change: Callable[[DocumentType], None] = lambda _: None) -> Report:
    return inspect_found(read(change), Profile.STATE)


def told(report: Report) -> list[tuple[Component, str]]:
    return [(remark.component, remark.found) for remark in report.errors]


def text_at(document: DocumentType, beginning: str) -> Any:
    return next(one for one in document.paragraphs if one.text.startswith(beginning))


def test_a_plan_typed_with_tabs_has_every_part_and_no_fault() -> None:
    parts = name_parts(read())

    assert told(checked()) == []
    assert [line.text for line in parts.issuers] == ["ỦY BAN NHÂN DÂN", "PHƯỜNG PHÚC XÁ"]
    assert parts.number is not None
    assert parts.number.text == "Số: 07/KH-UBND"
    assert [line.text for line in parts.recipients] == ["- UBND quận;", "- Lưu: VT."]
    assert [name.text for signed in parts.signed for name in signed.names] == ["Trần Văn Bình"]


def test_a_font_of_the_theme_is_the_font_the_theme_names() -> None:
    def change(document: DocumentType) -> None:
        fonts = text_at(document, "1. ").runs[0]._r.get_or_add_rPr().get_or_add_rFonts()
        fonts.set(qn("w:asciiTheme"), "minorHAnsi")
        fonts.set(qn("w:hAnsiTheme"), "minorHAnsi")

    assert [component for component, _ in told(checked(change))] == [Component.FONT]


def test_letters_with_marks_take_the_other_font_of_a_run() -> None:
    def change(document: DocumentType) -> None:
        fonts = text_at(document, "1. ").runs[0]._r.get_or_add_rPr().get_or_add_rFonts()
        fonts.set(qn("w:ascii"), "Times New Roman")
        fonts.set(qn("w:hAnsi"), "Calibri")

    assert told(checked(change)) == [(Component.FONT, "Phông Calibri")]


def test_a_style_gives_what_those_it_is_based_on_give_and_a_run_goes_before_it() -> None:
    def change(document: DocumentType) -> None:
        upper = document.styles.add_style("Trên", 1)
        lower = document.styles.add_style("Dưới", 1)
        upper.base_style, lower.base_style = document.styles["Normal"], upper
        upper.font.size, lower.font.italic = Pt(10), True
        for beginning in ("1. ", "2. "):
            text_at(document, beginning).style = lower
        run = text_at(document, "2. ").runs[0]
        run.font.size, run.italic = Pt(14), False

    assert told(checked(change)) == [(Component.TEXT, "Cỡ chữ 10"), (Component.TEXT, "Cả đoạn chữ nghiêng")]


def test_bold_by_paragraph_and_by_letters_cancel_out_as_in_word() -> None:
    def change(document: DocumentType) -> None:
        document.styles.add_style("Đậm đoạn", 1).font.bold = True
        document.styles.add_style("Đậm chữ", 2).font.bold = True
        paragraph = text_at(document, "KẾ HOẠCH")
        paragraph.style = "Đậm đoạn"
        paragraph.runs[0].bold = None
        paragraph.runs[0].style = "Đậm chữ"

    assert (Component.KIND, "Chữ không đậm") in told(checked(change))


WRAPPED = {
    "a content control": '<w:sdt {ns}><w:sdtContent>{run}</w:sdtContent></w:sdt>',
    "an insertion": '<w:ins {ns} w:id="1" w:author="a">{run}</w:ins>',
    "a smart tag": '<w:smartTag {ns} w:element="x">{run}</w:smartTag>',
    "a link": '<w:hyperlink {ns} w:anchor="x">{run}</w:hyperlink>',
}  # fmt: skip


@pytest.mark.parametrize("kind", WRAPPED)
def test_words_wrapped_in_something_are_read(kind: str) -> None:
    def change(document: DocumentType) -> None:
        run = text_at(document, "1. ").runs[0]._r
        holder = parse_xml(WRAPPED[kind].format(ns=nsdecls("w"), run="<w:r/>"))
        run.addprevious(holder)
        empty = next(holder.iter(qn("w:r")))
        empty.getparent().replace(empty, run)

    assert any(line.text.startswith("1. Tổ chức") for line in read(change).lines)
    assert told(checked(change)) == []


def test_what_was_deleted_is_not_read() -> None:
    def change(document: DocumentType) -> None:
        run = text_at(document, "1. ").runs[0]._r
        gone = deepcopy(run)
        gone.find(qn("w:t")).tag = qn("w:delText")
        deletion = parse_xml(f'<w:del {nsdecls("w")} w:id="2" w:author="a"/>')
        deletion.append(gone)
        run.addnext(deletion)

    assert sum(line.text.count("dân chủ") for line in read(change).lines) == 2


def test_a_text_box_is_read_once_and_its_copy_for_old_programs_is_not() -> None:
    box = (
        f'<w:r {nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        "<mc:AlternateContent>{}</mc:AlternateContent></w:r>"
    )
    inner = "<w:txbxContent><w:p><w:r><w:t>DỰ THẢO LẦN HAI</w:t></w:r></w:p></w:txbxContent>"

    def change(document: DocumentType) -> None:
        both = f"<mc:Choice Requires='x'>{inner}</mc:Choice><mc:Fallback>{inner}</mc:Fallback>"
        text_at(document, "1. ")._p.append(parse_xml(box.format(both)))

    assert [line.text for line in read(change).lines].count("DỰ THẢO LẦN HAI") == 1


def test_a_number_word_counts_itself_is_read_and_its_foreign_alphabet_is_told() -> None:
    def change(document: DocumentType) -> None:
        last = text_at(document, "2. ")
        for words in ("một", "hai", "ba", "bốn", "năm"):
            text = last.insert_paragraph_before(f"Việc thứ {words} của hội nghị;", style="List Number")
            text.alignment = ALIGNED.JUSTIFY
        numbering = document.part.numbering_part.element
        for level in numbering.iter(qn("w:lvl")):
            level.find(qn("w:numFmt")).set(qn("w:val"), "lowerLetter")
            level.find(qn("w:lvlText")).set(qn("w:val"), "%1)")

    found = read(change)

    assert [line.text[:2] for line in found.lines if "Việc thứ" in line.text] == ["a)", "b)", "c)", "d)", "e)"]
    headings = [
        remark for remark in inspect_found(found, Profile.STATE).errors if remark.component is Component.HEADINGS
    ]
    assert [(one.found, one.wanted[:4]) for one in headings] == [("“e)” không theo thứ tự", "“đ)”")]


def test_a_line_break_makes_two_lines_of_one_paragraph() -> None:
    def change(document: DocumentType) -> None:
        text_at(document, "Tổ chức hội nghị").runs[0].add_break()
        text_at(document, "Tổ chức hội nghị").add_run("trên địa bàn phường").bold = True

    found = read(change)

    assert [line.text for line in name_parts(found).subject] == ["Tổ chức hội nghị năm 2023", "trên địa bàn phường"]
    assert told(inspect_found(found, Profile.STATE)) == []


def test_a_first_line_set_in_by_a_tab_or_by_spaces_is_not_a_fault() -> None:
    for beginning in ("\t", "      "):

        def change(document: DocumentType, beginning: str = beginning) -> None:
            text = text_at(document, "1. ")
            text.paragraph_format.first_line_indent = Mm(0)
            text.runs[0].text = beginning + text.runs[0].text

        assert told(checked(change)) == []


def test_lines_fixed_in_points_count_as_so_many_lines() -> None:
    def change(document: DocumentType) -> None:
        text_at(document, "1. ").paragraph_format.line_spacing = Pt(18)
        text_at(document, "2. ").paragraph_format.line_spacing = Pt(30)

    assert told(checked(change)) == [(Component.TEXT, "Giãn dòng 1,86")]


def test_everything_in_one_table_reads_the_same() -> None:
    def change(document: DocumentType) -> None:
        table = document.add_table(1, 2)
        left, right = table.rows[0].cells
        halves = (
            (left, ("ỦY BAN NHÂN DÂN PHƯỜNG PHÚC XÁ", "Số: 07/KH-UBND")),
            (right, ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", DAY)),
        )  # fmt: skip
        for cell, lines in halves:
            for words in lines:
                paragraph = cell.add_paragraph()
                run = paragraph.add_run(words)
                run.font.size, run.bold = Pt(13), not words.startswith(("Số", "Phúc"))
                run.italic = words.startswith("Phúc")
        first = document.paragraphs[0]._p
        first.addprevious(table._tbl)
        for paragraph in document.paragraphs[:3]:
            paragraph._p.getparent().remove(paragraph._p)

    assert told(checked(change)) == []

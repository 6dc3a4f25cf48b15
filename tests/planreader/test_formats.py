"""The same plan as .docx, .odt, .pdf, .html and in other writings of its letters gives the same facts."""

import io
import unicodedata
import zipfile
from html import escape
from pathlib import Path
from typing import Any

import docx
import pytest
import typst
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from danban.planreader import Reading, read_bytes, read_text
from tests.planreader.test_plans import essence

PLAN = (Path(__file__).parent / "plans" / "ocop.txt").read_text(encoding="utf-8")
W = nsdecls("w")


def facts(reading: Reading) -> dict[str, Any]:
    return essence(reading)


@pytest.fixture(scope="module")
def wanted() -> dict[str, Any]:
    return facts(read_text(PLAN))


def cells_of(line: str) -> list[str]:
    return [cell.strip() for cell in line.split("|")]


def as_docx(text: str) -> bytes:
    document = docx.Document()
    rows = [cells_of(line) for line in text.split("\n") if line.count(" | ") >= 2]
    for line in text.split("\n"):
        if line.count(" | ") < 2:
            document.add_paragraph(line)
        elif cells_of(line) == rows[0]:
            table = document.add_table(rows=len(rows), cols=len(rows[0]))
            for place, row in enumerate(rows):
                for column, cell in enumerate(row):
                    table.cell(place, column).text = cell
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def zipped(**parts: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, words in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", words)
    return buffer.getvalue()


def as_odt(text: str) -> bytes:
    gap = '<text:s text:c="3"/>'
    paragraphs = "".join(f"<text:p>{escape(line).replace('   ', gap)}</text:p>" for line in text.split("\n"))
    return zipped(
        content='<?xml version="1.0"?><office:document-content '
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>'
        f"{paragraphs}</office:text></office:body></office:document-content>"
    )


def as_pdf(text: str) -> bytes:
    special = set("#$*_`<>@[]\\~\"'-/+=")

    def plain(words: str) -> str:
        return "".join(f"\\{char}" if char in special else char for char in words.strip())

    pieces = [
        '#set page(paper: "a4", numbering: "1")',
        "#set par(justify: true)",
        "#set text(size: 13pt, hyphenate: false)",
    ]
    rows = [cells_of(line) for line in text.split("\n") if line.count(" | ") >= 2]
    for line in text.split("\n"):
        if line.count(" | ") < 2:
            pieces.append(plain(line))
        elif cells_of(line) == rows[0]:
            cells = "".join(f"[{plain(cell)}]" for row in rows for cell in row)
            pieces.append(f"#table(columns: (1fr, 4fr, 4fr, 4fr, 3fr)){cells}")
    compiled: bytes = typst.compile("\n\n".join(pieces).encode(), format="pdf")
    return compiled


def test_a_word_file_gives_the_same_facts(wanted: dict[str, Any]) -> None:
    assert facts(read_bytes(as_docx(PLAN), file_name="plan.docx")) == wanted


def test_an_open_document_gives_the_same_facts(wanted: dict[str, Any]) -> None:
    found = facts(read_bytes(as_odt(PLAN), file_name="plan.odt"))

    for name in ("head", "issued_on", "sections", "money", "recipients", "signers"):
        assert found[name] == wanted[name]


def test_a_web_page_gives_the_same_facts(wanted: dict[str, Any]) -> None:
    lines = [line for line in PLAN.split("\n") if line.count(" | ") < 2]
    rows = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells_of(line)) + "</tr>"
        for line in PLAN.split("\n")
        if line.count(" | ") >= 2
    )
    page = "".join(f"<p>{escape(line)}</p>" for line in lines).replace(
        "<p>Nơi nhận", f"<table>{rows}</table><p>Nơi nhận"
    )

    found = facts(read_bytes(f"<html><head><title>x</title></head><body>{page}</body></html>".encode()))

    assert found == wanted


def test_a_pdf_with_text_gives_the_same_facts_also_from_its_table(wanted: dict[str, Any]) -> None:
    assert facts(read_bytes(as_pdf(PLAN), file_name="plan.pdf")) == wanted


@pytest.mark.parametrize("form", ["NFD", "NFKC", "NFC"])
def test_other_forms_of_the_same_letters_change_nothing(form: Any, wanted: dict[str, Any]) -> None:
    assert facts(read_text(unicodedata.normalize(form, PLAN))) == wanted


def test_double_spaces_and_marks_nobody_sees_change_nothing(wanted: dict[str, Any]) -> None:
    spoilt = PLAN.replace(" ngày ", "  ngày ").replace("Sở", "S\u200bở").replace("\n", "\r\n")

    assert facts(read_text(spoilt)) == wanted


def test_a_text_in_utf16_is_read(wanted: dict[str, Any]) -> None:
    assert facts(read_bytes(PLAN.encode("utf-16"), file_name="plan.txt")) == wanted


def test_numbers_that_word_draws_by_itself_become_labels() -> None:
    numbering = (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="1">'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>'
        '<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )
    words = [(0, "MỤC ĐÍCH"), (0, "NỘI DUNG"), (1, "Phần lễ"), (2, "Chào cờ"), (2, "Khai mạc"), (1, "Phần hội")]
    paragraphs = "".join(
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
        f"</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
        for level, text in words
    )
    head = "<w:p><w:r><w:t>KẾ HOẠCH</w:t></w:r></w:p><w:p><w:r><w:t>Ngày hội</w:t></w:r></w:p>"
    document = f"<w:document {W}><w:body>{head}{paragraphs}</w:body></w:document>"

    reading = read_bytes(zipped(word__document=document, word__numbering=numbering))

    assert [one.path for one in reading.sections] == ["I", "II", "II.1", "II.1.a", "II.1.b", "II.2"]


def test_deleted_words_are_dropped_and_inserted_ones_kept() -> None:
    document = (
        f"<w:document {W}><w:body><w:p><w:r><w:t>KẾ HOẠCH</w:t></w:r></w:p><w:p><w:r><w:t>Ngày hội năm </w:t></w:r>"
        "<w:del><w:r><w:delText>2023</w:delText></w:r></w:del><w:ins><w:r>"
        "<w:t>2024</w:t></w:r></w:ins></w:p></w:body></w:document>"
    )

    assert read_bytes(zipped(word__document=document)).title == "Ngày hội năm 2024"


def test_a_head_in_a_table_of_two_columns_is_read_column_by_column() -> None:
    document = docx.Document()
    table = document.add_table(rows=2, cols=2)
    table.cell(0, 0).text = "UBND TỈNH HÀ NAM\nSỞ Y TẾ"
    table.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    table.cell(1, 0).text = "Số: 15/KH-SYT"
    table.cell(1, 1).text = "Hà Nam, ngày 05 tháng 3 năm 2024"
    for words in ("KẾ HOẠCH", "Tiêm chủng năm 2024", "I. MỤC TIÊU", "1. Tiêm đủ mũi."):
        document.add_paragraph(words)
    buffer = io.BytesIO()
    document.save(buffer)

    reading = read_bytes(buffer.getvalue())

    assert (reading.issuers, reading.number, reading.place) == (("SỞ Y TẾ",), "15/KH-SYT", "Hà Nam")
    assert str(reading.issued_on) == "2024-03-05"


def test_text_in_a_box_is_read_once() -> None:
    box = parse_xml(
        f"<w:p {W} "
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps">'
        "<w:txbxContent><w:p><w:r><w:t>Số: 15/KH-SYT</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback>"
        "<w:txbxContent><w:p><w:r><w:t>Số: 15/KH-SYT</w:t></w:r></w:p></w:txbxContent>"
        "</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    document = docx.Document()
    document.element.body.insert(0, box)
    document.add_paragraph("KẾ HOẠCH")
    document.add_paragraph("Tiêm chủng năm 2024")
    buffer = io.BytesIO()
    document.save(buffer)

    reading = read_bytes(buffer.getvalue())

    assert reading.number == "15/KH-SYT"
    assert reading.text.count("15/KH-SYT") == 1

"""The form to the millimetre: what stands where, in which size and style, measured in what was written."""

import io
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from docx import Document
from fontTools.ttLib import TTFont

from danban.papers.forms import form_of
from danban.papers.layout import lay_out
from danban.papers.paper import Depth, Heading, Issuer, Item, Profile, Signature
from danban.papers.pdf import write_pdf
from danban.papers.sheet import Line
from danban.papers.widths import balanced, fair_shares, width_mm
from danban.papers.word import write_docx
from danban.papers.wordml import RULE_STYLE
from tests.papers.factories import plain, words
from tests.papers.reading import pages_of

MM = 72 / 25.4


def _box(pdf: bytes, text: str, page: int = 0) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of the first place of a text, in mm from the upper left corner."""
    opened = pypdfium2.PdfDocument(pdf)[page]
    height = opened.get_size()[1]
    search = opened.get_textpage()
    found = search.search(text, match_case=True).get_next()
    assert found is not None, text
    boxes = [search.get_charbox(found[0] + at) for at in range(found[1])]
    return (
        min(box[0] for box in boxes) / MM, (height - max(box[3] for box in boxes)) / MM,
        max(box[2] for box in boxes) / MM, (height - min(box[1] for box in boxes)) / MM,
    )  # fmt: skip


def test_page_and_margins_are_those_of_the_decree(paper_fonts: Path) -> None:
    section = Document(io.BytesIO(write_docx(plain(words("Chữ " * 200))))).sections[0]
    pdf = write_pdf(plain(words("Chữ " * 900)), fonts=paper_fonts)

    found = [round(length.mm) for length in (
        section.page_width, section.page_height, section.top_margin, section.bottom_margin, section.left_margin,
        section.right_margin,
    ) if length is not None]  # fmt: skip
    assert found == [210, 297, 20, 20, 30, 15]
    assert tuple(round(side / MM) for side in pypdfium2.PdfDocument(pdf)[0].get_size()) == (210, 297)
    text = pypdfium2.PdfDocument(pdf)[0].get_textpage()
    seen = [at for at in range(text.count_chars()) if text.get_text_range(at, 1).strip()]
    boxes = [text.get_charbox(at) for at in seen]
    assert min(box[0] for box in boxes) / MM == pytest.approx(30, abs=1)
    assert max(box[2] for box in boxes) / MM <= 195.2
    assert min(box[1] for box in boxes) / MM >= 19


def test_number_and_day_stand_on_one_line_under_issuer_and_motto(paper_fonts: Path) -> None:
    pdf = write_pdf(plain(words("Xong")), fonts=paper_fonts)

    number, day = _box(pdf, "Số: 05/KH-UBND"), _box(pdf, "An Lạc, ngày 05 tháng 01 năm 2023")
    issuer, motto = _box(pdf, "ỦY BAN NHÂN DÂN XÃ AN LẠC"), _box(pdf, "Độc lập - Tự do - Hạnh phúc")
    assert number[3] == pytest.approx(day[3], abs=1.2)
    assert number[1] > issuer[3] + 2
    assert day[1] > motto[3] + 2
    assert (issuer[0] + issuer[2]) / 2 == pytest.approx((number[0] + number[2]) / 2, abs=3)
    assert (motto[0] + motto[2]) / 2 == pytest.approx((day[0] + day[2]) / 2, abs=2)


def test_page_numbers_stand_in_the_middle_of_the_upper_margin_from_page_two(paper_fonts: Path) -> None:
    paper = plain(words("Chữ " * 2000))
    pdf = write_pdf(paper, fonts=paper_fonts)

    assert not pages_of(pdf)[0].strip().startswith("1")
    left, _top, right, bottom = _box(pdf, "2", 1)
    assert (left + right) / 2 == pytest.approx(30 + 165 / 2, abs=1)
    assert 8 < bottom < 19
    section = Document(io.BytesIO(write_docx(paper))).sections[0]
    assert section.different_first_page_header_footer
    assert "PAGE" in section.header._element.xml


def _ruled(sheet: Any) -> dict[str, tuple[float, float]]:
    """Lines with a rule: their text, the rule and the widest line, in mm."""
    lines = [line for columns in sheet.head for cell in columns.cells for line in cell]
    lines += [line for line in sheet.body if isinstance(line, Line)]
    return {
        line.runs[0].text: (
            line.rule, max(width_mm(part, size=line.size, bold=True) for part in line.runs[0].text.split("\n"))
        )
        for line in lines if line.rule
    }  # fmt: skip


def test_rules_are_as_long_as_the_form_says() -> None:
    ruled = _ruled(lay_out(plain(words("Xong"), subject="Tổ chức hội nghị đại biểu Nhân dân năm 2023 " * 3)))

    (issuer, motto, subject) = ruled.values()
    assert 1 / 3 <= issuer[0] / issuer[1] <= 1 / 2
    assert motto[0] == pytest.approx(motto[1], abs=0.1)
    assert 1 / 3 <= subject[0] / subject[1] <= 1 / 2


def test_a_rule_of_word_is_a_border_as_long_as_the_rule() -> None:
    body = Document(io.BytesIO(write_docx(plain(words("Xong"))))).element.body

    rules = [p for p in body.iter() if p.tag.endswith("}p") and p.xpath(f"./w:pPr/w:pStyle[@w:val='{RULE_STYLE}']")]
    assert len(rules) == 3
    assert all(rule.xpath("./w:pPr/w:pBdr/w:top") for rule in rules)


def test_the_widths_we_reckon_with_are_those_of_the_faces(paper_fonts: Path) -> None:
    text = "Ủy ban Mặt trận Tổ quốc Việt Nam THÀNH PHỐ HÀ NỘI, ngày 05/01/2023 (ký)"
    for face, bold in (("Tinos-Regular.ttf", False), ("Tinos-Bold.ttf", True)):
        font = TTFont(paper_fonts / face)
        names, metrics = font.getBestCmap(), font["hmtx"]
        real = sum(metrics[names[ord(letter)]][0] for letter in text) / 2048 * 14 * 25.4 / 72
        assert width_mm(text, size=14, bold=bold) == pytest.approx(real, rel=0.01)


def test_long_names_wrap_in_lines_about_equally_long_and_keep_their_words_together() -> None:
    lines = balanced("ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM THÀNH PHỐ HÀ NỘI", size=12, bold=True, width=66)

    assert lines == ["ỦY BAN MẶT TRẬN TỔ QUỐC", "VIỆT NAM THÀNH PHỐ HÀ NỘI"]
    assert balanced("", size=12, bold=True, width=66) == [""]


def test_a_narrow_column_is_as_wide_as_its_words() -> None:
    shares = fair_shares([0.1, 3, 3], [12, 10, 10], width=165)

    assert sum(shares) == pytest.approx(1)
    assert shares[0] * 165 >= 12


def test_headings_are_set_as_the_decree_says() -> None:
    headings = (
        Heading(Depth.PART, "I", "Quy định chung"), Heading(Depth.CHAPTER, "II", "Tổ chức"),
        Heading(Depth.SECTION, "1", "Cấp xã"), Heading(Depth.SUBSECTION, "1", "Thôn"),
        Heading(Depth.ROMAN, "I", "Mục đích"), Heading(Depth.ARTICLE, "1", "Phạm vi"),
        Heading(Depth.ARABIC, "1", "Khoản"),
        Item("Điều 2.", "Hiệu lực từ ngày ký."), Item("a)", "Điểm"),
    )  # fmt: skip
    body = [line for line in lay_out(plain(*headings, subject="")).body if isinstance(line, Line) and line.runs][1:]

    told = ["".join(run.text for run in line.runs) for line in body]
    assert told == [
        "Phần I", "QUY ĐỊNH CHUNG", "Chương II", "TỔ CHỨC", "Mục 1", "CẤP XÃ", "Tiểu mục 1", "THÔN", "I. MỤC ĐÍCH",
        "Điều 1. Phạm vi", "1. Khoản", "Điều 2. Hiệu lực từ ngày ký.", "a) Điểm./.",
    ]  # fmt: skip
    assert all(line.align == "center" for line in body[:8])
    assert all(line.runs[0].bold for line in body[:12])
    assert not body[11].runs[1].bold
    assert not body[12].runs[0].bold
    assert all(line.first == 12.7 for line in body[8:])
    assert all(line.keeps for line in body[:11])


def test_the_party_has_its_star_its_number_and_no_colon(paper_fonts: Path) -> None:
    paper = plain(
        words("Xong"), profile=Profile.PARTY, number=127, symbol="QĐ/TW",
        signatures=(Signature(("T/M BAN THƯỜNG VỤ", "K/T BÍ THƯ", "PHÓ BÍ THƯ"), "Vũ Xuân Phúc"),),
    )  # fmt: skip
    page = pages_of(write_pdf(paper, fonts=paper_fonts))[0]

    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in page
    assert "Số 127-QĐ/TW" in page
    assert "*" in page
    assert "CỘNG HÒA" not in page
    assert len(_ruled(lay_out(paper))) == 2  # under the party's name and under the subject, none under the body


def test_a_village_has_no_number_and_both_heads_sign_on_one_height(paper_fonts: Path) -> None:
    signed = (
        Signature(("TRƯỞNG BAN CÔNG TÁC MẶT TRẬN",), "Lê Thị Mai", "(Ký, ghi rõ họ tên)"),
        Signature(("TRƯỞNG THÔN",), "Trần Văn Bình", "(Ký, ghi rõ họ tên)"),
    )
    pdf = write_pdf(plain(words("Xong"), profile=Profile.VILLAGE, signatures=signed), fonts=paper_fonts)

    assert "Số:" not in pages_of(pdf)[0]
    assert _box(pdf, "Lê Thị Mai")[3] == pytest.approx(_box(pdf, "Trần Văn Bình")[3], abs=1)


def test_a_joint_paper_names_both_bodies_and_each_signs_on_its_side(paper_fonts: Path) -> None:
    signed = (
        Signature(("TM. BAN THƯỜNG TRỰC", "CHỦ TỊCH"), "Phạm Thị Hạnh"),
        Signature(("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Đỗ Quang Khôi"),
    )
    issuers = (Issuer("Ủy ban nhân dân xã An Lạc"), Issuer("Ủy ban Mặt trận Tổ quốc Việt Nam xã An Lạc"))
    pdf = write_pdf(plain(words("Xong"), profile=Profile.JOINT, issuers=issuers, signatures=signed), fonts=paper_fonts)

    left, right = _box(pdf, "Phạm Thị Hạnh"), _box(pdf, "Đỗ Quang Khôi")
    assert left[3] == pytest.approx(right[3], abs=1)
    assert left[2] < 112 < right[0]
    assert _box(pdf, "Nơi nhận:")[1] > left[3]


def test_an_unnumbered_paper_leaves_room_for_number_and_day(paper_fonts: Path) -> None:
    page = pages_of(write_pdf(plain(words("Xong"), number=None, issued_on=None), fonts=paper_fonts))[0]

    assert "/KH-UBND" in page
    assert "ngày … tháng … năm …" in page


@pytest.mark.parametrize("profile", Profile)
def test_what_we_write_lies_in_what_the_form_allows(profile: Profile) -> None:
    form = form_of(profile)

    for name in ("top", "bottom", "left", "right", "first_indent", "line_spacing", "paragraph_gap"):
        span = getattr(form, name)
        assert span.allows(span.ours), name
    for name in ("motto_upper", "issuer", "number", "kind_name", "subject", "body", "signature_lines", "recipients"):
        size = getattr(form, name).size
        assert size.allows(size.ours), name


def test_the_same_paper_is_the_same_lines_in_word_and_pdf(paper_fonts: Path) -> None:
    paper = plain(Heading(Depth.ROMAN, "I", "Nội dung"), Item("-", "Một việc"), basis=("Căn cứ một", "Căn cứ hai;"))
    document = Document(io.BytesIO(write_docx(paper)))
    page = " ".join(pages_of(write_pdf(paper, fonts=paper_fonts))[0].split())

    told = [paragraph.text for paragraph in document.paragraphs if paragraph.text.strip()]
    assert told == [
        "KẾ HOẠCH", "Tổng vệ sinh môi trường", "Căn cứ một;", "Căn cứ hai.", "I. NỘI DUNG", "- Một việc./."
    ]  # fmt: skip
    assert all(" ".join(line.split()) in page for line in told)

"""Take a paper without a fault, break exactly one thing, and exactly that is told."""

from functools import cache

import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGNED
from docx.shared import Mm, Pt

from danban.papers.check.remark import Component as Of
from danban.papers.check.remark import Remark, Weight
from danban.papers.check.report import inspect_found
from danban.papers.check.word.reading import read_docx
from danban.papers.word import write_docx
from tests.papers.check import breaking as b
from tests.papers.check.samples import SAMPLES

ERROR, NOTE = Weight.ERROR, Weight.NOTE
PLAN, JOINT, LETTER = "kế hoạch", "kế hoạch liên tịch", "công văn"
ANNEXED, DECREE, MINUTES, INVITATION = "kế hoạch có phụ lục", "nghị quyết", "biên bản của thôn", "giấy mời"

Case = tuple[str, b.Break, Of, Weight, str]
CASES: dict[str, Case] = {
    "paper of letter size": (PLAN, b.page(page_width=215.9, page_height=279.4), Of.PAGE, ERROR, "215,9 × 279,4"),
    "a narrow left margin": (PLAN, b.page(left_margin=25), Of.MARGINS, ERROR, "Lề trái 25 mm"),
    "a wide right margin": (PLAN, b.page(right_margin=25), Of.MARGINS, ERROR, "Lề phải 25 mm"),
    "a low top": (PLAN, b.page(top_margin=15), Of.MARGINS, ERROR, "Lề trên 15 mm"),
    "a high foot": (PLAN, b.page(bottom_margin=30), Of.MARGINS, ERROR, "Lề dưới 30 mm"),
    "another font": (PLAN, b.in_font("1. Phát huy", "Arial"), Of.FONT, ERROR, "Phông Arial"),
    "red letters": (PLAN, b.coloured("2. Hội nghị"), Of.FONT, ERROR, "không phải màu đen"),
    "a number on page one": (PLAN, b.numbered_everywhere, Of.PAGE_NUMBER, ERROR, "trang đầu"),
    "a number at the foot": (PLAN, b.numbered_at_foot, Of.PAGE_NUMBER, ERROR, "lề dưới"),
    "a number at the left": (PLAN, b.numbered_left, Of.PAGE_NUMBER, ERROR, "Không canh giữa"),
    "no Quốc hiệu": (PLAN, b.drops("CỘNG HÒA"), Of.MOTTO, ERROR, "Không thấy"),
    "a large Quốc hiệu": (PLAN, b.sized("CỘNG HÒA", 15), Of.MOTTO, ERROR, "Cỡ chữ 15"),
    "no Tiêu ngữ": (PLAN, b.drops("Độc lập"), Of.MOTTO, ERROR, "Không thấy Tiêu ngữ"),
    "a thin Tiêu ngữ": (PLAN, b.styled("Độc lập", bold=False), Of.MOTTO, ERROR, "không đậm"),
    "a long dash": (PLAN, b.says("Độc lập", "Độc lập – Tự do – Hạnh phúc"), Of.MOTTO, ERROR, "–"),
    "motto turned over": (PLAN, b.moved_after("CỘNG HÒA", "Độc lập"), Of.ORDER, ERROR, "Tiêu ngữ đứng trên"),
    "no rules": (PLAN, b.without_rules, Of.MOTTO, NOTE, "đường kẻ"),
    "no issuer": (PLAN, b.drops("ỦY BAN NHÂN DÂN XÃ"), Of.ISSUER, ERROR, "Không thấy"),
    "a thin issuer": (PLAN, b.styled("ỦY BAN NHÂN DÂN XÃ", bold=False), Of.ISSUER, ERROR, "không đậm"),
    "a small issuer": (PLAN, b.says("ỦY BAN", "Ủy ban nhân dân xã Hạ"), Of.ISSUER, ERROR, "in thường"),
    "no number": (PLAN, b.drops("Số:"), Of.NUMBER, ERROR, "Không thấy"),
    "a figure alone": (PLAN, b.says("Số:", "Số: 7/KH-UBND"), Of.NUMBER, ERROR, "“7”"),
    "no colon": (PLAN, b.says("Số:", "Số 07/KH-UBND"), Of.NUMBER, ERROR, "hai chấm"),
    "spaces in the symbol": (PLAN, b.says("Số:", "Số: 07/KH - UBND"), Of.NUMBER, ERROR, "khoảng trống"),
    "a dash for the slash": (PLAN, b.says("Số:", "Số: 07-KH/UBND"), Of.NUMBER, ERROR, "-KH/UBND"),
    "no symbol": (PLAN, b.says("Số:", "Số: 07"), Of.NUMBER, ERROR, "Không có ký hiệu"),
    "a small symbol": (PLAN, b.says("Số:", "Số: 07/kh-ubnd"), Of.NUMBER, ERROR, "/kh-ubnd"),
    "another kind's letters": (PLAN, b.says("Số:", "Số: 07/BC-UBND"), Of.NUMBER, ERROR, "“BC”"),
    "letters no kind has": (INVITATION, b.says("Số:", "Số: 07/GMH-UBND"), Of.NUMBER, ERROR, "“GMH”"),
    "a year in the symbol": (PLAN, b.says("Số:", "Số: 07/2023/KH-UBND"), Of.NUMBER, NOTE, "năm"),
    "letters of a dispatch": (LETTER, b.says("Số:", "Số: 07/CV-UBND"), Of.NUMBER, ERROR, "CV"),
    "a large number": (PLAN, b.sized("Số:", 14), Of.NUMBER, ERROR, "Cỡ chữ 14"),
    "no day": (PLAN, b.drops("Phúc Xá, ngày"), Of.DAY, ERROR, "Không thấy"),
    "an upright day": (PLAN, b.styled("Phúc Xá, ngày", italic=False), Of.DAY, ERROR, "Chữ đứng"),
    "a day alone": (PLAN, b.replaces("ngày 05 tháng 01", "ngày 5 tháng 01"), Of.DAY, ERROR, "ngày 5"),
    "a month alone": (PLAN, b.replaces("ngày 05 tháng 01", "ngày 05 tháng 1"), Of.DAY, ERROR, "tháng 1"),
    "a zero too many": (PLAN, b.replaces("ngày 05 tháng 01", "ngày 05 tháng 06"), Of.DAY, NOTE, "tháng 06"),
    "no comma": (PLAN, b.replaces("Phúc Xá, ngày", "Phúc Xá ngày"), Of.DAY, ERROR, "dấu phẩy"),
    "no place": (PLAN, b.says("Phúc Xá, ngày", "ngày 05 tháng 01 năm 2023"), Of.DAY, ERROR, "Thiếu địa danh"),
    "a short day": (PLAN, b.says("Phúc Xá, ngày", "Phúc Xá, 05/01/2023"), Of.DAY, ERROR, "viết tắt"),
    "no kind": (PLAN, b.drops("KẾ HOẠCH"), Of.KIND, ERROR, "Không thấy"),
    "a small kind": (PLAN, b.says("KẾ HOẠCH", "Kế hoạch"), Of.KIND, ERROR, "in thường"),
    "a kind at the left": (PLAN, b.formats("KẾ HOẠCH", alignment=ALIGNED.LEFT), Of.KIND, ERROR, "canh giữa"),
    "a kind of 16": (PLAN, b.sized("KẾ HOẠCH", 16), Of.KIND, ERROR, "Cỡ chữ 16"),
    "a thin subject": (PLAN, b.styled("Tổ chức Hội nghị", bold=False), Of.SUBJECT, ERROR, "không đậm"),
    "no subject": (PLAN, b.drops("Tổ chức Hội nghị"), Of.SUBJECT, ERROR, "Không thấy"),
    "a bold subject of a dispatch": (LETTER, b.styled("V/v", bold=True), Of.SUBJECT, ERROR, "Chữ đậm"),
    "a long V/v": (LETTER, b.replaces("V/v", "Về việc"), Of.SUBJECT, ERROR, "Về"),
    "a plan addressed": (PLAN, b.says("Căn cứ Luật", "Kính gửi: Quận Ba Đình"), Of.ADDRESSED, ERROR, "Kế hoạch có"),
    "a dispatch to nobody": (LETTER, b.drops("Kính gửi"), Of.ADDRESSED, ERROR, "Không thấy"),
    "an upright căn cứ": (PLAN, b.styled("Căn cứ Luật", italic=False), Of.BASIS, ERROR, "Chữ đứng"),
    "a căn cứ with a stop": (PLAN, b.replaces("địa phương;", "địa phương."), Of.BASIS, ERROR, "Kết thúc bằng “.”"),
    "a last căn cứ open": (PLAN, b.replaces("Ba Đình.", "Ba Đình;"), Of.BASIS, ERROR, "Kết thúc bằng “;”"),
    "text of 12": (PLAN, b.sized("2. Hội nghị", 12), Of.TEXT, ERROR, "Cỡ chữ 12"),
    "text not justified": (PLAN, b.formats("1. Phát huy", alignment=ALIGNED.LEFT), Of.TEXT, ERROR, "đều hai lề"),
    "no indent": (PLAN, b.formats("1. Phát huy", first_line_indent=Mm(0)), Of.TEXT, ERROR, "không lùi vào"),
    "a deep indent": (PLAN, b.formats("1. Phát huy", first_line_indent=Mm(20)), Of.TEXT, ERROR, "20 mm"),
    "wide lines": (PLAN, b.formats("1. Phát huy", line_spacing=2.0), Of.TEXT, ERROR, "Giãn dòng 2"),
    "lines fixed too close": (PLAN, b.formats("1. Phát huy", line_spacing=Pt(12)), Of.TEXT, ERROR, "Giãn dòng 0,75"),
    "no gap": (PLAN, b.formats("1. Phát huy", space_after=Pt(0)), Of.TEXT, ERROR, "Cách đoạn trên 0 pt"),
    "no end": (PLAN, b.replaces("./.", "."), Of.TEXT, ERROR, "dấu kết thúc"),
    "a roman left out": (PLAN, b.replaces("V. TỔ", "VI. TỔ"), Of.HEADINGS, ERROR, "“VI.” không theo"),
    "a figure left out": (PLAN, b.replaces("2. ", "3. "), Of.HEADINGS, ERROR, "“3.” không theo"),
    "an article left out": (DECREE, b.replaces("Điều 2.", "Điều 3."), Of.HEADINGS, ERROR, "“Điều 3.”"),
    "a thin article": (DECREE, b.styled("Điều 2.", bold=False), Of.HEADINGS, ERROR, "không đậm"),
    "a slash for the stop": (PLAN, b.replaces("TM. ỦY", "T/M ỦY"), Of.SIGNATURE, ERROR, "T/M"),
    "no stop": (PLAN, b.replaces("TM. ỦY", "TM ỦY"), Of.SIGNATURE, ERROR, "TM"),
    "a thin power": (PLAN, b.styled("TM. ỦY BAN", bold=False), Of.SIGNATURE, ERROR, "không đậm"),
    "for the chair alone": (JOINT, b.drops("PHÓ CHỦ TỊCH"), Of.SIGNATURE, ERROR, "cấp phó"),
    "a degree": (PLAN, b.replaces("Trần Văn Bình", "TS. Trần Văn Bình"), Of.SIGNATURE, ERROR, "“TS.”"),
    "a master": (PLAN, b.replaces("Trần Văn Bình", "ThS Trần Văn Bình"), Of.SIGNATURE, ERROR, "“ThS”"),
    "a thin name": (PLAN, b.styled("Trần Văn Bình", bold=False), Of.SIGNATURE, ERROR, "không đậm"),
    "no name": (PLAN, b.drops("Trần Văn Bình"), Of.SIGNATURE, NOTE, "Chưa có họ tên"),
    "one head of two": (MINUTES, b.drops("TRƯỞNG THÔN"), Of.SIGNATURE, ERROR, "Chỉ có một"),
    "no label": (PLAN, b.drops("Nơi nhận"), Of.RECIPIENTS, ERROR, "Không thấy"),
    "an upright label": (PLAN, b.styled("Nơi nhận", italic=False), Of.RECIPIENTS, ERROR, "Chữ đứng"),
    "a large list": (PLAN, b.sized("- UBND quận", 13), Of.RECIPIENTS, ERROR, "Cỡ chữ 13"),
    "a stop in the list": (PLAN, b.replaces("tổ dân phố;", "tổ dân phố."), Of.RECIPIENTS, ERROR, "Kết thúc bằng “.”"),
    "nothing kept": (PLAN, b.replaces("- Lưu: VT", "- Các đoàn thể"), Of.RECIPIENTS, ERROR, "Không có dòng “Lưu”"),
    "kept without colon": (PLAN, b.replaces("- Lưu: VT", "- Lưu VT"), Of.RECIPIENTS, ERROR, "hai chấm"),
    "kept and open": (PLAN, b.replaces("- Lưu: VT.", "- Lưu: VT;"), Of.RECIPIENTS, ERROR, "Kết thúc bằng “;”"),
    "a small annex": (ANNEXED, b.sized("Phụ lục II", 12), Of.ANNEX, ERROR, "Cỡ chữ 12"),
    "an annex without title": (ANNEXED, b.drops("DANH SÁCH ĐẠI BIỂU"), Of.ANNEX, ERROR, "tên phụ lục"),
    "an annex of nothing": (ANNEXED, b.drops("(Kèm theo"), Of.ANNEX, ERROR, "kèm theo"),
}  # fmt: skip


@cache
def whole_paper(name: str) -> bytes:
    return write_docx(SAMPLES[name]())


def remarks_of(content: bytes, name: str) -> list[Remark]:
    return list(inspect_found(read_docx(content), SAMPLES[name]().profile).remarks)


@pytest.mark.parametrize("case", CASES)
def test_what_was_broken_is_told_and_nothing_else(case: str) -> None:
    name, change, component, weight, words = CASES[case]
    whole = whole_paper(name)
    known = {(one.component, one.weight, one.found) for one in remarks_of(whole, name)}

    told = remarks_of(b.broken(whole, change), name)

    new = [one for one in told if (one.component, one.weight, one.found) not in known]
    wrong = [one for one in new if one.weight is ERROR]
    if weight is ERROR:
        assert [(one.component, one.found) for one in wrong] == [(component, wrong[0].found)] if wrong else [case]
        assert words in wrong[0].found
    else:
        assert wrong == []
        assert any(one.component is component and words in one.found for one in new)

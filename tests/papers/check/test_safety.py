"""Files that are broken, foreign or hostile: one sentence, in little time, from a child process."""

import io
import time
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from danban.kit.refusals import BadInput
from danban.papers.check.report import inspect_found
from danban.papers.check.sandbox import inspect_bytes
from danban.papers.check.word.reading import read_docx
from danban.papers.paper import Profile
from danban.papers.word import write_docx
from tests.papers.check.samples import plan

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ENTITY = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def packed(**parts: str) -> bytes:
    """A container; "word__document" stands for word/document.xml."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, words in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", words)
    return buffer.getvalue()


def body(words: str) -> bytes:
    """A document of nothing but a body."""
    return packed(word__document=f"<w:document {W}><w:body>{words}</w:body></w:document>")


def nested(levels: int) -> str:
    """Tables in tables."""
    return "<w:tbl><w:tr><w:tc>" * levels + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * levels


def with_macro() -> bytes:
    buffer = io.BytesIO(write_docx(plan()))
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"x")
    return buffer.getvalue()


HOSTILE: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "rỗng"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + b"\x00" * 300, "hình ảnh"),
    "an old file": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, ".doc"),
    "locked": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
    "a pdf": (b"%PDF-1.7 x", "PDF"),
    "plain words": ("KẾ HOẠCH".encode(), "không phải tệp .docx"),
    "a broken container": (b"PK\x03\x04" + b"\x00" * 200, "hỏng"),
    "cut short": (write_docx(plan())[:9000], "hỏng"),
    "some container": (packed(hello="x"), "nén"),
    "a spreadsheet": (packed(xl__workbook="<x/>"), "bảng tính"),
    "open document": (packed(content="<x/>"), ".odt"),
    "macros": (with_macro(), "macro"),
    "broken xml": (packed(word__document="<w:document"), "hỏng"),
    "no body": (packed(word__document="<x/>"), "không có nội dung"),
    "an entity": (packed(word__document=f"{ENTITY}<x>&a;</x>"), "không an toàn"),
    "an entity in the styles": (
        packed(word__document=f"<w:document {W}><w:body/></w:document>", word__styles=f"{ENTITY}<x>&a;</x>"),
        "không an toàn",
    ),
    "a bomb": (packed(word__document=" " * (120 * 1024 * 1024)), "100 MB"),
    "a long part": (packed(word__document="<x>" + " " * (40 * 1024 * 1024) + "</x>"), "quá dài"),
    "too many parts": (packed(**{f"p{at}": "" for at in range(5_001)}), "100 MB"),
    "too large": (b"P" * (21 * 1024 * 1024), "20 MB"),
    "300 tables deep": (body(nested(300)), "lồng"),
    "30,000 tables deep": (body(nested(30_000)), ""),
    "200,000 paragraphs": (body("<w:p><w:r><w:t>x</w:t></w:r></w:p>" * 200_000), "20.000 đoạn"),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_a_file_that_cannot_be_checked_is_refused_in_one_sentence(case: str) -> None:
    content, words = HOSTILE[case]
    begun = time.monotonic()

    with pytest.raises(BadInput) as refusal:
        inspect_bytes(content, file_name="x.docx")

    assert words in refusal.value.sentence
    assert time.monotonic() - begun < 20


@pytest.mark.parametrize(("name", "words"), [("a.doc", ".doc"), ("A.DOCM", "macro")])
def test_a_name_that_promises_the_wrong_format_is_refused_before_reading(name: str, words: str) -> None:
    with pytest.raises(BadInput, match=words):
        inspect_bytes(write_docx(plan()), file_name=name)


def test_a_report_comes_whole_out_of_the_child() -> None:
    content = write_docx(plan())

    assert inspect_bytes(content, file_name="x.docx") == inspect_found(read_docx(content))
    assert inspect_bytes(content, profile=Profile.VILLAGE).profile is Profile.VILLAGE


PIECES = st.sampled_from(
    [
        *("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Số: 1/KH-UBND", "Số:", "KẾ HOẠCH"),
        *("Hà Nội, ngày 1 tháng 2 năm 2023", "Căn cứ Luật;", "Kính gửi:", "I. A", "a) b", "Điều 1.", "Phụ lục", "./."),
        *("Nơi nhận:", "- x;", "Lưu: VT.", "TM. UBND", "CHỦ TỊCH", "Nguyễn Văn A", "\t", "     ", "(", "KT. CHỦ"),
    ]
)  # fmt: skip
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=60)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.one_of(PIECES, st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=60)), max_size=30
    )
)
def test_no_words_break_the_checker_in_any_profile(lines: list[str]) -> None:
    words = [line.replace("&", "").replace("<", "").replace("\ufffe", "").replace("\uffff", "") for line in lines]
    found = read_docx(body("".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in words)))

    for profile in (None, *Profile):
        report = inspect_found(found, profile)
        assert not report.passes
        assert all(remark.found and remark.wanted for remark in report.remarks)

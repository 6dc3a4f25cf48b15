"""Files that are broken, foreign or hostile: one sentence, in little time, never a traceback."""

import io
import os
import time
import zipfile
from pathlib import Path

import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from danban.kit.refusals import BadInput
from danban.planreader import read_bytes, read_file, read_text
from danban.planreader.reading import from_json

ENTITY = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
PDF = typst.compile(b"Xin ch\xc3\xa0o", format="pdf")


def packed(name: str, words: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, words)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "rỗng"),
        (b"  \n\n ", "rỗng"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 500, "hình ảnh"),
        (b"MZ" + os.urandom(300), "không phải"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, ".doc"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
        (b"PK\x03\x04" + b"\x00" * 200, "hỏng"),
        (packed("hello.txt", b"x"), "nén"),
        (packed("xl/workbook.xml", b"<x/>"), "bảng tính"),
        (packed("word/document.xml", b"<w:document"), "hỏng"),
        (packed("word/document.xml", f"{ENTITY}<x>&a;</x>".encode()), "không an toàn"),
        (packed("content.xml", f"{ENTITY}<x>&a;</x>".encode()), "không an toàn"),
        (packed("word/document.xml", b" " * (120 * 1024 * 1024)), "100 MB"),
        (packed("word/document.xml", b"<x>" + b" " * (40 * 1024 * 1024) + b"</x>"), "quá dài"),
        (b"%PDF-1.7 nothing more", "hỏng"),
        (PDF[: len(PDF) // 3], "PDF"),
        (PDF, "scan"),
        (b"\x00\x01\x02" * 500, "không phải"),
        (b"a" * (21 * 1024 * 1024), "20 MB"),
        (b"x", "có đuôi .docx"),
        ("KẾ HOẠCH tổ chức hội nghị".encode(), "có đuôi .docx"),
        (b"<html><body><p>KE HOACH</p></body></html>", "có đuôi .docx"),
        (b"{\\rtf1 x}", ".rtf"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_refused_in_one_sentence(content: bytes, word: str) -> None:
    begun = time.monotonic()

    with pytest.raises(BadInput) as refusal:
        read_bytes(content, file_name="plan.docx")

    assert word in refusal.value.sentence
    assert time.monotonic() - begun < 10


@pytest.mark.parametrize(("name", "said"), [("a.pdf", "tệp PDF"), ("A.ODT", "OpenDocument"), ("a.docx", "Word")])
def test_a_name_that_promises_another_format_is_not_believed(name: str, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        read_bytes(b"x", file_name=name)


def test_a_text_longer_than_any_plan_is_refused() -> None:
    with pytest.raises(BadInput, match="triệu"):
        read_bytes(b"x y " * 300_000, file_name="plan.txt")


def test_a_locked_pdf_asks_for_one_without_password() -> None:
    locked = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
        b"3 0 obj<</Filter/Standard/V 1/R 2/O<" + b"11" * 32 + b">/U<" + b"22" * 32 + b">/P -4>>endobj\n"
        b"trailer<</Root 1 0 R/Encrypt 3 0 R/ID[<00><00>]/Size 4>>\n%%EOF"
    )

    with pytest.raises(BadInput) as refusal:
        read_bytes(locked)

    assert "mật khẩu" in refusal.value.sentence


def test_entities_of_a_web_page_fetch_nothing() -> None:
    reading = read_bytes(f"<!DOCTYPE html [{ENTITY}]><html><body><p>KẾ HOẠCH &a;</p></body></html>".encode())

    assert "root:" not in reading.text


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "none.docx", tmp_path):
        with pytest.raises(BadInput):
            read_file(path)


def test_a_large_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large.docx"
    with path.open("wb") as stream:
        stream.truncate(50 * 1024 * 1024)

    with pytest.raises(BadInput) as refusal:
        read_file(path)

    assert "20 MB" in refusal.value.sentence


def test_a_page_nested_without_end_does_no_harm() -> None:
    reading = read_bytes(b"<html><body><p>K&#7870; HO&#7840;CH n&#259;m 2024</p>" + b"<div>" * 5_000 + b"x")

    assert "KẾ HOẠCH" in reading.text


PIECES = st.sampled_from(
    [
        *("trước ngày ", "từ ", "đến ", "20/12/2022", "32/13/2022", "tháng 3", "quý IV", "năm 2024", "ngày 30 tháng 2"),
        *("I. ", "1. ", "a) ", "- ", "\n", "KẾ HOẠCH\n", "Điều 1.", "PHỤ LỤC", "Nơi nhận:", "|", "(", ")", ";", "“"),
        *("Căn cứ Nghị định số 1/2020/NĐ-CP", "5 triệu đồng", "100% hộ", "Sở Y tế ", "chủ trì ", "mùng 8 tháng Giêng"),
        *("hằng tuần", "thứ Sáu ", "30/2/2023", "đ", "\u0301", "\t"),
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=40).map("".join)))
def test_no_text_breaks_the_reader_and_every_span_lies_inside(text: str) -> None:
    reading = read_text(text)

    spans = [
        one.span
        for facts in (
            reading.cited,
            reading.sections,
            reading.deadlines,
            reading.money,
            reading.quotas,
            reading.assignments,
            reading.contents,
        )
        for one in facts
    ]
    assert all(0 <= start < end <= len(reading.text) for start, end in spans)
    for deadline in reading.deadlines:
        assert deadline.text in reading.text[slice(*deadline.span)]
        assert deadline.start is None or deadline.end is None or deadline.start <= deadline.end
    assert from_json(reading.as_json()) == reading

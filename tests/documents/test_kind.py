"""A file is what its content says."""

import pytest

from danban.documents import rules
from danban.documents.rules.content import MAX_UNPACKED_BYTES
from danban.kit.refusals import BadInput
from tests.documents import uploads

TOO_LARGE = b"x" * (rules.MAX_BYTES + 1)


@pytest.mark.parametrize(
    ("content", "ending"),
    [
        (uploads.docx(), "docx"),
        (uploads.xlsx(), "xlsx"),
        (uploads.odt(), "odt"),
        (uploads.PDF, "pdf"),
        (uploads.jpeg(), "jpg"),
        (uploads.png(), "png"),
    ],
)
def test_every_kind_an_office_sends_is_known_by_its_content(content: bytes, ending: str) -> None:
    kind = rules.kind_of(content)

    assert kind.ending == ending
    assert kind.is_picture == (ending in {"jpg", "png"})
    assert kind in rules.KINDS


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "rỗng"),
        (TOO_LARGE, "20 MB"),
        (b"MZ\x90\x00program", "loại không nhận được"),
        (b"<script>alert(1)</script>", "loại không nhận được"),
        (uploads.OLD_WORD, "kiểu cũ"),
        (b"PK\x03\x04 broken", "bị hỏng"),
        (uploads.packed(a_0txt=b"x"), "tệp nén"),
        (uploads.packed(mimetype=b"application/epub+zip", content_0xml=b"x"), "tệp nén"),
        (uploads.packed(word__document_0xml=b"x", word__vbaProject_0bin=b"x"), "macro"),
        (uploads.packed(word__document_0xml=b"\x00" * (MAX_UNPACKED_BYTES + 1)), "100 MB"),
    ],
    ids=["empty", "large", "program", "page", "old", "broken", "zip", "book", "macro", "bomb"],
)
def test_anything_else_is_refused_with_a_sentence(content: bytes, words: str) -> None:
    with pytest.raises(BadInput, match=words):
        rules.kind_of(content)


def test_a_locked_paper_is_refused() -> None:
    locked = bytearray(uploads.docx())
    for mark in (b"PK\x03\x04", b"PK\x01\x02"):
        place = locked.find(mark) + (6 if mark == b"PK\x03\x04" else 8)
        locked[place] |= 1

    with pytest.raises(BadInput, match="mật khẩu"):
        rules.kind_of(bytes(locked))

"""The page that checks the form of any Word file: it answers at once and keeps nothing."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from danban.audit.models import Entry
from danban.papers.word import write_docx
from tests.cast import Cast
from tests.papers.check import breaking
from tests.papers.check.samples import SAMPLES
from tests.web.entering import enter

PAGE = reverse("desk:documents:check_paper")
PLAN = "kế hoạch"


def _asked(cast: Cast, content: bytes, *, name: str = "ke-hoach.docx", profile: str = "auto") -> Any:
    file = SimpleUploadedFile(name, content)
    return enter(cast, "phuc_xa").post(PAGE, {"file": file, "profile": profile})


def test_a_paper_in_form_is_told_so_with_what_was_looked_at(cast: Cast) -> None:
    answer = _asked(cast, write_docx(SAMPLES[PLAN]()))

    text = answer.content.decode()
    assert answer.status_code == 200
    assert "Đúng thể thức" in text
    assert "Quốc hiệu, Tiêu ngữ" in text
    assert "cơ quan nhà nước" in text


def test_a_fault_is_told_with_its_place_what_it_should_be_and_the_rule_and_nothing_is_kept(cast: Cast) -> None:
    content = breaking.broken(write_docx(SAMPLES[PLAN]()), breaking.sized("CỘNG HÒA", 15))
    before = Entry.objects.count()

    answer = _asked(cast, content, profile="state")

    text = answer.content.decode()
    assert "1 chỗ chưa đúng thể thức" in text
    assert "Cỡ chữ 15" in text
    assert "Cỡ chữ 12 đến 13" in text
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in text
    assert "mục II.1" in text
    assert Entry.objects.count() == before


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [("a.docx", b"\x89PNG\r\n\x1a\n00", "hình ảnh"), ("a.doc", b"x", ".doc"), ("a.docm", b"PK", "macro")],
)
def test_what_is_no_word_file_is_refused_in_a_sentence(cast: Cast, name: str, content: bytes, words: str) -> None:
    answer = _asked(cast, content, name=name)

    assert answer.status_code == 422
    assert words in answer.content.decode()


def test_words_of_a_file_are_never_markup(cast: Cast) -> None:
    change = breaking.says("Độc lập", "Độc lập <b>-</b> Tự do - Hạnh phúc")

    text = _asked(cast, breaking.broken(write_docx(SAMPLES[PLAN]()), change)).content.decode()

    assert "<b>-</b>" not in text

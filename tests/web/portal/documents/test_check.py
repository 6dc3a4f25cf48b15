"""Anybody with a printed paper learns whether it is authentic, and nothing that is not public."""

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from danban.documents import actions
from danban.documents.models import Document, StoredFile
from danban.documents.states import DocumentStatus
from danban.web.ui import throttle
from tests.cast import AT, Cast
from tests.documents.factories import issue_composed

SUBJECT = "Tổ chức hội nghị đại biểu Nhân dân năm 2023"
SIGNED = b"%PDF-1.7 ban da ky, dong dau"


@pytest.fixture(autouse=True)
def _on_the_day() -> Iterator[None]:
    """Everything happens on the day of the cast."""
    with time_machine.travel(AT, tick=False):
        yield


def _signed(document: Document) -> Document:
    document.signed_file = actions.keep_file(SIGNED, name="ban ky.pdf", media_type="application/pdf", at=AT)
    document.save(update_fields=["signed_file"])
    return document


def _page(client: Client, document: Document) -> str:
    answer = client.get(f"/kiem-tra/{document.public_code}/")
    assert answer.status_code == 200
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    return answer.content.decode()


def _compare(client: Client, document: Document, content: bytes) -> Any:
    file = SimpleUploadedFile("to-giay.pdf", content, content_type="application/pdf")
    return client.post(f"/kiem-tra/{document.public_code}/so-tep/", {"tep": file})


def test_an_authentic_paper_says_who_issued_and_signed_it(cast: Cast, client: Client) -> None:
    page = _page(client, issue_composed(cast))

    assert "Văn bản thật" in page
    assert "Ủy ban MTTQ Việt Nam Phường Phúc Xá" in page
    assert "01/KH-MTTQ-BTT" in page
    assert "10/02/2023" in page
    assert "Trịnh Văn Sơn" in page
    assert "TM. BAN THƯỜNG TRỰC · CHỦ TỊCH" in page
    assert SUBJECT in page
    assert "Tải bản PDF" in page


def test_of_a_paper_that_is_not_public_neither_subject_nor_file_is_shown(cast: Cast, client: Client) -> None:
    document = _signed(issue_composed(cast, is_public=False))

    page = _page(client, document)

    assert "01/KH-MTTQ-BTT" in page
    assert SUBJECT not in page
    assert "Tải bản" not in page
    for kind in ("pdf", "ky"):
        assert client.get(f"/kiem-tra/{document.public_code}/{kind}/").status_code == 404


def test_a_revoked_paper_gives_its_reason_only_where_it_is_public(cast: Cast, client: Client) -> None:
    for is_public in (True, False):
        document = issue_composed(cast, is_public=is_public)
        Document.objects.filter(pk=document.pk).update(
            status=DocumentStatus.REVOKED, revoked_at=AT, revoke_reason="Ghi nhầm ngày họp."
        )

        page = _page(client, document)

        assert "đã bị nơi ban hành thu hồi" in page
        assert "Thu hồi ngày 10/02/2023" in page
        assert ("Ghi nhầm ngày họp." in page) is is_public


def test_a_replaced_paper_leads_to_the_one_that_holds_now(cast: Cast, client: Client) -> None:
    old = issue_composed(cast)
    new = issue_composed(cast, replaces_id=old.pk)

    page = _page(client, old)

    assert "đã được văn bản khác thay thế" in page
    assert f'href="/kiem-tra/{new.public_code}/"' in page
    assert "số 02/KH-MTTQ-BTT, ngày 10/02/2023" in page


def test_an_unknown_code_and_a_draft_answer_alike(cast: Cast, client: Client) -> None:
    document = issue_composed(cast)
    Document.objects.filter(pk=document.pk).update(
        status=DocumentStatus.DRAFTING, issued_at=None, issued_on=None, entry=None
    )

    for code in (document.public_code, "zzzzzzzzzz"):
        answer = client.get(f"/kiem-tra/{code}/")
        assert answer.status_code == 404
        assert "Không có văn bản nào mang mã này" in answer.content.decode()


def test_a_code_is_found_however_it_is_typed(cast: Cast, client: Client) -> None:
    code = issue_composed(cast).public_code

    for typed in (code.upper(), f" {code[:5]}-{code[5:]} "):
        assert client.get("/kiem-tra/", {"ma": typed})["Location"] == f"/kiem-tra/{code}/"
    assert client.get("/kiem-tra/").status_code == 200
    wrong = client.get("/kiem-tra/", {"ma": "abc"})
    assert wrong.status_code == 422
    assert "đúng 10 chữ và số" in wrong.content.decode()


def test_a_file_is_compared_and_nothing_of_it_is_kept(cast: Cast, client: Client) -> None:
    document = issue_composed(cast, is_public=False)
    nothing = _compare(client, document, SIGNED).content.decode()
    document.pdf = actions.keep_file(b"%PDF-1.7 phat hanh", name="a.pdf", media_type="application/pdf", at=AT)
    document.save(update_fields=["pdf"])
    _signed(document)
    kept = StoredFile.objects.count()

    assert "Chưa có gì để so" in nothing
    assert "Đúng bản đã phát hành" in _compare(client, document, b"%PDF-1.7 phat hanh").content.decode()
    assert "Đúng bản ký" in _compare(client, document, SIGNED).content.decode()
    assert "Khác bản đã phát hành" in _compare(client, document, SIGNED + b" ").content.decode()
    assert _compare(client, document, b"").status_code == 422
    assert _compare(client, document, b"x" * (20 * 1024 * 1024 + 1)).status_code == 422
    assert StoredFile.objects.count() == kept


def test_a_public_paper_is_taken_home_as_pdf_and_signed(cast: Cast, client: Client, paper_fonts: object) -> None:
    document = _signed(issue_composed(cast))

    pdf = client.get(f"/kiem-tra/{document.public_code}/pdf/")
    signed = client.get(f"/kiem-tra/{document.public_code}/ky/")

    assert pdf.content.startswith(b"%PDF-")
    assert "01-kh-mttq-btt.pdf" in pdf["Content-Disposition"]
    assert signed.content == SIGNED
    assert "Đúng bản đã phát hành" in _compare(client, document, pdf.content).content.decode()
    assert client.get(f"/kiem-tra/{document.public_code}/docx/").status_code == 404


def test_an_address_that_asks_too_often_waits(cast: Cast, client: Client) -> None:
    code = issue_composed(cast).public_code
    asked = [client.get(f"/kiem-tra/{code}/").status_code for _ in range(throttle.CHECKING.an_address + 1)]

    assert set(asked[:-1]) == {200}
    assert asked[-1] == 409
    assert client.get(f"/kiem-tra/{code}/", REMOTE_ADDR="203.0.113.9").status_code == 200

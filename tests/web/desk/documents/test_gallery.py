"""The gallery: every kind is shown, both files of each are to be had, and nothing else is."""

import io

import pytest
from django.test import Client
from django.urls import reverse
from docx import Document
from docx.table import Table

from danban.papers.kinds.catalogue import KINDS
from tests.cast import Cast
from tests.web.entering import enter


def test_every_kind_is_listed_and_shown_with_both_files(cast: Cast) -> None:
    client = enter(cast, "phuc_xa")
    listed = client.get(reverse("desk:documents:gallery")).content.decode()

    for kind in KINDS:
        address = reverse("desk:documents:gallery_kind", args=[kind.code])
        page = client.get(address).content.decode()

        assert kind.name in listed
        assert address in listed
        assert reverse("desk:documents:gallery_file", args=[kind.code, "pdf"]) in page
        assert reverse("desk:documents:gallery_file", args=[kind.code, "docx"]) in page
        assert all(signature.name in page for signature in kind.sample().signatures)


@pytest.mark.usefixtures("paper_fonts")
def test_a_sample_is_saved_never_shown(cast: Cast) -> None:
    client = enter(cast, "phuc_xa")

    word = client.get(reverse("desk:documents:gallery_file", args=["giay-moi", "docx"]))
    pdf = client.get(reverse("desk:documents:gallery_file", args=["giay-moi", "pdf"]))

    assert any("ĐỘC LẬP" in "".join(cell.text for cell in table._cells).upper() for table in _tables(word.content))
    assert pdf.content.startswith(b"%PDF")
    for answer, ending in ((word, "docx"), (pdf, "pdf")):
        assert answer["Content-Disposition"] == f'attachment; filename="mau-giay-moi.{ending}"'
        assert answer["X-Content-Type-Options"] == "nosniff"


def _tables(content: bytes) -> list[Table]:
    return list(Document(io.BytesIO(content)).tables)


@pytest.mark.parametrize(("kind", "ending"), [("khong-co", "pdf"), ("giay-moi", "odt"), ("..", "docx")])
def test_what_is_no_kind_or_no_file_is_not_found(cast: Cast, kind: str, ending: str) -> None:
    address = reverse("desk:documents:gallery") + f"{kind}.{ending}"

    assert enter(cast, "phuc_xa").get(address).status_code == 404


def test_without_faces_a_pdf_is_one_sentence_and_word_is_there(cast: Cast, settings: object, tmp_path: object) -> None:
    settings.PAPER_FONTS = tmp_path  # type: ignore[attr-defined]
    client: Client = enter(cast, "phuc_xa")

    refused = client.get(reverse("desk:documents:gallery_file", args=["giay-moi", "pdf"]))

    assert refused.status_code == 422
    assert "danban assets" in refused.content.decode()
    assert client.get(reverse("desk:documents:gallery_file", args=["giay-moi", "docx"])).status_code == 200

"""What an office attaches is kept as what it is."""

import pytest

from danban.documents import actions, queries
from danban.documents.models import StoredFile
from danban.kit.refusals import BadInput
from tests.cast import AT
from tests.documents import uploads

pytestmark = pytest.mark.django_db


def test_a_file_is_kept_under_its_true_type_whatever_its_name_says() -> None:
    kept = actions.keep_upload(uploads.docx(), name="anh.jpg", at=AT)

    assert kept.media_type.endswith("wordprocessingml.document")
    assert queries.content_of(kept.sha256) == uploads.docx()


def test_a_photograph_is_kept_without_its_notes() -> None:
    kept = actions.keep_upload(uploads.png((b"tEXt", uploads.SECRET)), name="anh.png", at=AT)

    assert queries.content_of(kept.sha256) == uploads.png()
    assert kept.media_type == "image/png"


def test_what_is_no_paper_and_no_picture_is_refused_and_not_kept() -> None:
    with pytest.raises(BadInput, match="loại không nhận được"):
        actions.keep_upload(b"#!/bin/sh", name="bao-cao.docx", at=AT)

    assert not StoredFile.objects.exists()

"""Files are kept once, under their hash."""

import hashlib

import pytest

from danban.documents import actions, queries
from danban.documents.models import StoredFile
from danban.kit.refusals import BadInput
from tests.cast import AT

pytestmark = pytest.mark.django_db


def test_the_same_bytes_are_kept_once_and_lie_under_their_hash() -> None:
    first = actions.keep_file(b"ke hoach", name="kế hoạch.docx", media_type="x/y", at=AT)
    again = actions.keep_file(b"ke hoach", name="bản khác.docx", media_type="x/y", at=AT)

    assert first.pk == again.pk
    assert again.name == "kế hoạch.docx"
    assert queries.path_of(hashlib.sha256(b"ke hoach").hexdigest()).read_bytes() == b"ke hoach"


@pytest.mark.parametrize("name", ["../../etc/passwd", "C:\\tam\\ke hoach.docx", "/", ""])
def test_a_name_never_leads_out_of_the_folder(name: str) -> None:
    file = actions.keep_file(name.encode() + b"x", name=name, media_type="x/y", at=AT)

    assert "/" not in file.name
    assert "\\" not in file.name
    assert file.name


@pytest.mark.parametrize(("content", "words"), [(b"", "rỗng"), (b"x" * (20 * 1024 * 1024 + 1), "20 MB")])
def test_an_empty_or_huge_file_is_refused_and_nothing_is_kept(content: bytes, words: str) -> None:
    with pytest.raises(BadInput, match=words):
        actions.keep_file(content, name="a", media_type="x/y", at=AT)

    assert not StoredFile.objects.exists()

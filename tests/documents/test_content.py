"""A kept file is read back by its hash."""

import pytest

from danban.documents import actions, queries
from danban.kit.refusals import NotFound
from tests.cast import AT


@pytest.mark.django_db
def test_bytes_come_back_as_they_were_kept() -> None:
    file = actions.keep_file(b"\x00abc", name="a.bin", media_type="x/y", at=AT)

    assert queries.content_of(file.sha256) == b"\x00abc"
    assert queries.file_by(file.sha256) == file


@pytest.mark.django_db
@pytest.mark.parametrize("digest", ["", "0" * 64, "../../etc/passwd"])
def test_a_hash_nobody_kept_is_not_found(digest: str) -> None:
    with pytest.raises(NotFound, match="tải lại"):
        queries.content_of(digest)


@pytest.mark.django_db
def test_a_file_whose_bytes_are_gone_is_not_found() -> None:
    file = actions.keep_file(b"abc", name="a.bin", media_type="x/y", at=AT)
    queries.path_of(file.sha256).unlink()

    with pytest.raises(NotFound):
        queries.content_of(file.sha256)

"""Read kept files."""

from danban.documents.models import StoredFile
from danban.kit.kept import path_of
from danban.kit.refusals import NotFound


def file_by(digest: str) -> StoredFile:
    """A kept file by the SHA-256 of its content, which nobody can guess; ``NotFound`` if it was never kept."""
    file = StoredFile.objects.filter(sha256=digest).first()
    if file is None:
        raise NotFound("Không còn tệp này. Hãy tải lại tệp.")
    return file


def content_of(digest: str) -> bytes:
    """The bytes of a kept file; ``NotFound`` if it was never kept or its bytes are gone."""
    place = path_of(file_by(digest).sha256)
    if not place.is_file():
        raise NotFound("Không còn tệp này. Hãy tải lại tệp.")
    return place.read_bytes()

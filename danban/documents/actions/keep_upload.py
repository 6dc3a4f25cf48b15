"""Keep what an office attaches: told by its content, photographs without their notes."""

from datetime import datetime

from django.db import transaction

from danban.documents import rules
from danban.documents.actions.keep_file import keep_file
from danban.documents.models import StoredFile


@transaction.atomic
def keep_upload(content: bytes, *, name: str, at: datetime) -> StoredFile:
    """Keep a DOCX, XLSX, ODT, PDF, JPEG or PNG of at most 20 MB; called in the transaction of the room it is for.

    Raises ``BadInput`` for anything else.
    """
    kind = rules.kind_of(content)
    return keep_file(rules.without_traces(content, kind), name=name, media_type=kind.media_type, at=at)

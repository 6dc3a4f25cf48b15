"""Keep a file: bytes first, under their hash; the row in the caller's transaction."""

import hashlib
import os
from datetime import datetime
from pathlib import Path

from django.db import transaction

from danban.documents.models import StoredFile
from danban.documents.rules.content import MAX_BYTES
from danban.kit.kept import path_of
from danban.kit.refusals import BadInput
from danban.kit.vietnamese import squeeze


@transaction.atomic
def keep_file(content: bytes, *, name: str, media_type: str, at: datetime) -> StoredFile:
    """Keep ``content`` (at most 20 MB) once; the same bytes again give the same row.

    Raises ``BadInput`` for an empty or too large file.
    """
    if not content:
        raise BadInput("Tệp rỗng. Hãy chọn lại tệp có nội dung.")
    if len(content) > MAX_BYTES:
        raise BadInput("Tệp lớn quá 20 MB. Hãy giảm dung lượng rồi tải lại.")
    digest = hashlib.sha256(content).hexdigest()
    _write_once(path_of(digest), content)
    safe_name = squeeze(Path(name.replace("\\", "/")).name)[:200] or "tep"
    file, _ = StoredFile.objects.get_or_create(
        sha256=digest,
        defaults={"size": len(content), "media_type": media_type[:120], "name": safe_name, "kept_at": at},
    )
    return file


def _write_once(path: Path, content: bytes) -> None:
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(f".{os.getpid()}.part")
    part.write_bytes(content)
    part.replace(path)

"""Attach the signed and sealed scan, or the digitally signed file, of an issued paper."""

from datetime import datetime

from django.db import transaction

from danban.documents import rules
from danban.documents.actions.keep_upload import keep_upload
from danban.documents.actions.locks import lock_document
from danban.documents.actions.steps import record_step
from danban.documents.models import Document
from danban.kit.actor import Actor


@transaction.atomic
def attach_signed(document_id: int, *, content: bytes, name: str, actor: Actor, at: datetime) -> Document:
    """Keep the signed copy with its paper; a better one takes its place, the diary knows both.

    Raises ``NotFound``, ``NotYours``, ``NotNow`` (not issued) or ``BadInput`` (no PDF or photograph).
    """
    document = lock_document(document_id)
    rules.check_can_attach_signed(actor, document, at=at)
    rules.check_is_scan(content)
    before, document.signed_file = document.signed_file, keep_upload(content, name=name, at=at)
    document.save(update_fields=["signed_file"])
    files = [before.sha256 if before else None, document.signed_file.sha256]
    record_step("document.signed_attached", document, actor, at, files=files)
    return document

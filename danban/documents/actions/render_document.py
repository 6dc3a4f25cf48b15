"""Render an issued document: its PDF is made from what was frozen, once, when first asked for."""

from datetime import datetime

from django.conf import settings
from django.db import transaction

from danban.audit.actions import record
from danban.documents import rules
from danban.documents.actions.keep_file import keep_file
from danban.documents.actions.locks import lock_document
from danban.documents.models import Document, StoredFile
from danban.documents.queries.contents import content_paper
from danban.documents.queries.names import file_name_of
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound
from danban.papers.pdf import write_pdf


def render_document(document_id: int, *, actor: Actor, at: datetime) -> StoredFile:
    """The kept PDF. Writing it holds no lock; of two that race the first to finish keeps its file, both give it.

    Raises ``NotFound``, or ``BadInput`` where the fonts of papers are not installed.
    """
    document = Document.objects.select_related("pdf", "entry", "body").filter(pk=document_id).first()
    if document is None:
        raise NotFound
    rules.check_can_render(actor, document, at=at)
    if document.pdf is not None:
        return document.pdf
    content = write_pdf(content_paper(document), fonts=settings.PAPER_FONTS)
    with transaction.atomic():
        return _keep(document, content, actor=actor, at=at)


def _keep(document: Document, content: bytes, *, actor: Actor, at: datetime) -> StoredFile:
    locked = lock_document(document.pk)
    if locked.pdf is not None:
        return locked.pdf
    file = keep_file(content, name=file_name_of(document, "pdf"), media_type=rules.PDF.media_type, at=at)
    locked.pdf = file
    locked.save(update_fields=["pdf"])
    changes = {"sha256": file.sha256}
    record(
        actor=actor, event="document.rendered", subject="document", subject_id=locked.pk, at=at,
        unit_id=locked.body.unit_id, changes=changes,
    )  # fmt: skip
    return file

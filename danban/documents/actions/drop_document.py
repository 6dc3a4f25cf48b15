"""Drop a draft that is not wanted any more."""

from datetime import datetime

from django.db import transaction

from danban.documents import rules
from danban.documents.actions.locks import lock_document
from danban.documents.actions.steps import record_step
from danban.documents.models import Document
from danban.documents.states import DOCUMENT
from danban.kit.actor import Actor


@transaction.atomic
def drop_document(document_id: int, *, actor: Actor, at: datetime) -> Document:
    """The draft is put away for good. Raises ``NotFound``, ``NotYours`` or ``NotNow`` (no draft any more)."""
    document = lock_document(document_id)
    rules.check_can_drop(actor, document, at=at)
    document.status = DOCUMENT.target("drop", document.status)
    document.save(update_fields=["status"])
    record_step("document.dropped", document, actor, at)
    return document

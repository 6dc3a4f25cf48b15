"""Return a paper to its drafter, with a reason; checks and signatures begin again."""

from datetime import datetime

from django.db import transaction

from danban.documents import rules
from danban.documents.actions.locks import lock_document
from danban.documents.actions.steps import record_step
from danban.documents.models import Document
from danban.documents.states import DOCUMENT
from danban.kit.actor import Actor
from danban.kit.vietnamese import nfc


@transaction.atomic
def return_document(document_id: int, *, reason: str, actor: Actor, at: datetime) -> Document:
    """The paper is a draft again. Raises ``NotFound``, ``NotYours``, ``NotNow`` or ``BadInput`` (no reason)."""
    document = lock_document(document_id)
    rules.check_can_return(actor, document, reason=reason, at=at)
    document.status = DOCUMENT.target("return", document.status)
    document.return_reason = nfc(reason).strip()
    document.content_checked_at = document.content_checked_by = None
    document.form_checked_at = document.form_checked_by = None
    document.save(
        update_fields=[
            "status", "return_reason", "content_checked_at", "content_checked_by", "form_checked_at", "form_checked_by"
        ]
    )  # fmt: skip
    document.signatures.all().delete()
    record_step("document.returned", document, actor, at)
    return document

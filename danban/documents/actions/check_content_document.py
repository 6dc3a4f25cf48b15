"""Check the content of a state paper: a person of its own says it is right."""

from datetime import datetime

from django.db import transaction

from danban.documents import rules
from danban.documents.actions.locks import lock_document
from danban.documents.actions.steps import record_step
from danban.documents.states import DOCUMENT
from danban.kit.actor import Actor


@transaction.atomic
def check_content_document(document_id: int, *, actor: Actor, at: datetime) -> None:
    """Say that the content is right. Raises ``NotFound``, ``NotYours`` (drafter, the other check) or ``NotNow``."""
    document = lock_document(document_id)
    rules.check_can_check_content(actor, document, at=at)
    document.status = DOCUMENT.target("check_content", document.status)
    document.content_checked_at, document.content_checked_by_id = at, actor.appointment_id
    document.save(update_fields=["status", "content_checked_at", "content_checked_by"])
    record_step("document.content_checked", document, actor, at)

"""Revoke an issued paper, with a reason; its number stays used and its page says so."""

from datetime import datetime

from django.db import transaction

from danban.documents import rules
from danban.documents.actions.locks import lock_document
from danban.documents.actions.steps import record_step
from danban.documents.actions.telling import tell_revoked
from danban.documents.models import Document
from danban.documents.states import DOCUMENT
from danban.kit.actor import Actor
from danban.kit.vietnamese import nfc


@transaction.atomic
def revoke_document(document_id: int, *, reason: str, actor: Actor, at: datetime) -> Document:
    """Take a paper back. Raises ``NotFound``, ``NotYours``, ``NotNow`` (not issued) or ``BadInput``."""
    document = lock_document(document_id)
    rules.check_can_revoke(actor, document, reason=reason, at=at)
    document.status = DOCUMENT.target("revoke", document.status)
    document.revoked_at, document.revoke_reason = at, nfc(reason).strip()
    document.save(update_fields=["status", "revoked_at", "revoke_reason"])
    record_step("document.revoked", document, actor, at)
    tell_revoked(document, at=at)
    return document

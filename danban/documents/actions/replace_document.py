"""Replace a document: the one issued in its place takes over; a part of issuing that one."""

from datetime import datetime

from django.db import transaction

from danban.audit.actions import record
from danban.documents import rules
from danban.documents.actions.locks import lock_document
from danban.documents.models import Document
from danban.documents.states import DOCUMENT
from danban.kit.actor import Actor


@transaction.atomic
def replace_document(document_id: int, *, actor: Actor, at: datetime) -> Document:
    """The old paper stands down. Raises ``NotFound``, ``NotYours``, or ``NotNow`` (revoked, replaced already)."""
    document = lock_document(document_id)
    rules.check_can_replace(actor, document, at=at)
    document.status = DOCUMENT.target("replace", document.status)
    document.save(update_fields=["status"])
    record(
        actor=actor,
        event="document.replaced",
        subject="document",
        subject_id=document.pk,
        at=at,
        unit_id=document.body.unit_id,
        changes={"entry": document.entry_id},
    )
    return document

"""Sign: an office of the body records that the paper bears the signature."""

from datetime import datetime

from django.db import transaction

from danban.documents import rules
from danban.documents.actions.locks import lock_document
from danban.documents.actions.steps import record_step
from danban.documents.models import Document
from danban.documents.states import DOCUMENT
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound


@transaction.atomic
def sign_document(document_id: int, *, signature_id: int, actor: Actor, at: datetime) -> Document:
    """Record one signature. Raises ``NotFound``, ``NotYours`` (drafter, a checker, the other body) or ``NotNow``."""
    document = lock_document(document_id)
    signature = document.signatures.select_related("body__kind").filter(pk=signature_id).first()
    if signature is None:
        raise NotFound
    rules.check_can_sign(actor, document, signature, at=at)
    document.status = DOCUMENT.target("sign", document.status)
    document.save(update_fields=["status"])
    signature.signed_at, signature.appointment_id = at, actor.appointment_id
    signature.save(update_fields=["signed_at", "appointment"])
    record_step("document.signed", document, actor, at, signature=signature.pk)
    return document

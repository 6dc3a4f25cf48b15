"""Check the form of a state paper: a person of its own says it is right."""

from datetime import datetime

from django.db import transaction

from danban.documents import rules
from danban.documents.actions.locks import lock_document
from danban.documents.actions.steps import record_step
from danban.documents.states import DOCUMENT
from danban.kit.actor import Actor


@transaction.atomic
def check_form_document(document_id: int, *, actor: Actor, at: datetime) -> None:
    """Say that the form is right. Raises ``NotFound``, ``NotYours`` (drafter, the other check) or ``NotNow``."""
    document = lock_document(document_id)
    rules.check_can_check_form(actor, document, at=at)
    document.status = DOCUMENT.target("check_form", document.status)
    document.form_checked_at, document.form_checked_by_id = at, actor.appointment_id
    document.save(update_fields=["status", "form_checked_at", "form_checked_by"])
    record_step("document.form_checked", document, actor, at)

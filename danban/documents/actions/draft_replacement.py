"""Draft what is to take the place of an issued paper, filled in from it."""

from datetime import datetime

from django.db import transaction

from danban.documents import rules
from danban.documents.actions.locks import lock_document
from danban.documents.actions.steps import record_step
from danban.documents.models import Document
from danban.kit.actor import Actor
from danban.kit.vietnamese import fold


@transaction.atomic
def draft_replacement(document_id: int, *, actor: Actor, at: datetime) -> Document:
    """A draft with the words of an issued paper; once issued the old one is replaced.

    Raises ``NotFound``, ``NotYours`` or ``NotNow`` (issued no more, another draft replaces it already).
    """
    old = lock_document(document_id)
    rules.check_can_draft_replacement(actor, old, at=at)
    document = Document.objects.create(
        body_id=old.body_id, second_body_id=old.second_body_id, profile=old.profile, kind=old.kind, series=old.series,
        symbol_pattern=old.symbol_pattern, subject=old.subject, folded=fold(old.subject),
        sheet={**old.sheet, "signer_ids": []}, is_public=old.is_public, replaces=old, drafted_at=at,
        drafted_by_id=actor.appointment_id,
    )  # fmt: skip
    record_step("document.drafted", document, actor, at, replaces=old.pk)
    return document

"""Edit a draft."""

from datetime import datetime

from django.db import transaction

from danban.documents import rules
from danban.documents.actions.draft_document import take_in
from danban.documents.actions.locks import lock_document
from danban.documents.actions.steps import record_step
from danban.documents.models import Document
from danban.documents.queries.sheets import bodies_of, signers_in
from danban.kit.actor import Actor


@transaction.atomic
def edit_document(document_id: int, *, sheet: rules.Sheet, actor: Actor, at: datetime) -> Document:
    """The draft says what was typed now. Raises ``NotFound``, ``NotYours``, ``NotNow`` (submitted) or ``BadInput``."""
    document = lock_document(document_id)
    rules.check_can_edit(actor, document, at=at)
    rules.check_can_draft(actor, sheet, bodies_of(sheet), signers_in(sheet), at=at)
    document.save(update_fields=take_in(document, sheet))
    record_step("document.edited", document, actor, at)
    return document

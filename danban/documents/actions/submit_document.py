"""Submit a draft: it is whole and goes to those who check and sign it."""

from datetime import datetime

from django.db import transaction

from danban.documents import rules
from danban.documents.actions.locks import lock_document
from danban.documents.actions.steps import record_step
from danban.documents.models import Document, Signature
from danban.documents.queries.sheets import bodies_of, signers_in
from danban.documents.states import DOCUMENT
from danban.kit.actor import Actor


@transaction.atomic
def submit_document(document_id: int, *, actor: Actor, at: datetime) -> Document:
    """Hand a draft on; who signs is written down as it will be printed.

    Raises ``NotFound``, ``NotYours``, ``NotNow``, or ``BadInput`` (something lacks, nobody signs, the drafter signs).
    """
    document = lock_document(document_id)
    rules.check_can_submit(actor, document, at=at)
    sheet = rules.sheet_from_plain(document.sheet)
    bodies, signers = bodies_of(sheet), signers_in(sheet)
    rules.check_is_ready(document, sheet, bodies, signers, at=at)
    document.status = DOCUMENT.target("submit", document.status)
    document.save(update_fields=["status"])
    Signature.objects.filter(document=document).delete()
    Signature.objects.bulk_create(
        Signature(
            document=document, body_id=signer.body_id, signer=signer, position=position, name=signer.full_name,
            lines=list(rules.lines_of(signer, signer.body.kind.code)),
        )
        for position, signer in enumerate(signers)
    )  # fmt: skip
    record_step("document.submitted", document, actor, at)
    return document

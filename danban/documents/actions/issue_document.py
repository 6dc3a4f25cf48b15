"""Issue a signed paper: it takes its number and never changes again."""

from datetime import date, datetime

from django.db import transaction

from danban.documents import rules
from danban.documents.actions.freezing import freeze, record_issue
from danban.documents.actions.locks import lock_document
from danban.documents.models import Document
from danban.documents.queries.sheets import paper_of
from danban.kit.actor import Actor
from danban.papers.paper import Signature as Printed


@transaction.atomic
def issue_document(document_id: int, *, issued_on: date, actor: Actor, at: datetime) -> Document:
    """Number, freeze and keep a paper drafted here; the paper it replaces stands down.

    ``issued_on`` is the day on the paper, today or earlier. Raises ``NotFound``, ``NotYours``, ``NotNow`` (checks or
    signatures are missing, issued already) or ``BadInput`` (day, pattern).
    """
    document = lock_document(document_id)
    signatures = list(document.signatures.order_by("position"))
    rules.check_can_issue(actor, document, signatures, at=at)
    rules.check_issue_day(document, issued_on, at=at)
    sheet = rules.sheet_from_plain(document.sheet)
    printed = tuple(Printed(tuple(one.lines), one.name) for one in signatures)
    paper = paper_of(sheet, on=issued_on, signatures=printed)
    document.save(update_fields=freeze(document, paper, issued_on, actor, at))
    record_issue(document, actor, at)
    return document

"""Who may issue a paper, replace one, and have its file made."""

from collections.abc import Sequence
from datetime import date, datetime

from danban.documents.models import Document
from danban.documents.rules.permits import check_can_take
from danban.documents.rules.signing import PaperSignature
from danban.documents.states import DOCUMENT, DocumentStatus
from danban.kit.actor import Actor
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from danban.papers.paper import Paper
from danban.units.models import Body


def check_can_issue_paper(
    actor: Actor, body: Body | None, paper: Paper, signatures: Sequence[PaperSignature], *, on: date, at: datetime
) -> None:
    """A room that composed a paper issues it for the own unit, not ahead of time, with somebody who signs."""
    check_can_take(actor, body, on=on, at=at)
    if not signatures:
        raise BadInput("Văn bản chưa có người ký. Hãy cử người ký của từng cơ quan trước khi ban hành.")
    if not paper.subject.strip():
        raise BadInput("Văn bản chưa có trích yếu.", {"subject": "Hãy ghi trích yếu."})


def check_can_replace(actor: Actor, document: Document, *, at: datetime) -> None:
    """An issued paper gives way to one of the same unit."""
    if not actor.is_machine and actor.unit_id != document.body.unit_id:
        raise NotYours(f"Văn bản của {document.body.name} do cơ quan, đơn vị đó thay thế.")
    if document.status == DocumentStatus.REVOKED:
        raise NotNow("Văn bản định thay thế đã bị thu hồi. Hãy soạn văn bản mới, không thay thế văn bản ấy.")
    DOCUMENT.target("replace", document.status)


def check_can_render(actor: Actor, document: Document, *, at: datetime) -> None:
    """Files are made of issued papers, for whoever may see them; of public ones for anybody."""
    is_seen = actor.is_machine or document.is_public
    if not is_seen and not Document.objects.visible_to(actor).filter(pk=document.pk).exists():
        raise NotFound
    if document.issued_at is None:
        raise NotNow("Văn bản chưa ban hành nên chưa có tệp chính thức.")

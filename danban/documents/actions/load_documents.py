"""Bring in issued documents in bulk, with numbers brought in before: a demonstration, or a year kept on paper."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db import transaction

from danban.audit.actions import record
from danban.documents import rules
from danban.documents.actions.freezing import fill_in
from danban.documents.models import Document, RegisterEntry, Signature
from danban.kit.actor import Actor
from danban.kit.vietnamese import squeeze
from danban.papers.paper import Paper


@dataclass(frozen=True)
class DocumentRow:
    """One issued paper with its number (``load_numbers``), None for a paper of a village."""

    paper: Paper
    body_id: int
    kind: str
    origin: str
    on: date
    issued_at: datetime
    entry: RegisterEntry | None
    second_body_id: int | None = None
    series: str = ""
    pattern: str = ""
    signatures: tuple[rules.PaperSignature, ...] = ()
    is_public: bool = False
    drafted_by_id: int | None = None


@transaction.atomic
def load_documents(rows: Iterable[DocumentRow], *, actor: Actor, at: datetime) -> list[Document]:
    """Write issued papers in the order given; one diary entry. Raises ``NotYours`` (not a machine)."""
    rules.check_can_load(actor, at=at)
    loaded = list(rows)
    documents = Document.objects.bulk_create([_document(row) for row in loaded], batch_size=200)
    signatures = [
        Signature(
            document=document, body_id=one.body_id, signer_id=one.signer_id, position=position, lines=list(one.lines),
            name=one.name, signed_at=one.signed_at or row.issued_at, appointment_id=one.appointment_id,
        )
        for document, row in zip(documents, loaded, strict=True)
        for position, one in enumerate(row.signatures)
    ]  # fmt: skip
    Signature.objects.bulk_create(signatures, batch_size=500)
    changes = {"documents": len(documents)}
    record(actor=actor, event="documents.loaded", subject="document", subject_id=None, at=at, changes=changes)
    return documents


def _document(row: DocumentRow) -> Document:
    document = Document(
        body_id=row.body_id, second_body_id=row.second_body_id, origin=row.origin, profile=row.paper.profile.value,
        kind=row.kind, series=row.series, symbol_pattern=row.pattern, subject=squeeze(row.paper.subject)[:300],
        drafted_at=row.issued_at, drafted_by_id=row.drafted_by_id, is_public=row.is_public,
    )  # fmt: skip
    paper = replace(row.paper, signatures=tuple(one.printed for one in row.signatures))
    fill_in(document, paper, row.entry, row.on, row.issued_at)
    return document

"""Freeze a paper at its issue: its number is taken, its content kept, the paper it replaces stands down."""

from dataclasses import replace
from datetime import date, datetime

from django.conf import settings

from danban.audit.actions import record
from danban.documents import rules
from danban.documents.actions.replace_document import replace_document
from danban.documents.actions.take_number import take_number
from danban.documents.actions.telling import tell_replaced
from danban.documents.models import Document, RegisterEntry
from danban.documents.states import DocumentStatus
from danban.kit.actor import Actor
from danban.kit.vietnamese import fold
from danban.papers.paper import CheckCode, Paper
from danban.papers.stored import as_json

FROZEN = ["status", "content", "subject", "folded", "entry", "issued_on", "issued_at"]
"""The columns an issue writes."""


def freeze(document: Document, paper: Paper, on: date, actor: Actor, at: datetime) -> list[str]:
    """Make ``document`` (locked, or not written yet) the issued one of ``paper``; the columns to be saved.

    A paper of a village takes no number. Raises what ``take_number`` raises, and ``BadInput`` where the form
    would print the number otherwise.
    """
    entry = _number(document, actor=actor, on=on, at=at) if paper.is_numbered else None
    if document.replaces_id is not None:
        replace_document(document.replaces_id, actor=actor, at=at)
    fill_in(document, paper, entry, on, at)
    return FROZEN


def fill_in(document: Document, paper: Paper, entry: RegisterEntry | None, on: date, at: datetime) -> None:
    """Put number, day and check code on the paper and the frozen paper into the document; nothing is written."""
    paper = replace(paper, issued_on=on, check_code=code_of(document))
    if entry is not None:
        paper = rules.with_number(paper, number=entry.number, symbol=entry.symbol)
    document.status = DocumentStatus.ISSUED
    document.content = as_json(paper)
    document.folded = fold(f"{entry.symbol if entry else ''} {document.subject}")
    document.entry = entry
    document.issued_on = on
    document.issued_at = at


def record_issue(document: Document, actor: Actor, at: datetime) -> None:
    """One line in the diary, once the document is written; whoever has the replaced paper is told."""
    if document.replaces is not None:
        document.replaces.refresh_from_db(fields=["status"])
        tell_replaced(document.replaces, by=document, at=at)
    record(
        actor=actor,
        event="document.issued",
        subject="document",
        subject_id=document.pk,
        at=at,
        unit_id=document.body.unit_id,
        changes={
            "kind": document.kind, "entry": document.entry_id, "on": document.issued_on,
            "replaces": document.replaces_id, "origin": document.origin,
        },
    )  # fmt: skip


def code_of(document: Document) -> CheckCode:
    """Where anybody may check the printed paper."""
    return CheckCode(f"{settings.PUBLIC_URL}/kiem-tra/{document.public_code}/", document.public_code)


def _number(document: Document, *, on: date, actor: Actor, at: datetime) -> RegisterEntry:
    return take_number(
        body_id=document.body_id, series=document.series, pattern=document.symbol_pattern, subject=document.subject,
        on=on, actor=actor, at=at,
    )  # fmt: skip

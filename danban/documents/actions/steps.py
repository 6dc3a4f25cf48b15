"""One line in the diary for each step of a document."""

from datetime import datetime

from danban.audit.actions import record
from danban.documents.models import Document
from danban.kit.actor import Actor


def record_step(event: str, document: Document, actor: Actor, at: datetime, **changes: object) -> None:
    """Write down ``event`` (ids and hashes only)."""
    record(
        actor=actor, event=event, subject="document", subject_id=document.pk, at=at, unit_id=document.body.unit_id,
        changes={"status": document.status, **changes},
    )  # fmt: skip

"""Bring in who was sent which paper and who has read it: a demonstration, or a year kept on paper."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from danban.audit.actions import record
from danban.documents import rules
from danban.documents.models import Delivery
from danban.kit.actor import Actor
from danban.kit.database import insert_rows, plain_moment


@dataclass(frozen=True)
class SentRow:
    """One paper in one unit's inbox; ``read_by_id`` the office that said so, None while unread."""

    document_id: int
    unit_id: int
    sent_at: datetime
    read_at: datetime | None = None
    read_by_id: int | None = None


@transaction.atomic
def load_deliveries(rows: Iterable[SentRow], *, actor: Actor, at: datetime) -> int:
    """Write deliveries in bulk, nobody told, with one diary entry; returns how many. Raises ``NotYours``."""
    rules.check_can_load(actor, at=at)
    columns = ("document_id", "unit_id", "address", "sent_at", "read_at", "read_by_id")
    plain = [
        (
            row.document_id, row.unit_id, "", plain_moment(row.sent_at),
            plain_moment(row.read_at) if row.read_at else None, row.read_by_id,
        )
        for row in rows
    ]  # fmt: skip
    insert_rows(Delivery._meta.db_table, columns, plain)  # noqa: SLF001  Django's public Model._meta
    changes = {"deliveries": len(plain)}
    record(actor=actor, event="deliveries.loaded", subject="delivery", subject_id=None, at=at, changes=changes)
    return len(plain)

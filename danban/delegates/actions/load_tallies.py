"""Bring in how many came, by group: a demonstration, or a year kept on paper before."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from danban.audit.actions import record
from danban.delegates import rules
from danban.delegates.models import Tally
from danban.kit.actor import Actor
from danban.kit.database import insert_rows

TallyRow = tuple[int, str, str, int]
"""Conference id, group code ("" for none), label ("" for none), count."""


@transaction.atomic
def load_tallies(rows: Iterable[TallyRow], *, actor: Actor, at: datetime) -> int:
    """Write counts in bulk, one diary entry; returns how many. Raises ``NotYours``."""
    rules.check_can_load(actor, at=at)
    plain = list(rows)
    insert_rows(Tally._meta.db_table, ("conference_id", "group", "label", "count"), plain)  # noqa: SLF001
    changes = {"tallies": len(plain)}
    record(actor=actor, event="tallies.loaded", subject="conference", subject_id=None, at=at, changes=changes)
    return len(plain)

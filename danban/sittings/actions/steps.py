"""What every deed at a conference leaves in the diary: ids and numbers, never words or names."""

from datetime import datetime
from typing import Any

from danban.audit.actions import record
from danban.kit.actor import Actor
from danban.sittings.models import HandCount, Opinion, Poll, Target, Turn


def write_down(
    row: Opinion | Turn | Target | HandCount | Poll, event: str, actor: Actor, at: datetime, **changes: Any
) -> None:  # fmt: skip
    """One entry about a row of a conference."""
    record(
        actor=actor, event=event, subject=event.partition(".")[0], subject_id=row.pk, at=at, unit_id=actor.unit_id,
        changes={"conference": row.conference_id} | changes,
    )  # fmt: skip

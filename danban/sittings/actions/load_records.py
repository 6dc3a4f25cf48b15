"""Bring in what was said and decided at many conferences: a demonstration, or a year kept on paper before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import uuid4

from django.db import connection, transaction

from danban.audit.actions import record
from danban.kit.actor import Actor
from danban.kit.database import insert_rows, plain_moment
from danban.kit.vietnamese import fold
from danban.sittings import rules
from danban.sittings.models import HandCount, Opinion, Target
from danban.sittings.states import Outcome


@dataclass(frozen=True)
class OpinionRow:
    """What one person said; ``answer`` is (text, by whom, due day) of an answer on the spot."""

    conference_id: int
    text: str
    speaker: str
    field: str
    said_at: datetime
    is_petition: bool
    answer: tuple[str, str, date | None] | None = None


@dataclass(frozen=True)
class CountRow:
    """An ordinary count of hands that was carried; ``target`` is the position of the target it decided."""

    conference_id: int
    question: str
    present: int
    against: int
    other: int
    counted_at: datetime
    chooses: str = ""
    target: int | None = None


@dataclass(frozen=True)
class TargetRow:
    """A target as agreed."""

    conference_id: int
    position: int
    indicator: str
    unit_label: str
    value: int
    base: int | None
    denominator: str


@transaction.atomic
def load_records(
    opinions: Sequence[OpinionRow], counts: Sequence[CountRow], targets: Sequence[TargetRow], *, actor: Actor,
    at: datetime,
) -> int:  # fmt: skip
    """Write them in bulk, one diary entry; returns how many rows. Raises ``NotYours``."""
    rules.check_can_load(actor, at=at)
    _write_opinions(opinions)
    _write_targets(targets)
    _write_counts(counts)
    changes = {"opinions": len(opinions), "counts": len(counts), "targets": len(targets)}
    record(actor=actor, event="records.loaded", subject="conference", subject_id=None, at=at, changes=changes)
    return sum(changes.values())


def _uuid() -> object:
    made = uuid4()
    return made if connection.features.has_native_uuid_field else made.hex


def _write_opinions(rows: Sequence[OpinionRow]) -> None:
    columns = (
        "uuid", "conference_id", "speaker", "text", "folded", "field", "said_at", "recorded_at", "answer",
        "answered_by", "answer_due_on", "is_settled", "is_petition",
    )  # fmt: skip
    plain = []
    for row in rows:
        answer, by, due_on = row.answer or ("", "", None)
        said, settled = plain_moment(row.said_at), True if row.answer and not row.is_petition else None
        plain.append(
            (
                _uuid(), row.conference_id, row.speaker, row.text, fold(row.text), row.field, said, said, answer, by,
                due_on, settled, row.is_petition,
            )
        )  # fmt: skip
    insert_rows(Opinion._meta.db_table, columns, plain)  # noqa: SLF001


def _write_counts(rows: Sequence[CountRow]) -> None:
    columns = (
        "uuid", "conference_id", "target_id", "question", "chooses", "matter", "is_ballot", "present", "in_favour",
        "against", "other", "gap_reason", "rule_set", "outcome", "goes_to", "counted_at",
    )  # fmt: skip
    targets = _targets_of(rows)
    plain = [
        (
            _uuid(), row.conference_id, targets.get((row.conference_id, row.target or 0)), row.question, row.chooses,
            "ordinary", False, row.present, row.present - row.against - row.other, row.against, row.other, "", "",
            Outcome.PASSED.value, "", plain_moment(row.counted_at),
        )
        for row in rows
    ]  # fmt: skip
    insert_rows(HandCount._meta.db_table, columns, plain)  # noqa: SLF001


def _targets_of(rows: Sequence[CountRow]) -> dict[tuple[int, int], int]:
    """Conference and position → id, of the targets these counts decide."""
    wanted = {row.conference_id for row in rows if row.target is not None}
    found = Target.objects.values_list("conference_id", "position", "pk") if wanted else ()
    return {(conference, position): pk for conference, position, pk in found if conference in wanted}


def _write_targets(rows: Sequence[TargetRow]) -> None:
    columns = (
        "conference_id", "position", "indicator", "unit_label", "base", "value", "first_value", "denominator",
        "measure", "owner",
    )  # fmt: skip
    plain = [
        (
            row.conference_id, row.position, row.indicator, row.unit_label,
            None if row.base is None else str(Decimal(row.base)), str(Decimal(row.value)), str(Decimal(row.value)),
            row.denominator, "", "",
        )
        for row in rows
    ]  # fmt: skip
    insert_rows(Target._meta.db_table, columns, plain)  # noqa: SLF001

"""Load promises of a demonstration by the thousand."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db import transaction

from danban.audit.actions import record
from danban.commitments import rules
from danban.commitments.models import Commitment
from danban.commitments.states import CommitmentStatus, Source
from danban.kit.actor import Actor
from danban.kit.database import insert_rows, plain_moment
from danban.units.models import Placement


@dataclass(frozen=True)
class LoadedPromise:
    """A promise with its result; ``outcome`` "" while nobody has settled it."""

    placement: Placement
    year: int
    position: int
    indicator: str
    title: str
    unit_label: str
    value: Decimal
    base: Decimal | None = None
    outcome: str = ""
    count: Decimal | None = None
    of: Decimal | None = None
    result: Decimal | None = None
    words: tuple[str, str, str] = ("", "", "")


@transaction.atomic
def load_commitments(rows: Sequence[LoadedPromise], *, actor: Actor, at: datetime) -> int:
    """Write them in a few statements; how many. For a machine only: raises ``NotYours``."""
    rules.check_can_load(actor, at=at)
    columns = (
        "year", "unit_id", "tree_id", "placement_id", "at_1", "at_2", "at_3", "position", "indicator", "title",
        "unit_label", "of_count", "base", "value", "measure", "owner", "source", "status", "outcome", "result",
        "result_count", "result_of", "limits", "causes", "remedy", "doubt", "adopted_at", "settled_at",
    )  # fmt: skip
    moment = plain_moment(at)
    plain = [
        (
            one.year, one.placement.unit_id, one.placement.tree_id, one.placement.pk, one.placement.at_1,
            one.placement.at_2, one.placement.at_3, one.position, one.indicator, one.title, one.unit_label, "",
            _plain(one.base), _plain(one.value), "", "", Source.PAPER.value,
            (CommitmentStatus.SETTLED if one.outcome else CommitmentStatus.OPEN).value, one.outcome, _plain(one.result),
            _plain(one.count), _plain(one.of), *one.words, "", moment, moment if one.outcome else None,
        )
        for one in rows
    ]  # fmt: skip
    insert_rows(Commitment._meta.db_table, columns, plain)  # noqa: SLF001
    record(
        actor=actor, event="commitments.loaded", subject="commitment", subject_id=None, at=at, unit_id=None,
        changes={"commitments": len(plain)},
    )  # fmt: skip
    return len(plain)


def _plain(figure: Decimal | None) -> str | None:
    return None if figure is None else str(figure)

"""What both kinds of reminding write: locks before, rows after."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from danban.campaigns.models import Obligation, Reminder
from danban.campaigns.queries.reminders import Due
from danban.campaigns.rules.reminding import Thing
from danban.campaigns.states import ReminderStep
from danban.kit.database import insert_rows, plain_moment
from danban.notices.queries import Recipient

_COLUMNS = ("obligation_id", "step", "for_day", "at", "by_office_id", "people")


@dataclass(frozen=True)
class Reminded:
    """How many obligations a reminder spoke of, and how many notices people got for it."""

    obligations: int = 0
    notices: int = 0


@dataclass(frozen=True)
class Step:
    """What was done, for which day (None: for the last day each obligation has now), when, by which office."""

    step: ReminderStep
    for_day: date | None
    taken_at: datetime
    by_office_id: int | None = None


def lock_waiting(obligations: QuerySet[Obligation]) -> None:
    """Lock what a reminder is about to speak of: nobody reminds of it or fulfils it meanwhile."""
    list(obligations.select_for_update(of=("self",)).order_by("pk").values_list("pk", flat=True))


def write_step(rows: Sequence[Due], people: Mapping[int, Sequence[Recipient]], step: Step) -> None:
    """One row an obligation, in bulk: a city is tens of thousands."""
    taken_at = plain_moment(step.taken_at)
    insert_rows(
        Reminder._meta.db_table,  # noqa: SLF001  Django's public Model._meta
        _COLUMNS,
        [
            (row.pk, step.step.value, step.for_day or row.due_on, taken_at, step.by_office_id, len(people[row.pk]))
            for row in rows
        ],
    )


def things_of(rows: Sequence[Due]) -> list[Thing]:
    """The rows as a notice names them."""
    return [Thing(row.name, row.unit_name, row.due_on) for row in rows]

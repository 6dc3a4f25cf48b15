"""Bring in a timetable with what was held by it: a demonstration, or a year kept on paper before."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from danban.audit.actions import record
from danban.conferences import rules
from danban.conferences.models import AgendaEntry, Conference, Hall, Officer
from danban.kit.actor import Actor
from danban.kit.database import insert_rows, plain_moment, update_rows
from danban.kit.vietnamese import fold


@dataclass(frozen=True)
class ConferenceRow:
    """One planned conference as it stands. ``hall`` is (unit id, name, address, seats), made where it is missing.

    ``agenda`` is (title, presenter, minutes, item id or None, mandatory); of a conference that was held every item
    was dealt with, one after the other from ``opened_at``. ``officers`` is (role, name, title).
    """

    conference_id: int
    status: str
    day: date | None = None
    session: str = ""
    hall: tuple[int, str, str, int] | None = None
    starts_at: datetime | None = None
    announced_at: datetime | None = None
    opened_at: datetime | None = None
    closed_at: datetime | None = None
    is_pilot: bool = False
    cause: str = ""
    agenda: tuple[tuple[str, str, int | None, int | None, bool], ...] = ()
    officers: tuple[tuple[str, str, str], ...] = ()


_COLUMNS = (
    "status", "day", "session", "hall_id", "starts_at", "announced_at", "opened_at", "closed_at", "held_on",
    "is_pilot", "cause",
)  # fmt: skip


@transaction.atomic
def load_conferences(rows: Iterable[ConferenceRow], *, actor: Actor, at: datetime) -> int:
    """Write the timetable in bulk, nobody told, one diary entry; returns how many. Raises ``NotYours``."""
    rules.check_can_load(actor, at=at)
    known = list(rows)
    halls = _halls(known)
    update_rows(Conference._meta.db_table, _COLUMNS, [_plain(row, halls) for row in known])  # noqa: SLF001
    _write_agendas(known)
    officers = [
        (row.conference_id, role, name, title, place)
        for row in known
        for place, (role, name, title) in enumerate(row.officers)
    ]
    columns = ("conference_id", "role", "full_name", "title", "position")
    insert_rows(Officer._meta.db_table, columns, officers)  # noqa: SLF001
    changes = {"conferences": len(known), "halls": len(halls)}
    record(actor=actor, event="conferences.loaded", subject="conference", subject_id=None, at=at, changes=changes)
    return len(known)


def _halls(rows: Sequence[ConferenceRow]) -> dict[tuple[int, str], int]:
    wanted = {(row.hall[0], row.hall[1]): row.hall for row in rows if row.hall}
    Hall.objects.bulk_create(
        [
            Hall(unit_id=unit, name=name, address=address, seats=seats, folded=fold(f"{name} {address}"))
            for unit, name, address, seats in wanted.values()
        ],
        batch_size=500,
        ignore_conflicts=True,
    )
    units = {unit for unit, _ in wanted}
    found = Hall.objects.filter(unit__in=Hall.objects.values("unit")).values_list("unit_id", "name", "pk")
    return {(unit, name): pk for unit, name, pk in found if unit in units}


def _plain(row: ConferenceRow, halls: dict[tuple[int, str], int]) -> tuple[object, ...]:
    def moment(value: datetime | None) -> object:
        return plain_moment(value) if value else None

    held_on = row.day if row.status == "held" else None
    return (
        row.status, row.day, row.session, halls[row.hall[0], row.hall[1]] if row.hall else None,
        moment(row.starts_at), moment(row.announced_at), moment(row.opened_at), moment(row.closed_at), held_on,
        row.is_pilot, row.cause, row.conference_id,
    )  # fmt: skip


def _write_agendas(rows: Sequence[ConferenceRow]) -> None:
    columns = (
        "conference_id", "position", "title", "presenter", "minutes", "item_id", "is_mandatory", "note", "started_at",
        "ended_at",
    )  # fmt: skip
    plain = []
    for row in rows:
        steps = len(row.agenda)
        for place, (title, presenter, minutes, item_id, is_mandatory) in enumerate(row.agenda):
            began = ended = None
            if row.opened_at and row.closed_at:
                each = (row.closed_at - row.opened_at) / max(steps, 1)
                began, ended = (
                    plain_moment(row.opened_at + each * place),
                    plain_moment(row.opened_at + each * (place + 1)),
                )
            plain.append((row.conference_id, place, title, presenter, minutes, item_id, is_mandatory, "", began, ended))
    insert_rows(AgendaEntry._meta.db_table, columns, plain)  # noqa: SLF001

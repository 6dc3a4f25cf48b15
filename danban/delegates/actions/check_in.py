"""Write down who came: one operation or a phone's whole queue, any number of times, in any order of arrival."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import groupby
from uuid import UUID

from django.db import transaction

from danban.delegates import rules
from danban.delegates.actions.recorder import Recorder, recorder_of
from danban.delegates.actions.resolving import load_known, row_of
from danban.delegates.models import Attendance
from danban.delegates.rules import Operation, Presence, RefusedOne, Result, TakeBack
from danban.delegates.states import Group, Way
from danban.kit.actor import Actor
from danban.kit.database import insert_new
from danban.kit.refusals import Refused


def check_in(
    operations: Sequence[Operation],
    *,
    conference_id: int,
    device_id: int | None = None,
    secret: str | None = None,
    actor: Actor | None = None,
    at: datetime,
) -> Result:
    """Presences and take-backs of one conference, by an official (``actor``) or a phone (``device_id``).

    A phone comes with the ``secret`` its token carried.
    An operation known already, a delegate or household that is in already: counted as known. One bad operation
    keeps the others. One entry of the diary, none when nothing changed. Raises ``NotFound``, ``NotYours``,
    ``NotNow`` or ``BadInput`` for the whole batch.

    What is only read is read before the transaction begins: SQLite has one writer, and phones of 500 halls wait for it.
    """
    rules.check_count(operations)
    recorder = recorder_of(conference_id, device_id, actor, at, secret=secret)
    refused = list[RefusedOne]()
    runs = [_run(kind, list(run), recorder, refused, at) for kind, run in groupby(operations, key=type)]
    written, taken_back = 0, 0
    with transaction.atomic():
        for rows, uuids in runs:
            written += len(insert_new(rows, returning="uuid"))
            taken_back += take_back_rows(uuids, recorder, at) if uuids else 0
        changed = written + taken_back
        if changed:
            recorder.write_down(
                "presence.recorded", at, written=written, taken_back=taken_back, refused=len(refused)
            )  # fmt: skip
    return Result(changed, len(operations) - changed - len(refused), tuple(refused))


def _run(
    kind: type, run: Sequence[Operation], recorder: Recorder, refused: list[RefusedOne], at: datetime
) -> tuple[list[Attendance], list[UUID]]:
    """Operations of one kind that follow each other: the rows to write, or the presences to take back."""
    if kind is not Presence:
        return [], [one.uuid for one in run if isinstance(one, TakeBack)]
    presences = [one for one in run if isinstance(one, Presence)]
    known = load_known(recorder.conference_id, presences)
    rows = []
    for one in presences:
        try:
            rows.append(row_of(one, known, recorder, at))
        except Refused as refusal:
            refused.append(RefusedOne(one.uuid, refusal.sentence))
    return _in_order(rows), []


def _in_order(rows: Iterable[Attendance]) -> list[Attendance]:
    """Two phones that send the same people take the places of the table in the same order."""
    return sorted(rows, key=lambda row: (row.delegate_id or 0, row.household_id or 0, row.uuid))


def take_back_rows(uuids: Sequence[UUID], recorder: Recorder, at: datetime) -> int:
    """Take presences of this conference back; how many were changed by it.

    One that has not arrived yet is kept as taken back, so that its arrival changes nothing.
    """
    mine = Attendance.objects.filter(conference_id=recorder.conference_id, uuid__in=uuids)
    changed = mine.filter(taken_back_at__isnull=True).update(taken_back_at=at)
    early = set(uuids) - set(mine.values_list("uuid", flat=True)) if changed < len(uuids) else set()
    rows = [
        Attendance(
            uuid=uuid, conference_id=recorder.conference_id, group=Group.OTHER, way=Way.TICK, came_at=at,
            recorded_at=at, device_id=recorder.device_id, appointment_id=recorder.actor.appointment_id,
            taken_back_at=at,
        )
        for uuid in sorted(early)
    ]  # fmt: skip
    return changed + len(insert_new(rows, returning="uuid"))

"""Take a presence back that was written down by mistake."""

from datetime import datetime

from django.db import transaction

from danban.delegates import rules
from danban.delegates.actions.recorder import Recorder
from danban.delegates.models import Attendance
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound


@transaction.atomic
def take_back_presence(attendance_id: int, *, conference_id: int, actor: Actor, at: datetime) -> Attendance:
    """The row stays and no longer counts; taken back already, nothing happens.

    Raises ``NotFound``, ``NotYours`` or ``NotNow`` (outside the hours of the conference).
    """
    rows = Attendance.objects.select_for_update(of=("self",)).select_related(
        "conference__campaign", "conference__placement__parent"
    )  # fmt: skip
    row = rows.defer("conference__campaign__plan_text").filter(pk=attendance_id, conference_id=conference_id).first()
    if row is None:
        raise NotFound
    rules.check_can_record(actor, row.conference, at=at)
    if row.taken_back_at is None:
        row.taken_back_at = at
        row.save(update_fields=["taken_back_at"])
        Recorder(conference_id, actor).write_down("presence.taken_back", at, attendance=row.pk)
    return row

"""Let an office end on a day."""

from datetime import date, datetime

from django.db import transaction

from danban.accounts import rules
from danban.accounts.actions.locks import lock_appointment
from danban.accounts.models import Appointment
from danban.audit.actions import record
from danban.kit.actor import Actor


@transaction.atomic
def end_appointment(appointment_id: int, *, ends_on: date, actor: Actor, at: datetime) -> Appointment:
    """Let an office end on a day, the last one on which it is held. An end may be brought forward, never put off.

    Raises ``NotFound`` outside the actor's area, ``NotYours``, ``NotNow`` when it is over, ``BadInput``.
    """
    appointment = lock_appointment(appointment_id)
    rules.check_can_see(actor, appointment, at=at)
    rules.check_can_end(actor, appointment, at=at)
    rules.check_new_end(appointment, ends_on)
    before, appointment.ends_on = appointment.ends_on, ends_on
    appointment.save(update_fields=["ends_on"])
    record(
        actor=actor, event="appointment.ended", subject="appointment", subject_id=appointment.pk,
        unit_id=appointment.unit_id, at=at, changes={"ends_on": [before, ends_on]},
    )  # fmt: skip
    return appointment

"""Let a deputy go before the time."""

from datetime import date, datetime

from django.db import transaction

from danban.accounts import rules
from danban.accounts.actions.deputies import stop_deputy
from danban.accounts.actions.locks import lock_appointment
from danban.accounts.models import Appointment
from danban.audit.actions import record
from danban.kit.actor import Actor


@transaction.atomic
def end_deputy(appointment_id: int, *, last_day: date, actor: Actor, at: datetime) -> Appointment:
    """Let the deputy of ``appointment_id`` stand in until ``last_day``; one who has not begun by then never does.

    Raises ``NotFound`` for an appointment that stands in for nobody, ``NotYours``, ``NotNow``, ``BadInput``.
    """
    deputy = lock_appointment(appointment_id)
    rules.check_can_see(actor, deputy, at=at)
    rules.check_can_end_deputy(actor, deputy, at=at)
    rules.check_deputy_end(deputy, last_day, at=at)
    pk, principal, before = deputy.pk, deputy.stands_in_for_id, deputy.ends_on
    stop_deputy(deputy, last_day)
    record(
        actor=actor, event="deputy.ended", subject="appointment", subject_id=pk, unit_id=deputy.unit_id, at=at,
        changes={"stands_in_for": principal, "ends_on": [before, last_day]},
    )  # fmt: skip
    return deputy

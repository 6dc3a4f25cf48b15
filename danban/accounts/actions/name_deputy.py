"""Name somebody to stand in for the holder of a post for a while."""

from datetime import date, datetime

from django.db import transaction

from danban.accounts import queries, rules
from danban.accounts.actions.locks import lock_appointment
from danban.accounts.actions.writing import Newcomer, Office, taker_of, write_office
from danban.accounts.models import Appointment
from danban.accounts.texts import STANDS_IN
from danban.audit.actions import record
from danban.kit import clock
from danban.kit.actor import Actor
from danban.kit.refusals import NotNow


@transaction.atomic
def name_deputy(
    appointment_id: int,
    *,
    account_id: int | None = None,
    newcomer: Newcomer | None = None,
    starts_on: date,
    ends_on: date,
    actor: Actor,
    at: datetime,
) -> Appointment:
    """Give somebody an appointment of their own that stands in for the holder's, both days included.

    What the deputy does is recorded under that appointment. It ends by itself, and with the holder's term. Only
    an office that appoints people may name a ``newcomer``. Raises ``NotFound``, ``NotYours``, ``NotNow`` or
    ``BadInput`` by field.
    """
    principal = lock_appointment(appointment_id)
    rules.check_can_see(actor, principal, at=at)
    rules.check_can_name_deputy(actor, principal, at=at)
    rules.check_deputy_term(principal, starts_on, ends_on, at=at)
    account = taker_of(account_id, newcomer, actor, at)
    rules.check_can_take_over(actor, principal, account, at=at)
    place = queries.place_on(principal.unit_id, max(starts_on, clock.day_of(at)))
    if place is None:
        raise NotNow("Vào những ngày đó đơn vị này không còn trong cơ cấu nên không cử người thay được.")
    title = f"{STANDS_IN}{principal.title}"[:160]
    office = Office(principal.role, principal.unit_id, principal.body_id, title, starts_on, ends_on)
    deputy = write_office(account, office, place, at, stands_in_for=principal)
    record(
        actor=actor, event="deputy.named", subject="appointment", subject_id=deputy.pk, unit_id=principal.unit_id,
        at=at, changes={"stands_in_for": principal.pk, "starts_on": starts_on, "ends_on": ends_on},
    )  # fmt: skip
    return deputy

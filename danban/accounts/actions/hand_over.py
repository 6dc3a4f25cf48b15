"""Pass a post from one holder to the next: what is open moves with the post, what was done stays with who did it."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from django.db import transaction

from danban.accounts import queries, rules
from danban.accounts.actions.deputies import end_deputies
from danban.accounts.actions.locks import lock_appointment
from danban.accounts.actions.writing import Newcomer, Office, taker_of, write_office
from danban.accounts.models import Handover
from danban.audit.actions import record
from danban.kit import clock
from danban.kit.actor import Actor
from danban.kit.refusals import NotNow

_NOTE = 2_000


@transaction.atomic
def hand_over(
    appointment_id: int,
    *,
    account_id: int | None = None,
    newcomer: Newcomer | None = None,
    last_day: date,
    note: str = "",
    open_work: Mapping[str, int],
    actor: Actor,
    at: datetime,
) -> Handover:
    """End a post on ``last_day`` and give it from the day after to somebody else, with its role, unit, body and title.

    The successor is a known person (``account_id``) or a ``newcomer`` who is entered in the same step; the rest of
    a term that had a last day is theirs. Deputies of the old holder end too. ``open_work`` counts what the post has
    open now, by words people read. Raises ``NotFound``, ``NotYours``, ``NotNow`` or ``BadInput`` by field.
    """
    outgoing = lock_appointment(appointment_id)
    rules.check_can_see(actor, outgoing, at=at)
    rules.check_can_hand_over(actor, outgoing, at=at)
    rules.check_last_day(outgoing, last_day)
    account = taker_of(account_id, newcomer, actor, at)
    rules.check_can_take_over(actor, outgoing, account, at=at)
    first_day, term_end = last_day + timedelta(days=1), outgoing.ends_on
    place = queries.place_on(outgoing.unit_id, max(first_day, clock.day_of(at)))
    if place is None:
        raise NotNow("Sau ngày đó đơn vị này không còn trong cơ cấu nên không có ai nhận bàn giao.")
    office = Office(
        outgoing.role, outgoing.unit_id, outgoing.body_id, outgoing.title, first_day,
        term_end if term_end and term_end > last_day else None,
    )  # fmt: skip
    outgoing.ends_on = last_day
    outgoing.save(update_fields=["ends_on"])
    deputies = end_deputies(outgoing, last_day, at)
    incoming = write_office(account, office, place, at, succeeds=outgoing)
    handover = Handover.objects.create(
        outgoing=outgoing, incoming=incoming, last_day=last_day, note=note.strip()[:_NOTE], open_work=dict(open_work),
        at=at,
    )  # fmt: skip
    record(
        actor=actor, event="appointment.handed_over", subject="appointment", subject_id=outgoing.pk,
        unit_id=outgoing.unit_id, at=at,
        changes={
            "handover": handover.pk, "incoming": incoming.pk, "last_day": last_day, "deputies_ended": deputies,
            "open_work": dict(open_work),
        },
    )  # fmt: skip
    return handover

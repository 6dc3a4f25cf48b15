"""Take the next official number of a body's series, at the moment its paper is issued."""

from datetime import date, datetime

from django.db import transaction

from danban.audit.actions import record
from danban.documents import rules
from danban.documents.actions.counters import lock_counter
from danban.documents.models import RegisterEntry
from danban.documents.queries.register import last_entry_of
from danban.kit.actor import Actor
from danban.kit.vietnamese import fold, squeeze
from danban.units.models import Body


@transaction.atomic
def take_number(
    *, body_id: int, series: str, pattern: str, subject: str, on: date, actor: Actor, at: datetime
) -> RegisterEntry:
    """The next number of the calendar year of ``on``; a deed that fails gives it back, so there are no gaps.

    Raises ``NotFound``, ``NotYours``, or ``BadInput`` (unknown series or pattern, a day ahead, a day before
    the last number's).
    """
    rules.series_named(series)
    rules.check_can_take(actor, Body.objects.filter(pk=body_id).first(), on=on, at=at)
    counter = lock_counter(body_id, series, on.year)
    rules.check_day_follows(last_entry_of(counter), on=on)
    counter.last += 1
    symbol = rules.symbol_of(pattern, number=counter.last, year=on.year)
    counter.save(update_fields=["last"])
    subject = squeeze(subject)[:300]
    entry = RegisterEntry.objects.create(
        counter=counter, number=counter.last, symbol=symbol, subject=subject, folded=fold(f"{symbol} {subject}"),
        issued_on=on, taken_at=at, appointment_id=actor.appointment_id,
    )  # fmt: skip
    record(
        actor=actor,
        event="number.taken",
        subject="register_entry",
        subject_id=entry.pk,
        at=at,
        unit_id=actor.unit_id,
        changes={"body": body_id, "series": series, "year": on.year, "number": entry.number, "on": on},
    )
    return entry

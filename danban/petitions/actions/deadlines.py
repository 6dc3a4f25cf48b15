"""Start, stop and recount the clock of petitions; the caller has locked and checked."""

from collections.abc import Collection
from datetime import date

from danban.petitions import rules
from danban.petitions.models import Petition
from danban.petitions.queries.terms import Calendar, calendar

CLOCK_COLUMNS = ("clock_from", "acknowledge_due_on", "answer_due_on", "waiting_since")


def start_clock(petition: Petition, *, on: date) -> None:
    """The deadlines count anew from ``on``; a pause ends with the hop that made it pointless."""
    petition.pauses.filter(ends_on__isnull=True).update(ends_on=max(on, petition.waiting_since or on))
    petition.clock_from, petition.waiting_since = on, None
    set_due(petition, calendar(petition.book_id), today=on)


def set_due(petition: Petition, days: Calendar, *, today: date) -> bool:
    """Count a petition's due days; whether one of them moved. The caller saves ``CLOCK_COLUMNS``."""
    before = (petition.acknowledge_due_on, petition.answer_due_on)
    start = petition.clock_from
    if start is None:
        return False
    terms = days.terms_on(start)
    petition.acknowledge_due_on = rules.acknowledge_due(start, terms, days.office).due_on
    petition.answer_due_on = rules.answer_due(
        start, terms, days.office, days.stops(petition, start), today=today
    ).due_on
    return before != (petition.acknowledge_due_on, petition.answer_due_on)


def recount_open(book_ids: Collection[int], *, today: date) -> int:
    """Count the due days of all petitions that wait for an answer in some years' books; how many moved."""
    moved = 0
    for book_id in book_ids:
        waiting = Petition.objects.select_for_update(of=("self",)).filter(rules.IS_ANSWERING, book_id=book_id)
        found = list(waiting.prefetch_related("pauses").order_by("pk"))
        days = calendar(book_id)
        changed = [one for one in found if set_due(one, days, today=today)]
        Petition.objects.bulk_update(changed, ["acknowledge_due_on", "answer_due_on"], batch_size=400)
        moved += len(changed)
    return moved


__all__ = ["CLOCK_COLUMNS", "recount_open", "set_due", "start_clock"]

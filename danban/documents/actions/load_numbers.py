"""Bring in a register of numbers in bulk: a demonstration, or a year kept on paper before."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from danban.audit.actions import record
from danban.documents import rules
from danban.documents.models import Counter, RegisterEntry
from danban.kit.actor import Actor
from danban.kit.refusals import BadInput
from danban.kit.vietnamese import fold

_CounterKey = tuple[int, str, int]  # body, series, year


@dataclass(frozen=True)
class NumberRow:
    """One paper that bears a number; rows of a counter come in the order of their days."""

    body_id: int
    series: str
    pattern: str
    subject: str
    on: date


@transaction.atomic
def load_numbers(rows: Iterable[NumberRow], *, actor: Actor, at: datetime) -> list[RegisterEntry]:
    """Number papers in the order given, into counters nobody used yet; one diary entry. The entries in order.

    Raises ``NotYours`` (not a machine) or ``BadInput`` (a counter in use, days out of order); then nothing
    is written.
    """
    rules.check_can_load(actor, at=at)
    papers = list(rows)
    counters = _begin_counters(papers)
    entries: list[RegisterEntry] = []
    last: dict[_CounterKey, RegisterEntry] = {}
    for paper in papers:
        key = _key_of(paper)
        rules.check_day_follows(last.get(key), on=paper.on)
        number = last[key].number + 1 if key in last else 1
        symbol = rules.symbol_of(paper.pattern, number=number, year=paper.on.year)
        last[key] = RegisterEntry(
            counter=counters[key], number=number, symbol=symbol, subject=paper.subject[:300],
            folded=fold(f"{symbol} {paper.subject[:300]}"), issued_on=paper.on, taken_at=at,
        )  # fmt: skip
        entries.append(last[key])
    for key, counter in counters.items():
        counter.last = last[key].number
    Counter.objects.bulk_update(counters.values(), ["last"], batch_size=500)
    written = RegisterEntry.objects.bulk_create(entries, batch_size=500)
    changes = {"numbers": len(written), "counters": len(counters)}
    record(actor=actor, event="numbers.loaded", subject="register", subject_id=None, at=at, changes=changes)
    return written


def _begin_counters(papers: Sequence[NumberRow]) -> dict[_CounterKey, Counter]:
    keys = list(dict.fromkeys(_key_of(paper) for paper in papers))
    bodies = {body_id for body_id, _, _ in keys}
    used = Counter.objects.filter(body_id__in=bodies).order_by("pk").values_list("body_id", "series", "year")
    if set(used) & set(keys):
        raise BadInput("Có sổ đã cấp số nên không nạp hàng loạt vào được. Hãy lấy số từng văn bản.")
    rows = [Counter(body_id=body_id, series=series, year=year) for body_id, series, year in keys]
    return dict(zip(keys, Counter.objects.bulk_create(rows, batch_size=500), strict=True))


def _key_of(paper: NumberRow) -> _CounterKey:
    return paper.body_id, paper.series, paper.on.year

"""Everything recorded at a conference, in order: what minutes are computed from."""

from dataclasses import dataclass

from danban.conferences.models import AgendaEntry, Officer
from danban.sittings.models import HandCount, Opinion, Poll, Target, Turn


@dataclass(frozen=True)
class Record:
    """The records of one conference. Polls carry their boxes prefetched; cancelled ones are left out."""

    entries: tuple[AgendaEntry, ...]
    officers: tuple[Officer, ...]
    opinions: tuple[Opinion, ...]
    turns: tuple[Turn, ...]
    hand_counts: tuple[HandCount, ...]
    polls: tuple[Poll, ...]
    targets: tuple[Target, ...]


def record_of(conference_id: int) -> Record:
    """What was recorded at a conference. Eight queries, whatever its size."""
    of = {"conference_id": conference_id}
    polls = Poll.objects.filter(**of).exclude(status="cancelled").prefetch_related("boxes").select_related("target")
    return Record(
        entries=tuple(AgendaEntry.objects.filter(**of).order_by("position", "pk")),
        officers=tuple(Officer.objects.filter(**of).order_by("position", "pk")),
        opinions=tuple(Opinion.objects.filter(**of).select_related("entry", "delegate").order_by("said_at", "pk")),
        turns=tuple(Turn.objects.filter(**of).order_by("asked_at", "pk")),
        hand_counts=tuple(
            HandCount.objects.filter(**of).select_related("entry", "target").order_by("counted_at", "pk")
        ),
        polls=tuple(polls.order_by("opened_at", "pk")),
        targets=tuple(Target.objects.filter(**of, dropped_at__isnull=True).order_by("position", "pk")),
    )

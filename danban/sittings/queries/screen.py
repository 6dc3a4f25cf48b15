"""What the hall sees on the wall: the item, the vote, how many are present; never a name of anybody."""

import hashlib
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db import connection
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from danban.conferences.models import AgendaEntry, Conference
from danban.delegates.models import Attendance
from danban.delegates.queries import presence_of
from danban.kit.database import first_row
from danban.kit.refusals import NotFound
from danban.sittings.models import HandCount, Poll, PollVoter
from danban.sittings.states import PollStatus

_ANY = -987_654_321
"""Stands for the conference in the words of a query made once."""


@dataclass(frozen=True)
class Screen:
    """``voted`` of the open poll; ``results`` of the last closed one, option by option with its count."""

    conference: Conference
    entry: AgendaEntry | None
    number: int
    items: int
    following: AgendaEntry | None
    present: int
    open_poll: Poll | None
    voted: int
    closed_poll: Poll | None
    results: tuple[tuple[str, int], ...]
    count: HandCount | None


def screen_mark(conference_id: int) -> str:
    """Changes whenever the screen does. One query, its words made once a process; raises ``NotFound``."""
    words, values = _mark_query(connection.vendor)
    row = first_row(words, [conference_id if value == _ANY else value for value in values])
    if row is None:
        raise NotFound
    return hashlib.sha256(repr(row).encode()).hexdigest()[:32]


@cache
def _mark_query(vendor: str) -> tuple[str, tuple[Any, ...]]:  # noqa: ARG001 - one a database
    of: dict[str, Any] = {"conference_id": OuterRef("pk")}
    hands = HandCount.objects.filter(**of).order_by("-counted_at", "-pk")
    begun = AgendaEntry.objects.filter(**of).exclude(started_at=None).order_by("-started_at", "-pk")
    rows = (
        Conference.objects.filter(pk=_ANY)
        .annotate(
            entry=Subquery(begun.values("pk")[:1]),
            ended=Subquery(begun.values("ended_at")[:1]),
            people=_came(),
            back=_came(taken_back_at__isnull=False),
            poll=Subquery(_shown(of).values("pk")[:1]),
            poll_status=Subquery(_shown(of).values("status")[:1]),
            hands=Subquery(hands.values("pk")[:1]),
            for_them=Subquery(hands.values("in_favour")[:1]),
            against_them=Subquery(hands.values("against")[:1]),
            shown_as=Subquery(hands.values("outcome")[:1]),
            voters=Subquery(
                PollVoter.objects.filter(poll__conference_id=OuterRef("pk"), poll__status=PollStatus.OPEN)
                .values("poll").annotate(n=Count("pk")).values("n")[:1]
            ),
        )
        .values_list(
            "status", "entry", "ended", "people", "back", "poll", "poll_status", "hands",
            "for_them", "against_them", "shown_as", "voters"
        )
    )  # fmt: skip
    words, values = rows.query.get_compiler(connection=connection).as_sql()
    return words, tuple(values)


def screen(conference_id: int) -> Screen:
    """What is shown. Constant queries; raises ``NotFound``."""
    one = Conference.objects.select_related("placement__parent", "campaign").filter(pk=conference_id).first()
    if one is None:
        raise NotFound
    entries = list(AgendaEntry.objects.filter(conference=one).order_by("position", "pk"))
    place = next((at for at, e in enumerate(entries) if e.started_at is not None and e.ended_at is None), None)
    poll = _shown({"conference_id": one.pk}).first()
    is_open = poll is not None and poll.status == PollStatus.OPEN
    closed = poll if poll is not None and not is_open else None
    return Screen(
        conference=one,
        entry=entries[place] if place is not None else None,
        number=(place or 0) + 1,
        items=len(entries),
        following=next((e for e in entries[(place + 1 if place is not None else 0) :] if e.started_at is None), None),
        present=presence_of(one.pk).present,
        open_poll=poll if is_open else None,
        voted=PollVoter.objects.filter(poll=poll).count() if is_open else 0,
        closed_poll=closed,
        results=results_of(closed) if closed else (),
        count=HandCount.objects.filter(conference=one).order_by("-counted_at", "-pk").first(),
    )


def results_of(poll: Poll) -> tuple[tuple[str, int], ...]:
    """Each option with how often it was chosen, blank ballots last; only of a closed poll."""
    assert poll.status == PollStatus.CLOSED
    counts = {box.choice: box.count for box in poll.boxes.all()}
    options = [(words, counts.get(place, 0)) for place, words in enumerate(poll.options)]
    return (*options, ("Phiếu trắng", counts.get(-1, 0)))


def _shown(of: dict[str, Any]) -> QuerySet[Poll]:
    """The poll the hall looks at: the open one, else the one closed last."""
    polls = Poll.objects.filter(**of, status__in=(PollStatus.OPEN, PollStatus.CLOSED))
    return polls.order_by("-opened_at", "-pk")


def _came(**only: Any) -> Coalesce:
    rows = Attendance.objects.filter(conference_id=OuterRef("pk"), **only).order_by()
    return Coalesce(Subquery(rows.values("conference").annotate(n=Count("pk")).values("n")[:1]), 0)

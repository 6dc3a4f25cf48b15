"""What everybody in the hall may see on the wall: the item, the question, the numbers; never a name of a voter."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Max, OuterRef, QuerySet, Subquery

from danban.conferences.models import AgendaEntry, Conference
from danban.conferences.states import CONFERENCE
from danban.delegates.models import Attendance
from danban.sittings.models import HandCount, Poll, PollVoter, Target, Turn
from danban.sittings.states import Outcome, PollStatus


@dataclass(frozen=True)
class Choice:
    """An option of a counted vote."""

    text: str
    count: int


@dataclass(frozen=True)
class Wall:
    """The projector's page. ``mark`` changes with anything shown: it is the page's ETag."""

    mark: str
    place: str
    status: str
    item: str
    number: str
    since: datetime | None
    following: str
    present: int
    speaker: str
    question: str
    voted: int
    is_voting: bool
    choices: tuple[Choice, ...]
    outcome: str
    targets: tuple[Target, ...]


def wall_mark(conference_id: int) -> str:
    """A mark that changes whenever what is shown changes. One query, counted in the database."""
    turns = Turn.objects.filter(began_at__isnull=False)
    steps = AgendaEntry.objects.filter(started_at__isnull=False)
    found = Conference.objects.filter(pk=conference_id).values_list(
        "status",
        _number(steps), _number(steps.filter(ended_at__isnull=False)), _latest(steps, "started_at"),
        _number(turns), _number(turns.filter(ended_at__isnull=False)),
        _number(Attendance.objects.filter(taken_back_at__isnull=True)),
        _number(HandCount.objects.all()), _latest(HandCount.objects.all(), "in_favour"),
        _number(Poll.objects.exclude(status=PollStatus.PREPARED)), _latest(Poll.objects.all(), "closed_at"),
        _number(PollVoter.objects.filter(poll__status=PollStatus.OPEN), of="poll__conference_id"),
        _number(Target.objects.filter(dropped_at__isnull=True)), _latest(Target.objects.all(), "value"),
    )  # fmt: skip
    return hashlib.sha256(repr(found.first()).encode()).hexdigest()[:20]


def _number(rows: QuerySet[Any], *, of: str = "conference_id") -> Subquery:
    """How many rows belong to the conference of the outer query."""
    counted = rows.filter(**{of: OuterRef("pk")}).order_by().values(of).annotate(n=Count("pk"))
    return Subquery(counted.values("n"))


def _latest(rows: QuerySet[Any], column: str) -> Subquery:
    """The highest value of a column of the conference's rows."""
    mine = rows.filter(conference_id=OuterRef("pk")).order_by().values("conference_id")
    return Subquery(mine.annotate(last=Max(column)).values("last"))


def wall(conference_id: int) -> Wall | None:
    """Everything on the wall; None for a conference that is not there. Constant queries."""
    one = Conference.objects.select_related("placement").filter(pk=conference_id).first()
    if one is None:
        return None
    entries = list(AgendaEntry.objects.filter(conference=one).order_by("position", "pk"))
    place = next((i for i, entry in enumerate(entries) if entry.started_at and not entry.ended_at), None)
    running = entries[place] if place is not None else None
    rest = [entry for entry in entries[(place + 1) if place is not None else 0 :] if entry.started_at is None]
    turns = Turn.objects.filter(conference=one, began_at__isnull=False, ended_at__isnull=True)
    question, voted, is_voting, choices, outcome = _vote(one)
    return Wall(
        mark=wall_mark(conference_id),
        place=one.placement.name,
        status=CONFERENCE.label(one.status),
        item=running.title if running else "",
        number=f"{place + 1}/{len(entries)}" if place is not None else "",
        since=running.started_at if running else None,
        following=rest[0].title if rest else "",
        present=Attendance.objects.filter(conference=one, taken_back_at__isnull=True).count(),
        speaker=turns.values_list("speaker", flat=True).first() or "",
        question=question,
        voted=voted,
        is_voting=is_voting,
        choices=choices,
        outcome=outcome,
        targets=tuple(Target.objects.filter(conference=one, dropped_at__isnull=True).order_by("position", "pk")),
    )


def _vote(one: Conference) -> tuple[str, int, bool, tuple[Choice, ...], str]:
    """The open vote without its numbers; else the last one counted, by hands or in secret."""
    polls = Poll.objects.filter(conference=one, status__in=(PollStatus.OPEN, PollStatus.CLOSED))
    poll = polls.order_by("-opened_at", "-pk").first()
    if poll is not None and poll.status == PollStatus.OPEN:
        return poll.question, PollVoter.objects.filter(poll=poll).count(), True, (), ""
    hands = HandCount.objects.filter(conference=one).order_by("-counted_at", "-pk").first()
    closed = poll.closed_at if poll else None
    if poll is not None and closed and (hands is None or hands.counted_at <= closed):
        counts = dict(poll.boxes.values_list("choice", "count"))
        shown = tuple(Choice(text, counts.get(place, 0)) for place, text in enumerate(poll.options))
        return poll.question, poll.voted or 0, False, shown, ""
    if hands is None:
        return "", 0, False, (), ""
    numbers = (("Đồng ý", hands.in_favour), ("Không đồng ý", hands.against), ("Ý kiến khác", hands.other))
    shown = tuple(Choice(text, count) for text, count in numbers)
    return hands.question, hands.present, False, shown, str(Outcome(hands.outcome).label)

"""Secret votes as those who vote meet them: who may still vote at the station, the ballot of one person present."""

from dataclasses import dataclass
from datetime import datetime

from danban.conferences.queries import conference_for
from danban.delegates.models import Attendance, Delegate
from danban.delegates.queries import delegate_by_token
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound
from danban.sittings import rules
from danban.sittings.models import Poll, PollVoter
from danban.sittings.states import PollStatus


@dataclass(frozen=True)
class Station:
    """An open vote and those present who have not voted."""

    poll: Poll
    waiting: tuple[Attendance, ...]
    present: int


@dataclass(frozen=True)
class Ballot:
    """What a person's own page shows: whether they are present, the open vote if there is one, whether they voted."""

    delegate: Delegate
    attendance: Attendance | None
    poll: Poll | None
    has_voted: bool


def station(actor: Actor, pk: int, poll_id: int, *, at: datetime) -> Station:
    """Who keeps the station sees who is still to vote; raises ``NotFound``, ``NotYours`` or ``NotNow``."""
    one = conference_for(actor, pk)
    rules.check_can_queue(actor, one, at=at)
    poll = Poll.objects.filter(conference=one, pk=poll_id).first()
    if poll is None:
        raise NotFound
    poll.conference = one
    rules.check_can_vote(poll, ())
    present = list(
        Attendance.objects.filter(conference=one, taken_back_at__isnull=True).order_by("full_name", "came_at", "pk")
    )
    voted = set(PollVoter.objects.filter(poll=poll).values_list("attendance_id", flat=True))
    return Station(poll, tuple(row for row in present if row.pk not in voted), len(present))


def ballot_for(token: str) -> Ballot:
    """The ballot behind a person's invitation; raises ``NotFound`` for a wrong or withdrawn link. Four queries."""
    delegate = delegate_by_token(token)
    if delegate is None:
        raise NotFound("Liên kết này không còn dùng được. Hãy đến bàn thư ký để bỏ phiếu.")
    came = Attendance.objects.filter(delegate=delegate, taken_back_at__isnull=True).first()
    poll = Poll.objects.filter(conference=delegate.conference, status=PollStatus.OPEN).first()
    has_voted = bool(came and poll and PollVoter.objects.filter(poll=poll, attendance=came).exists())
    return Ballot(delegate, came, poll, has_voted)

"""Secret votes as those who vote meet them: who may still vote at the station, the ballot of one person present."""

from dataclasses import dataclass
from datetime import datetime

from danban.conferences.queries import conference_for
from danban.delegates.models import Attendance
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
    """The open vote of the conference a person is present at, None where none is open; whether they have voted."""

    conference_name: str
    attendance_id: int
    poll: Poll | None
    has_voted: bool


def station(actor: Actor, pk: int, poll_id: int, *, at: datetime) -> Station:
    """Who keeps the station sees who is still to vote; raises ``NotFound``, ``NotYours`` or ``NotNow``."""
    one = conference_for(actor, pk)
    rules.check_can_queue(actor, one, at=at)
    poll = Poll.objects.filter(conference=one, pk=poll_id).first()
    if poll is None:
        raise NotFound
    rules.check_can_vote(poll, ())
    present = list(
        Attendance.objects.filter(conference=one, taken_back_at__isnull=True).order_by("full_name", "came_at", "pk")
    )
    voted = set(PollVoter.objects.filter(poll=poll).values_list("attendance_id", flat=True))
    return Station(poll, tuple(row for row in present if row.pk not in voted), len(present))


def ballot_for(token: str) -> Ballot:
    """The ballot behind a person's link; raises ``NotFound`` (a wrong link, a presence taken back). Three queries."""
    found = (
        Attendance.objects.filter(pk=rules.ballot_of(token), taken_back_at__isnull=True)
        .select_related("conference__placement")
        .first()
    )
    if found is None:
        raise NotFound("Liên kết này không còn dùng được. Hãy đến bàn thư ký để bỏ phiếu.")
    poll = Poll.objects.filter(conference_id=found.conference_id, status=PollStatus.OPEN).first()
    has_voted = poll is not None and PollVoter.objects.filter(poll=poll, attendance=found).exists()
    return Ballot(found.conference.placement.name, found.pk, poll, has_voted)

"""The ballot of one person, reached by the link of their invitation."""

from dataclasses import dataclass

from danban.delegates.models import Attendance, Delegate
from danban.sittings.models import Poll, PollVoter
from danban.sittings.states import PollStatus


@dataclass(frozen=True)
class Ballot:
    """What the page of a voter shows: the open vote if there is one, whether they are here and have voted."""

    delegate: Delegate
    attendance: Attendance | None
    poll: Poll | None
    has_voted: bool


def ballot_of(delegate: Delegate) -> Ballot:
    """The ballot of a delegate now. Three queries."""
    came = Attendance.objects.filter(delegate=delegate, taken_back_at__isnull=True).first()
    poll = Poll.objects.filter(conference_id=delegate.conference_id, status=PollStatus.OPEN).first()
    voted = bool(came and poll and PollVoter.objects.filter(poll=poll, attendance=came).exists())
    return Ballot(delegate, came, poll, voted)

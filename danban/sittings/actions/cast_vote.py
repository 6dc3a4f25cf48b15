"""One person present votes: that they did is written down, what they chose only counts up a box."""

from django.db import transaction
from django.db.models import F

from danban.delegates.models import Attendance
from danban.kit.refusals import NotFound, NotYours
from danban.sittings import rules
from danban.sittings.actions.polls import BLANK
from danban.sittings.models import Poll, PollBox, PollVoter


@transaction.atomic
def cast_vote(poll_id: int, *, attendance_id: int, choices: tuple[int, ...]) -> bool:
    """Vote once. False, and nothing changes, where this person has voted already.

    ``choices`` are indexes of the poll's options, none for a blank ballot. No ballot is stored and the diary says
    nothing, so neither order nor time joins a choice to a voter. Raises ``NotFound``, ``NotYours`` (not present),
    ``NotNow`` (not open) or ``BadInput``.
    """
    poll = Poll.objects.select_for_update(of=("self",)).filter(pk=poll_id).first()
    if poll is None:
        raise NotFound
    voter = Attendance.objects.filter(pk=attendance_id, conference_id=poll.conference_id).first()
    if voter is None or voter.taken_back_at is not None:
        raise NotYours("Chỉ người đã điểm danh có mặt mới bỏ phiếu được.")
    if PollVoter.objects.filter(poll=poll, attendance=voter).exists():
        return False
    rules.check_can_vote(poll, choices)
    PollVoter.objects.create(poll=poll, attendance=voter)
    PollBox.objects.filter(poll=poll, choice__in=choices or (BLANK,)).update(count=F("count") + 1)
    return True

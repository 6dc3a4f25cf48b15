"""Counting: who was present, who voted; then it is over."""

import pytest

from danban.conferences.models import Conference
from danban.kit.refusals import NotNow
from danban.sittings import actions
from danban.sittings.models import PollBox
from tests.campaigns.traces import no_trace
from tests.cast import Cast
from tests.sittings.factories import EVENING, HEAD, ROOMS, poll_of, present


def test_the_box_holds_what_was_voted(cast: Cast, meeting: Conference) -> None:
    people = present(meeting, 5)
    poll = poll_of(cast, meeting)
    for voter, choices in zip(people[:3], ((0,), (0,), ()), strict=True):
        assert actions.cast_vote(poll.pk, attendance_id=voter.pk, choices=choices)

    closed = actions.close_poll(poll.pk, actor=cast.actors[HEAD], at=EVENING)

    assert (closed.voted, closed.eligible) == (3, 5)
    assert dict(PollBox.objects.values_list("choice", "count")) == {-1: 1, 0: 2, 1: 0}
    with no_trace(*ROOMS), pytest.raises(NotNow):
        actions.close_poll(poll.pk, actor=cast.actors[HEAD], at=EVENING)

"""A vote given up forgets who voted and what."""

import pytest

from danban.conferences.models import Conference
from danban.kit.refusals import BadInput
from danban.sittings import actions
from danban.sittings.models import PollBox, PollVoter
from tests.campaigns.traces import no_trace
from tests.cast import Cast
from tests.sittings.factories import EVENING, HEAD, ROOMS, poll_of, present


def test_with_a_reason(cast: Cast, meeting: Conference) -> None:
    poll = poll_of(cast, meeting)
    actions.cast_vote(poll.pk, attendance_id=present(meeting)[0].pk, choices=(0,))
    with no_trace(*ROOMS), pytest.raises(BadInput):
        actions.cancel_poll(poll.pk, reason=" ", actor=cast.actors[HEAD], at=EVENING)

    actions.cancel_poll(poll.pk, reason="Ghi nhầm phương án", actor=cast.actors[HEAD], at=EVENING)

    assert not PollBox.objects.exists()
    assert not PollVoter.objects.exists()

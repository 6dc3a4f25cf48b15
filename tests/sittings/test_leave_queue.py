"""Who waits may step back; who speaks may not."""

import pytest

from danban.conferences.models import Conference
from danban.kit.refusals import NotNow
from danban.sittings import actions
from tests.campaigns.traces import no_trace
from tests.cast import Cast
from tests.sittings.factories import EVENING, HEAD, ROOMS
from tests.sittings.test_ask_to_speak import ask


def test_stepping_back(cast: Cast, meeting: Conference) -> None:
    waits, speaks = ask(cast, meeting), ask(cast, meeting)
    actions.begin_turn(speaks.pk, actor=cast.actors[HEAD], at=EVENING)
    for _ in range(2):
        left = actions.leave_queue(waits.pk, actor=cast.actors[HEAD], at=EVENING)
    assert left.left_at == EVENING
    with no_trace(*ROOMS), pytest.raises(NotNow):
        actions.leave_queue(speaks.pk, actor=cast.actors[HEAD], at=EVENING)
    with no_trace(*ROOMS), pytest.raises(NotNow):
        actions.begin_turn(waits.pk, actor=cast.actors[HEAD], at=EVENING)

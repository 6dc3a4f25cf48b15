"""Who has spoken or stepped back is not called again."""

import pytest

from danban.conferences.models import Conference
from danban.kit.refusals import NotNow
from danban.sittings import actions
from tests.campaigns.traces import no_trace
from tests.cast import Cast
from tests.sittings.factories import EVENING, HEAD, ROOMS
from tests.sittings.test_ask_to_speak import ask


def test_a_turn_that_ended_does_not_begin_again(cast: Cast, meeting: Conference) -> None:
    turn = ask(cast, meeting)
    for _ in range(2):
        actions.begin_turn(turn.pk, actor=cast.actors[HEAD], at=EVENING)
    actions.end_turn(turn.pk, actor=cast.actors[HEAD], at=EVENING)
    with no_trace(*ROOMS), pytest.raises(NotNow):
        actions.begin_turn(turn.pk, actor=cast.actors[HEAD], at=EVENING)

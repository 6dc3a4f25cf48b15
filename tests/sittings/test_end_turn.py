"""A turn ends after it began."""

import pytest

from danban.conferences.models import Conference
from danban.kit.refusals import NotNow
from danban.sittings import actions
from tests.campaigns.traces import no_trace
from tests.cast import Cast
from tests.sittings.factories import EVENING, HEAD, ROOMS
from tests.sittings.test_ask_to_speak import ask


def test_it_ends_once_and_not_before_it_began(cast: Cast, meeting: Conference) -> None:
    turn = ask(cast, meeting)
    with no_trace(*ROOMS), pytest.raises(NotNow, match="chưa bắt đầu"):
        actions.end_turn(turn.pk, actor=cast.actors[HEAD], at=EVENING)
    actions.begin_turn(turn.pk, actor=cast.actors[HEAD], at=EVENING)
    for _ in range(2):
        ended = actions.end_turn(turn.pk, actor=cast.actors[HEAD], at=EVENING)
    assert ended.ended_at == EVENING

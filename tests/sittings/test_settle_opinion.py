"""The asker's view is taken by whoever holds the conference."""

import pytest

from danban.conferences.models import Conference
from danban.kit.refusals import NotFound
from danban.sittings import actions
from tests.campaigns.traces import no_trace
from tests.cast import Cast
from tests.sittings.factories import EVENING, HEAD, ROOMS, opinion
from tests.sittings.test_answer_opinion import SHEET


def test_a_stranger_does_not_settle(cast: Cast, meeting: Conference) -> None:
    said = actions.answer_opinion(opinion(cast, meeting).pk, sheet=SHEET, actor=cast.actors[HEAD], at=EVENING)
    with no_trace(*ROOMS), pytest.raises(NotFound):
        actions.settle_opinion(said.pk, is_enough=True, actor=cast.actors["truc_bach"], at=EVENING)

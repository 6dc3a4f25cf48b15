"""One secret vote is open at a time, while the conference meets."""

import pytest

from danban.conferences.models import Conference
from danban.kit.refusals import NotNow
from danban.sittings import actions
from danban.sittings.rules import PollSheet
from tests.campaigns.traces import no_trace
from tests.cast import Cast
from tests.sittings.factories import EVENING, HEAD, ROOMS, poll_of


def test_a_second_waits_for_the_first(cast: Cast, meeting: Conference) -> None:
    first = poll_of(cast, meeting)
    sheet = PollSheet("Khác", ("A", "B"))
    second = actions.prepare_poll(meeting.pk, sheet=sheet, actor=cast.actors[HEAD], at=EVENING)
    with no_trace(*ROOMS), pytest.raises(NotNow, match="cuộc bỏ phiếu khác"):
        actions.open_poll(second.pk, actor=cast.actors[HEAD], at=EVENING)
    actions.close_poll(first.pk, actor=cast.actors[HEAD], at=EVENING)
    assert actions.open_poll(second.pk, actor=cast.actors[HEAD], at=EVENING).status == "open"


def test_not_before_the_conference_opens(cast: Cast, ready: Conference) -> None:
    with pytest.raises(NotNow):
        poll_of(cast, ready)

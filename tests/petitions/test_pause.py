"""The clock stops with a reason, and the days that did not count are added."""

from datetime import date, timedelta

import pytest

from danban.kit.refusals import BadInput, NotNow, NotYours
from danban.petitions import actions
from danban.petitions.models import Petition
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast
from tests.petitions.factories import days, routed

WHY = "Chờ kết quả đo đạc của công ty chiếu sáng"


def test_ten_days_of_pause_are_ten_days_more(cast: Cast, lamp: Petition) -> None:
    body = cast.actors["phuc_xa_committee"]
    routed(cast, lamp)
    one = actions.pause_petition(lamp.pk, reason=WHY, actor=body, at=AT + timedelta(days=3))
    assert one.waiting_since == days(3)
    assert last_event() == ("petition.paused", "petition", lamp.pk)
    with no_trace("petitions"), pytest.raises(NotNow):
        actions.pause_petition(lamp.pk, reason=WHY, actor=body, at=AT + timedelta(days=4))

    one = actions.resume_petition(lamp.pk, actor=body, at=AT + timedelta(days=13))
    assert (one.waiting_since, one.answer_due_on) == (None, date(2023, 3, 22))


def test_a_reason_is_needed_and_only_the_body_stops_its_clock(cast: Cast, lamp: Petition) -> None:
    routed(cast, lamp)
    with no_trace("petitions"):
        with pytest.raises(BadInput):
            actions.pause_petition(lamp.pk, reason="", actor=cast.actors["phuc_xa_committee"], at=AT)
        with pytest.raises(NotYours):
            actions.pause_petition(lamp.pk, reason=WHY, actor=cast.actors["phuc_xa"], at=AT)

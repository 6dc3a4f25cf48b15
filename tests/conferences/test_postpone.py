"""A day is taken back with a reason; another is owed."""

import pytest

from danban.conferences import actions
from danban.conferences.models import Conference, Hall
from danban.conferences.states import ConferenceStatus
from danban.kit.refusals import BadInput, NotNow, NotYours
from danban.notices.models import Notice
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast
from tests.conferences.factories import ROOMS, announced, evening, scheduled


def test_it_waits_for_another_day_and_the_hall_is_free(
    cast: Cast, one: Conference, other: Conference, hall: Hall
) -> None:
    announced(cast, one, evening(hall=hall))

    actions.postpone_conference(one.pk, reason="Mưa lớn", actor=cast.actors["phuc_xa"], at=AT)

    one.refresh_from_db()
    assert (one.status, one.day, one.hall, one.cause) == (ConferenceStatus.POSTPONED, None, None, "Mưa lớn")
    assert (one.announced_at, one.starts_at) == (None, None)
    assert last_event() == ("conference.postponed", "conference", one.pk)
    told = Notice.objects.filter(channel="inbox", account=cast.people["head_of_group_1"]).order_by("-pk")[0]
    assert told.subject == "Hoãn hội nghị của Tổ dân phố số 1"
    assert scheduled(cast, other, evening(hall=hall)).hall == hall
    assert scheduled(cast, one, evening()).status == ConferenceStatus.SCHEDULED


def test_no_day_no_reason_and_others_are_refused(cast: Cast, one: Conference) -> None:
    actor = cast.actors["phuc_xa"]
    with no_trace(*ROOMS), pytest.raises(NotNow):
        actions.postpone_conference(one.pk, reason="Mưa", actor=actor, at=AT)
    scheduled(cast, one, evening())
    with no_trace(*ROOMS):
        with pytest.raises(BadInput):
            actions.postpone_conference(one.pk, reason="", actor=actor, at=AT)
        with pytest.raises(BadInput, match="1000"):
            actions.postpone_conference(one.pk, reason="x" * 1_001, actor=actor, at=AT)
        with pytest.raises(NotYours):
            actions.postpone_conference(one.pk, reason="Mưa", actor=cast.actors["head_of_group_1"], at=AT)

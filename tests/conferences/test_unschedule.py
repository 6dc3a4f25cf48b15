"""A day nobody has been told may be taken back."""

import pytest

from danban.conferences import actions
from danban.conferences.models import Conference, Hall
from danban.conferences.states import ConferenceStatus
from danban.kit.refusals import NotNow, NotYours
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast
from tests.conferences.factories import ROOMS, announced, evening, scheduled


def test_it_has_no_day_again_and_the_hall_is_free(cast: Cast, one: Conference, other: Conference, hall: Hall) -> None:
    scheduled(cast, one, evening(hall=hall), is_fixed=True)

    actions.unschedule_conference(one.pk, actor=cast.actors["phuc_xa_committee"], at=AT)

    one.refresh_from_db()
    assert (one.status, one.day, one.session, one.hall) == (ConferenceStatus.PLANNED, None, "", None)
    assert (one.starts_at, one.is_fixed) == (None, False)
    assert last_event() == ("conference.unscheduled", "conference", one.pk)
    assert scheduled(cast, other, evening(hall=hall)).hall == hall


def test_others_and_what_is_not_scheduled_are_refused(cast: Cast, one: Conference, hall: Hall) -> None:
    with no_trace(*ROOMS), pytest.raises(NotNow):
        actions.unschedule_conference(one.pk, actor=cast.actors["phuc_xa"], at=AT)
    announced(cast, one, evening(hall=hall))
    with no_trace(*ROOMS):
        with pytest.raises(NotYours):
            actions.unschedule_conference(one.pk, actor=cast.actors["head_of_group_1"], at=AT)
        with pytest.raises(NotNow):
            actions.unschedule_conference(one.pk, actor=cast.actors["phuc_xa"], at=AT)

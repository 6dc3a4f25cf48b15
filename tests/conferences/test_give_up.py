"""Not held: recorded with its cause, still owed."""

import pytest

from danban.campaigns.models import Campaign, Obligation
from danban.conferences import actions
from danban.conferences.models import Conference, Hall
from danban.conferences.states import ConferenceStatus
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from danban.notices.models import Notice
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast
from tests.conferences.factories import FRIDAY, ROOMS, evening, scheduled


def test_a_head_records_it_and_it_is_owed_all_the_same(
    cast: Cast, campaign: Campaign, one: Conference, other: Conference, hall: Hall
) -> None:
    scheduled(cast, one, evening(hall=hall))

    actions.give_up_conference(one.pk, cause="Dịch bệnh", actor=cast.actors["head_of_group_1"], at=AT)

    one.refresh_from_db()
    assert (one.status, one.cause, one.day) == (ConferenceStatus.NOT_HELD, "Dịch bệnh", FRIDAY)
    assert last_event() == ("conference.given_up", "conference", one.pk)
    assert Obligation.objects.open().filter(kind__code="conference", placement=one.placement).exists()
    told = Notice.objects.filter(channel="inbox", account=cast.people["phuc_xa"]).order_by("-pk")[0]
    assert told.body == "Nguyên nhân: Dịch bệnh"
    assert scheduled(cast, other, evening(hall=hall)).hall == hall


def test_no_cause_others_and_a_second_time_are_refused(cast: Cast, one: Conference) -> None:
    with no_trace(*ROOMS):
        with pytest.raises(BadInput) as refusal:
            actions.give_up_conference(one.pk, cause=" ", actor=cast.actors["phuc_xa"], at=AT)
        assert set(refusal.value.problems) == {"cause"}
        with pytest.raises(NotYours):
            actions.give_up_conference(one.pk, cause="Mưa", actor=cast.actors["ba_dinh"], at=AT)
        with pytest.raises(NotFound):
            actions.give_up_conference(one.pk, cause="Mưa", actor=cast.actors["truc_bach"], at=AT)
    actions.give_up_conference(one.pk, cause="Mưa", actor=cast.actors["phuc_xa"], at=AT)
    with no_trace(*ROOMS), pytest.raises(NotNow):
        actions.give_up_conference(one.pk, cause="Mưa", actor=cast.actors["phuc_xa"], at=AT)

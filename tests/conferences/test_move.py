"""What was announced is moved with a reason people are told."""

import pytest

from danban.conferences import actions
from danban.conferences.models import Conference, Hall
from danban.conferences.states import ConferenceStatus
from danban.kit.refusals import BadInput, NotNow, NotYours
from danban.notices.models import Notice
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast
from tests.conferences.factories import ROOMS, SATURDAY, announced, evening, scheduled


def test_the_heads_are_told_both_days_and_the_reason(cast: Cast, one: Conference, hall: Hall) -> None:
    announced(cast, one, evening(hall=hall))

    actions.move_conference(
        one.pk, timing=evening(SATURDAY, hall), reason=" Mất điện ", actor=cast.actors["phuc_xa"], at=AT
    )

    one.refresh_from_db()
    assert (one.status, one.day, one.cause) == (ConferenceStatus.ANNOUNCED, SATURDAY, "Mất điện")
    assert last_event() == ("conference.moved", "conference", one.pk)
    told = Notice.objects.filter(channel="inbox", account=cast.people["head_of_group_1"]).order_by("-pk")[0]
    assert "Thứ Sáu 17/02/2023" in told.body
    assert "Thứ Bảy 18/02/2023" in told.body
    assert "Lý do: Mất điện" in told.body
    assert told.is_urgent


def test_it_keeps_a_hall_and_a_start_and_takes_no_taken_hall(
    cast: Cast, one: Conference, other: Conference, hall: Hall
) -> None:
    actor, head = cast.actors["phuc_xa"], cast.actors["head_of_group_1"]
    with no_trace(*ROOMS), pytest.raises(NotNow):
        actions.move_conference(one.pk, timing=evening(hall=hall), reason="Mưa", actor=actor, at=AT)
    announced(cast, one, evening(hall=hall))
    scheduled(cast, other, evening(SATURDAY, hall))
    with no_trace(*ROOMS):
        with pytest.raises(BadInput, match="đủ hội trường và giờ") as refusal:
            actions.move_conference(one.pk, timing=evening(starts=None), reason="Mưa", actor=actor, at=AT)
        assert set(refusal.value.problems) == {"hall_id", "starts"}
        with pytest.raises(BadInput):
            actions.move_conference(one.pk, timing=evening(hall=hall), reason=" ", actor=actor, at=AT)
        with pytest.raises(NotNow, match="Tổ dân phố số 2"):
            actions.move_conference(one.pk, timing=evening(SATURDAY, hall), reason="Mưa", actor=actor, at=AT)
        with pytest.raises(NotYours):
            actions.move_conference(one.pk, timing=evening(hall=hall), reason="Mưa", actor=head, at=AT)

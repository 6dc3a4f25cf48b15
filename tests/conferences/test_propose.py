"""A head of a village says when its conference should meet."""

from datetime import date, timedelta

import pytest

from danban.conferences import actions
from danban.conferences.models import Conference, Hall
from danban.conferences.rules import Timing
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from danban.notices.models import Notice
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast
from tests.conferences.factories import FRIDAY, ROOMS, announced, evening, hall_of, head_of, scheduled


def test_either_head_proposes_and_the_commune_hears_of_it(cast: Cast, one: Conference, hall: Hall) -> None:
    actions.propose_date(one.pk, timing=evening(hall=hall), actor=cast.actors["head_of_group_1"], at=AT)

    one.refresh_from_db()
    assert (one.proposed_day, one.proposed_session, one.proposed_hall) == (FRIDAY, "eve", hall)
    assert one.proposed_by == cast.offices["head_of_group_1"]
    assert one.day is None
    assert last_event() == ("conference.proposed", "conference", one.pk)
    told = Notice.objects.get(channel="inbox", account=cast.people["phuc_xa"])
    assert told.subject == f"Tổ dân phố số 1 đề xuất họp tối Thứ Sáu 17/02/2023, {hall.name}"

    village_head = head_of(cast, "00001.01")
    actions.propose_date(one.pk, timing=evening(FRIDAY + timedelta(days=1)), actor=village_head, at=AT)
    one.refresh_from_db()
    assert (one.proposed_day, one.proposed_hall) == (FRIDAY + timedelta(days=1), None)


def test_a_hall_others_have_is_a_wish_all_the_same(cast: Cast, one: Conference, other: Conference, hall: Hall) -> None:
    scheduled(cast, other, evening(hall=hall))

    actions.propose_date(one.pk, timing=evening(hall=hall), actor=cast.actors["head_of_group_1"], at=AT)

    one.refresh_from_db()
    assert one.proposed_hall == hall


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        (date(2023, 3, 1), r"ngoài đợt hội nghị của Tổ dân phố số 1 \(02/01/2023–28/02/2023\)"),
        (date(2023, 1, 24), "Tết Nguyên đán"),
        (date(2023, 2, 9), "đã qua"),
    ],
)
def test_a_day_that_cannot_be_is_refused_with_the_sentence(
    cast: Cast, one: Conference, day: date, sentence: str
) -> None:
    with no_trace(*ROOMS), pytest.raises(BadInput, match=sentence) as refusal:
        actions.propose_date(one.pk, timing=evening(day), actor=cast.actors["head_of_group_1"], at=AT)

    assert set(refusal.value.problems) == {"day"}


def test_others_a_foreign_hall_and_an_announced_day_are_refused(
    cast: Cast, one: Conference, other: Conference, hall: Hall
) -> None:
    foreign = hall_of(cast, "00454.01")
    head = cast.actors["head_of_group_1"]
    with no_trace(*ROOMS):
        with pytest.raises(NotFound):
            actions.propose_date(other.pk, timing=evening(), actor=head, at=AT)
        with pytest.raises(NotYours):
            actions.propose_date(one.pk, timing=evening(), actor=cast.actors["phuc_xa"], at=AT)
        with pytest.raises(BadInput, match="địa bàn"):
            actions.propose_date(one.pk, timing=evening(hall=foreign), actor=head, at=AT)
        with pytest.raises(BadInput, match="sáng, chiều hoặc tối"):
            actions.propose_date(one.pk, timing=Timing(FRIDAY, "night"), actor=head, at=AT)

    announced(cast, one, evening(hall=hall))
    with no_trace(*ROOMS), pytest.raises(NotNow, match="đã thông báo"):
        actions.propose_date(one.pk, timing=evening(), actor=head, at=AT)

"""Neighbouring villages meet together."""

from datetime import date

import pytest

from danban.campaigns.models import Campaign, Obligation
from danban.conferences import actions
from danban.conferences.models import Conference
from danban.conferences.states import ConferenceStatus
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from danban.notices.models import Notice
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast
from tests.conferences.factories import FRIDAY, ROOMS, announced, conference_of, evening, hall_of, head_of, scheduled


def test_one_conference_serves_both_and_the_other_is_kept_as_history(
    cast: Cast, one: Conference, other: Conference
) -> None:
    actions.choose_pilot(one.pk, actor=cast.actors["phuc_xa"], at=AT)
    head_of_other = head_of(cast, "00001.02")
    scheduled(cast, other, evening(hall=hall_of(cast, "00001.02")))

    kept = actions.join_conferences([other.pk, one.pk], actor=cast.actors["phuc_xa"], at=AT)

    one.refresh_from_db()
    assert kept == other
    assert {place.placement for place in kept.places.all()} == {one.placement, other.placement}
    assert (one.status, one.cause) == (ConferenceStatus.NOT_HELD, "Họp chung với Tổ dân phố số 2.")
    assert not one.places.exists()
    assert (one.is_pilot, Conference.objects.get(pk=kept.pk).is_pilot) == (False, True)
    assert last_event() == ("conference.joined", "conference", kept.pk)
    told = Notice.objects.filter(channel="inbox", account=cast.people["head_of_group_1"]).order_by("-pk")[0]
    assert told.subject.startswith("Lịch hội nghị của Tổ dân phố số 2: 19:30 tối")
    assert actions.propose_date(kept.pk, timing=evening(), actor=cast.actors["head_of_group_1"], at=AT)
    assert head_of_other.unit_id == other.placement.unit_id
    with no_trace(*ROOMS), pytest.raises(NotNow, match="họp chung"):
        actions.excuse_conference(one.pk, reason="Được", actor=cast.actors["phuc_xa"], at=AT)


def test_the_day_lies_in_the_window_of_each(cast: Cast, one: Conference, other: Conference) -> None:
    owed = Obligation.objects.filter(kind__code="conference", placement=other.placement)
    owed.update(due_on=date(2023, 2, 16))
    scheduled(cast, one, evening(FRIDAY))

    with no_trace(*ROOMS), pytest.raises(NotNow, match="02/01/2023–16/02/2023"):
        actions.join_conferences([one.pk, other.pk], actor=cast.actors["phuc_xa"], at=AT)
    actions.unschedule_conference(one.pk, actor=cast.actors["phuc_xa"], at=AT)
    actions.join_conferences([one.pk, other.pk], actor=cast.actors["phuc_xa"], at=AT)
    with no_trace(*ROOMS), pytest.raises(BadInput, match="16/02/2023"):
        scheduled(cast, one, evening(FRIDAY))


def test_one_alone_strangers_other_communes_and_the_announced_are_refused(
    cast: Cast, campaign: Campaign, one: Conference, other: Conference
) -> None:
    far = conference_of(cast, campaign, "00004.01")
    own = conference_of(cast, campaign, "00001")
    with no_trace(*ROOMS):
        for ids, who, refusal in (
            ([one.pk, one.pk], "phuc_xa", BadInput), ([one.pk, far.pk], "phuc_xa", NotFound),
            ([one.pk, own.pk], "phuc_xa", BadInput), ([one.pk, other.pk], "ba_dinh", NotYours),
            ([one.pk, other.pk], "head_of_group_1", NotYours), ([], "phuc_xa", NotFound),
        ):  # fmt: skip
            with pytest.raises(refusal):
                actions.join_conferences(ids, actor=cast.actors[who], at=AT)
    announced(cast, one, evening(hall=hall_of(cast)))
    with no_trace(*ROOMS), pytest.raises(NotNow):
        actions.join_conferences([one.pk, other.pk], actor=cast.actors["phuc_xa"], at=AT)

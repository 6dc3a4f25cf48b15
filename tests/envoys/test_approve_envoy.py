"""The sending unit approves; nobody is in two places."""

import pytest

from danban.campaigns.models import Campaign, Obligation
from danban.conferences.models import Conference
from danban.envoys import actions
from danban.envoys.states import EnvoyStatus
from danban.kit.refusals import NotFound, NotNow, NotYours
from danban.notices.models import Notice
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast
from tests.conferences.factories import SATURDAY, conference_of, evening, scheduled
from tests.conferences.owing import owe
from tests.envoys.factories import ROOMS, approved, proposed


def test_the_person_and_the_hosts_are_told(cast: Cast, one: Conference) -> None:
    scheduled(cast, one, evening())

    envoy = approved(cast, one, "ba_dinh")

    assert envoy.status == EnvoyStatus.APPROVED
    assert last_event() == ("envoy.approved", "envoy", envoy.pk)
    inbox = Notice.objects.filter(channel="inbox").order_by("-pk")
    assert inbox.filter(account=cast.people["ba_dinh"])[0].subject.startswith("Được cử dự hội nghị")
    assert "Phạm Quốc Bảo sẽ dự" in inbox.filter(account=cast.people["head_of_group_1"])[0].subject


def test_a_second_place_in_one_session_is_refused_and_the_first_is_named(
    cast: Cast, one: Conference, other: Conference
) -> None:
    for conference in (one, other):
        scheduled(cast, conference, evening())
    approved(cast, one)
    second = proposed(cast, other)

    with no_trace(*ROOMS), pytest.raises(NotNow, match="Tổ dân phố số 1 tối 17/02/2023"):
        actions.approve_envoy(second.pk, actor=cast.actors["phuc_xa"], at=AT)

    scheduled(cast, other, evening(SATURDAY))
    assert actions.approve_envoy(second.pk, actor=cast.actors["phuc_xa"], at=AT).day == SATURDAY


def test_others_are_refused_and_so_is_a_second_approval(cast: Cast, one: Conference) -> None:
    envoy = proposed(cast, one, "ba_dinh")
    with no_trace(*ROOMS):
        for who, refusal in (("phuc_xa", NotYours), ("head_of_group_1", NotYours), ("truc_bach", NotFound)):
            with pytest.raises(refusal):
                actions.approve_envoy(envoy.pk, actor=cast.actors[who], at=AT)
    actions.approve_envoy(envoy.pk, actor=cast.actors["ba_dinh_committee"], at=AT)
    with no_trace(*ROOMS):
        with pytest.raises(NotNow):
            actions.approve_envoy(envoy.pk, actor=cast.actors["ba_dinh"], at=AT)
        with pytest.raises(NotFound):
            actions.approve_envoy(0, actor=cast.actors["ba_dinh"], at=AT)


def test_the_duty_is_done_with_the_last_conference_and_owed_again_when_one_is_left(
    cast: Cast, campaign: Campaign
) -> None:
    owe(cast, campaign, "leaders_assigned", "district")
    owed = Obligation.objects.filter(kind__code="leaders_assigned", placement=cast.places["001"])
    approved(cast, conference_of(cast, campaign, "00001"), "ba_dinh")
    assert owed.get().fulfilled_on is None

    last = approved(cast, conference_of(cast, campaign, "00004"), "ba_dinh")
    assert owed.get().fulfilled_on == AT.date()

    actions.withdraw_envoy(last.pk, reason="Họp Quốc hội", actor=cast.actors["ba_dinh"], at=AT)
    assert owed.get().fulfilled_on is None

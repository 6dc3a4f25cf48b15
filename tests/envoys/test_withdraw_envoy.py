"""The sending unit takes somebody back."""

import pytest

from danban.conferences.models import Conference
from danban.envoys import actions
from danban.envoys.states import EnvoyStatus
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from danban.notices.models import Notice
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast
from tests.conferences.factories import evening, scheduled
from tests.envoys.factories import ROOMS, approved


def test_the_session_is_free_again_and_hosts_are_told(cast: Cast, one: Conference, other: Conference) -> None:
    for conference in (one, other):
        scheduled(cast, conference, evening())
    envoy = approved(cast, one)

    actions.withdraw_envoy(envoy.pk, reason="Đi công tác", actor=cast.actors["phuc_xa"], at=AT)

    assert last_event() == ("envoy.withdrawn", "envoy", envoy.pk)
    told = Notice.objects.filter(channel="inbox", account=cast.people["head_of_group_1"]).order_by("-pk")[0]
    assert "thôi dự" in told.subject
    assert approved(cast, other).status == EnvoyStatus.APPROVED


def test_others_no_reason_and_a_second_time_are_refused(cast: Cast, one: Conference) -> None:
    envoy = approved(cast, one)
    with no_trace(*ROOMS):
        for who, reason, refusal in (
            ("ba_dinh", "Bận", NotYours), ("dong_anh", "Bận", NotFound), ("phuc_xa", "", BadInput)
        ):  # fmt: skip
            with pytest.raises(refusal):
                actions.withdraw_envoy(envoy.pk, reason=reason, actor=cast.actors[who], at=AT)
    actions.withdraw_envoy(envoy.pk, reason="Bận", actor=cast.actors["phuc_xa"], at=AT)
    with no_trace(*ROOMS), pytest.raises(NotNow):
        actions.withdraw_envoy(envoy.pk, reason="Bận", actor=cast.actors["phuc_xa"], at=AT)

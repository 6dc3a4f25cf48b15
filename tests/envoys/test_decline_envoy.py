"""The sending unit says no."""

import pytest

from danban.conferences.models import Conference
from danban.envoys import actions
from danban.envoys.states import EnvoyStatus
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast
from tests.envoys.factories import ROOMS, proposed


def test_a_declined_proposal_says_why_and_may_be_made_again(cast: Cast, one: Conference) -> None:
    envoy = proposed(cast, one)

    declined = actions.decline_envoy(envoy.pk, reason="Bận", actor=cast.actors["phuc_xa_committee"], at=AT)

    assert (declined.status, declined.reason) == (EnvoyStatus.DECLINED, "Bận")
    assert last_event() == ("envoy.declined", "envoy", envoy.pk)
    assert proposed(cast, one).pk != envoy.pk


def test_others_no_reason_and_a_second_time_are_refused(cast: Cast, one: Conference) -> None:
    envoy = proposed(cast, one)
    with no_trace(*ROOMS):
        for who, reason, refusal in (
            ("ba_dinh", "Bận", NotYours), ("dong_anh", "Bận", NotFound), ("phuc_xa", " ", BadInput)
        ):  # fmt: skip
            with pytest.raises(refusal):
                actions.decline_envoy(envoy.pk, reason=reason, actor=cast.actors[who], at=AT)
    actions.decline_envoy(envoy.pk, reason="Bận", actor=cast.actors["phuc_xa"], at=AT)
    with no_trace(*ROOMS), pytest.raises(NotNow):
        actions.decline_envoy(envoy.pk, reason="Bận", actor=cast.actors["phuc_xa"], at=AT)

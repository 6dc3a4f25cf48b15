"""Hosts or senders say that somebody did not come, and why."""

import pytest

from danban.conferences.models import Conference
from danban.envoys import actions
from danban.envoys.states import EnvoyStatus
from danban.kit.refusals import BadInput, NotNow, NotYours
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast
from tests.envoys.factories import ROOMS, approved, begin


def test_an_absence_says_why(cast: Cast, one: Conference) -> None:
    envoy = approved(cast, one, "ba_dinh")
    begin(envoy)

    missed = actions.record_absence_of_envoy(envoy.pk, reason="Ốm", actor=cast.actors["head_of_group_1"], at=AT)

    assert (missed.status, missed.reason) == (EnvoyStatus.ABSENT, "Ốm")
    assert last_event() == ("envoy.missed", "envoy", envoy.pk)
    with no_trace(*ROOMS), pytest.raises(NotNow):
        actions.record_absence_of_envoy(envoy.pk, reason="Ốm", actor=cast.actors["ba_dinh"], at=AT)


def test_no_reason_too_early_and_others_are_refused(cast: Cast, one: Conference) -> None:
    envoy = approved(cast, one)
    with no_trace(*ROOMS), pytest.raises(NotNow):
        actions.record_absence_of_envoy(envoy.pk, reason="Ốm", actor=cast.actors["phuc_xa"], at=AT)
    begin(envoy)
    with no_trace(*ROOMS):
        for who, reason, refusal in (("ba_dinh", "Ốm", NotYours), ("phuc_xa", " ", BadInput)):
            with pytest.raises(refusal):
                actions.record_absence_of_envoy(envoy.pk, reason=reason, actor=cast.actors[who], at=AT)

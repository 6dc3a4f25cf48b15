"""Hosts or senders say that somebody came."""

import pytest

from danban.conferences.models import Conference
from danban.envoys import actions
from danban.envoys.states import EnvoyStatus
from danban.kit.refusals import NotFound, NotNow, NotYours
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast
from tests.envoys.factories import ROOMS, approved, begin


@pytest.mark.parametrize("who", ["head_of_group_1", "phuc_xa", "ba_dinh"])
def test_the_hosts_their_commune_or_the_sender_confirm(cast: Cast, one: Conference, who: str) -> None:
    envoy = approved(cast, one, "ba_dinh")
    begin(envoy)

    confirmed = actions.confirm_presence_of_envoy(envoy.pk, actor=cast.actors[who], at=AT)

    assert confirmed.status == EnvoyStatus.ATTENDED
    assert last_event() == ("envoy.confirmed", "envoy", envoy.pk)
    with no_trace(*ROOMS), pytest.raises(NotNow):
        actions.confirm_presence_of_envoy(envoy.pk, actor=cast.actors[who], at=AT)


def test_before_it_opens_and_by_others_nothing_is_confirmed(cast: Cast, one: Conference) -> None:
    envoy = approved(cast, one)
    with no_trace(*ROOMS), pytest.raises(NotNow, match="chưa đến ngày"):
        actions.confirm_presence_of_envoy(envoy.pk, actor=cast.actors["head_of_group_1"], at=AT)
    begin(envoy)
    with no_trace(*ROOMS):
        for who, refusal in (("ba_dinh", NotYours), ("mrs_ha", NotYours), ("truc_bach", NotFound)):
            with pytest.raises(refusal):
                actions.confirm_presence_of_envoy(envoy.pk, actor=cast.actors[who], at=AT)

"""Somebody is no longer in charge of an area."""

import pytest

from danban.campaigns.models import Campaign
from danban.envoys import actions
from danban.kit.refusals import NotFound, NotNow, NotYours
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast
from tests.envoys.factories import ROOMS
from tests.envoys.test_charge_area import charged


def test_it_ends_once_and_by_the_unit_that_gave_it(cast: Cast, campaign: Campaign) -> None:
    charge = charged(cast, campaign, "00001", "ba_dinh")
    with no_trace(*ROOMS):
        for who, refusal in (("mrs_ha", NotYours), ("dong_anh", NotFound), ("phuc_xa", NotYours)):
            with pytest.raises(refusal):
                actions.end_area_charge(charge.pk, actor=cast.actors[who], at=AT)
        with pytest.raises(NotFound):
            actions.end_area_charge(0, actor=cast.actors["ba_dinh"], at=AT)

    ended = actions.end_area_charge(charge.pk, actor=cast.actors["ba_dinh_committee"], at=AT)

    assert ended.ended_at == AT
    assert last_event() == ("area.released", "area_charge", charge.pk)
    with no_trace(*ROOMS), pytest.raises(NotNow):
        actions.end_area_charge(charge.pk, actor=cast.actors["ba_dinh"], at=AT)
    assert charged(cast, campaign, "00001", "ba_dinh").pk != charge.pk

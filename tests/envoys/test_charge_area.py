"""A unit puts somebody in charge of each unit right below it."""

import pytest

from danban.campaigns.models import Campaign, Obligation
from danban.envoys import actions
from danban.envoys.models import AreaCharge
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast
from tests.conferences.owing import owe
from tests.envoys.factories import ROOMS


def charged(cast: Cast, campaign: Campaign, code: str, who: str, name: str = "Lê Văn Ba") -> AreaCharge:
    """Somebody takes an area."""
    place = cast.places[code].pk
    return actions.charge_area(
        campaign.pk, placement_id=place, full_name=name, title="Chuyên viên", actor=cast.actors[who], at=AT
    )


def test_the_duty_is_done_when_every_unit_below_has_somebody_and_owed_again_with_a_gap(
    cast: Cast, campaign: Campaign
) -> None:
    owe(cast, campaign, "supervision", "city")
    owed = Obligation.objects.filter(kind__code="supervision")
    charged(cast, campaign, "001", "mrs_ha")
    assert owed.get().fulfilled_on is None

    last = charged(cast, campaign, "017", "mrs_ha")
    assert owed.get().fulfilled_on == AT.date()
    second = charged(cast, campaign, "017", "mrs_ha", "Trần Thị Tư")

    actions.end_area_charge(last.pk, actor=cast.actors["mrs_ha"], at=AT)
    assert owed.get().fulfilled_on == AT.date()
    actions.end_area_charge(second.pk, actor=cast.actors["mrs_ha"], at=AT)
    assert owed.get().fulfilled_on is None


def test_only_above_only_once_only_somebody(cast: Cast, campaign: Campaign) -> None:
    first = charged(cast, campaign, "00001", "ba_dinh")
    assert last_event() == ("area.charged", "area_charge", first.pk)
    with no_trace(*ROOMS):
        for code, who, refusal in (
            ("00001", "dong_anh", NotFound), ("00001", "phuc_xa", NotYours),
            ("00001.01", "head_of_group_1", NotYours), ("00001", "ba_dinh", NotNow),
        ):  # fmt: skip
            with pytest.raises(refusal):
                charged(cast, campaign, code, who)
        with pytest.raises(BadInput):
            charged(cast, campaign, "00004", "ba_dinh", " ")
        with pytest.raises(NotFound):
            actions.charge_area(0, placement_id=0, full_name="A", actor=cast.actors["ba_dinh"], at=AT)

"""A unit confirms that it has a plan."""

import pytest

from danban.campaigns import actions as campaigns
from danban.campaigns.models import Campaign
from danban.kit.refusals import NotFound, NotNow, NotYours
from danban.plans import actions
from danban.plans.models import Receipt
from tests.cast import AT, Cast, run_campaign
from tests.plans.factories import issued
from tests.plans.traces import last_event, no_trace


def _receive(cast: Cast, campaign: Campaign, who: str, edition_id: int | None = None) -> Receipt:
    return actions.receive_plan(campaign.pk, edition_id=edition_id, actor=cast.actors[who], at=AT)


def test_every_unit_below_the_top_confirms_the_plan_of_the_year_once(cast: Cast, campaign: Campaign) -> None:
    for who in ("ba_dinh", "phuc_xa", "head_of_group_1"):
        receipt = _receive(cast, campaign, who)
        assert (receipt.edition, receipt.appointment) == (None, cast.offices[who])
        assert last_event() == ("plan.received", "receipt", receipt.pk)

    with no_trace():
        assert _receive(cast, campaign, "phuc_xa_committee").appointment == cast.offices["phuc_xa"]
    assert Receipt.objects.count() == 3


def test_an_edition_is_confirmed_by_units_below_and_above_it(cast: Cast, campaign: Campaign) -> None:
    edition = issued(cast, campaign, "00001")

    for who in ("head_of_group_1", "ba_dinh", "mrs_ha"):
        assert _receive(cast, campaign, who, edition.pk).edition == edition
    with no_trace():
        _receive(cast, campaign, "mr_dung", edition.pk)


def test_the_own_plan_one_of_another_line_a_returned_one_and_the_own_year_are_refused(
    cast: Cast, campaign: Campaign
) -> None:
    edition = issued(cast, campaign, "00001")
    other_year = run_campaign(cast)

    with no_trace():
        for who in ("phuc_xa", "phuc_xa_committee"):
            with pytest.raises(NotYours):
                _receive(cast, campaign, who, edition.pk)
        for who in ("dong_anh", "truc_bach", "stranger"):
            with pytest.raises(NotFound):
                _receive(cast, campaign, who, edition.pk)
        with pytest.raises(NotYours, match="chính cấp này"):
            _receive(cast, campaign, "mrs_ha")
        with pytest.raises(NotFound):
            _receive(cast, campaign, "ba_dinh", 0)
        with pytest.raises(NotFound):
            _receive(cast, other_year, "ba_dinh", edition.pk)
        with pytest.raises(NotFound):
            actions.receive_plan(0, actor=cast.actors["ba_dinh"], at=AT)
    actions.send_back_plan(edition.plan_id, comment="Sửa", actor=cast.actors["ba_dinh"], at=AT)
    with no_trace(), pytest.raises(NotNow, match="bị trả lại"):
        _receive(cast, campaign, "ba_dinh", edition.pk)
    campaigns.close_campaign(campaign.pk, reason="Xong", actor=cast.actors["mrs_ha"], at=AT)
    with no_trace(), pytest.raises(NotNow, match="đã khép lại"):
        _receive(cast, campaign, "ba_dinh")

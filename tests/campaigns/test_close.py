"""Closing a year."""

import pytest

from danban.campaigns import actions
from danban.campaigns.models import Campaign
from danban.campaigns.states import CampaignStatus
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, TODAY, Cast


def test_a_closed_year_refuses_every_deed(cast: Cast, campaign: Campaign) -> None:
    ha = cast.actors["mrs_ha"]

    actions.close_campaign(campaign.pk, reason="Đã tổng kết", actor=ha, at=AT)

    campaign.refresh_from_db()
    assert (campaign.status, campaign.closed_at) == (CampaignStatus.CLOSED, AT)
    assert last_event() == ("campaign.closed", "campaign", campaign.pk)
    with no_trace():
        with pytest.raises(NotNow, match="đã khép lại"):
            actions.fulfil_obligations(
                campaign_id=campaign.pk, placement_id=cast.places["00001"].pk, kind_code="plan",
                event="plan.issued", on=TODAY, actor=ha, at=AT,
            )  # fmt: skip
        with pytest.raises(NotNow):
            actions.load_deeds(campaign.pk, [], actor=ha, at=AT)
        with pytest.raises(NotNow):
            actions.close_campaign(campaign.pk, reason="Lần nữa", actor=ha, at=AT)


def test_no_reason_and_others_are_refused(cast: Cast, campaign: Campaign) -> None:
    with no_trace():
        for nothing in ("", "  ", "\u200b"):
            with pytest.raises(BadInput, match="lý do"):
                actions.close_campaign(campaign.pk, reason=nothing, actor=cast.actors["mrs_ha"], at=AT)
        with pytest.raises(NotYours):
            actions.close_campaign(campaign.pk, reason="Xong", actor=cast.actors["mr_dung"], at=AT)
        with pytest.raises(NotFound):
            actions.close_campaign(0, reason="Xong", actor=cast.actors["mrs_ha"], at=AT)

"""Opening a closed year again."""

import pytest

from danban.campaigns import actions
from danban.campaigns.models import Campaign
from danban.campaigns.states import CampaignStatus
from danban.kit.refusals import BadInput, NotNow, NotYours
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast


def test_a_reopened_year_runs_again(cast: Cast, campaign: Campaign) -> None:
    ha = cast.actors["mrs_ha"]
    actions.close_campaign(campaign.pk, reason="Đã tổng kết", actor=ha, at=AT)

    actions.reopen_campaign(campaign.pk, reason="Còn báo cáo thiếu", actor=ha, at=AT)

    campaign.refresh_from_db()
    assert (campaign.status, campaign.closed_at) == (CampaignStatus.RUNNING, None)
    assert last_event() == ("campaign.reopened", "campaign", campaign.pk)


def test_a_running_year_no_reason_and_others_are_refused(cast: Cast, campaign: Campaign) -> None:
    ha = cast.actors["mrs_ha"]
    with no_trace(), pytest.raises(NotNow):
        actions.reopen_campaign(campaign.pk, reason="Vì sao", actor=ha, at=AT)
    actions.close_campaign(campaign.pk, reason="Đã tổng kết", actor=ha, at=AT)
    with no_trace():
        with pytest.raises(BadInput):
            actions.reopen_campaign(campaign.pk, reason=" ", actor=ha, at=AT)
        with pytest.raises(NotYours):
            actions.reopen_campaign(campaign.pk, reason="Vì sao", actor=cast.actors["phuc_xa"], at=AT)

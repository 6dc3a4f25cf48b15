"""Taking the present lines of a running year out for amending."""

import pytest

from danban.campaigns import actions, queries
from danban.campaigns.models import Campaign, Draft
from danban.campaigns.states import DraftPurpose
from danban.kit.refusals import NotFound, NotNow, NotYours
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast, run_campaign


def test_it_carries_every_line_the_year_stands_on_and_differs_in_nothing(
    cast: Cast, draft: Draft, campaign: Campaign
) -> None:
    amendment = actions.draft_amendment(campaign.pk, actor=cast.actors["mrs_ha"], at=AT)

    assert (amendment.purpose, amendment.items.count()) == (DraftPurpose.AMENDMENT, draft.items.count())
    assert queries.difference(amendment).changes == ()
    assert last_event() == ("amendment.drafted", "draft", amendment.pk)


def test_others_a_closed_year_and_one_made_by_hand_are_refused(cast: Cast, campaign: Campaign) -> None:
    ha = cast.actors["mrs_ha"]
    by_hand = run_campaign(cast)

    with no_trace():
        for pk, who, refusal in (
            (campaign.pk, "mr_dung", NotYours),
            (campaign.pk, "ba_dinh", NotYours),
            (by_hand.pk, "mrs_ha", NotNow),
            (0, "mrs_ha", NotFound),
        ):
            with pytest.raises(refusal):
                actions.draft_amendment(pk, actor=cast.actors[who], at=AT)
    actions.close_campaign(campaign.pk, reason="Xong", actor=ha, at=AT)
    with no_trace(), pytest.raises(NotNow):
        actions.draft_amendment(campaign.pk, actor=ha, at=AT)

"""An amendment of the year is told to every unit that has a plan, once."""

from datetime import date, timedelta

import pytest

from danban.campaigns import actions as campaigns
from danban.campaigns.models import Campaign, Draft, Obligation
from danban.kit.refusals import BadInput, NotFound, NotYours
from danban.plans import actions
from tests.campaigns.finders import milestone
from tests.cast import AT, Cast
from tests.plans.factories import derive, issued
from tests.plans.traces import no_trace, told

LATER = AT + timedelta(hours=1)


@pytest.fixture
def change(cast: Cast, campaign: Campaign) -> Draft:
    """The villages' window ends later."""
    ha = cast.actors["mrs_ha"]
    draft = campaigns.draft_amendment(campaign.pk, actor=ha, at=AT)
    campaigns.correct_item(milestone(draft, "village-conference").pk, values={"due_on": "2023-03-05"}, actor=ha, at=AT)
    return draft


def test_days_move_and_every_unit_with_a_plan_hears_of_it_once(cast: Cast, campaign: Campaign, change: Draft) -> None:
    issued(cast, campaign, "00001")
    derive(cast, campaign, "017")

    actions.apply_amendment(change.pk, reason="Thời tiết", actor=cast.actors["mrs_ha"], at=LATER)

    assert Obligation.objects.get(placement=cast.places["00001.01"], kind__code="conference").due_on == date(2023, 3, 5)
    amendment = campaign.amendments.get()
    assert told(f"amendment:{amendment.pk}") == ["dong.anh", "phuc.xa", "phuc.xa.committee"]
    with no_trace():
        actions.apply_amendment(change.pk, reason="Thời tiết", actor=cast.actors["mrs_ha"], at=LATER)


def test_what_the_room_of_campaigns_refuses_is_refused_and_told_to_nobody(
    cast: Cast, campaign: Campaign, change: Draft
) -> None:
    issued(cast, campaign, "00001")

    with no_trace():
        with pytest.raises(NotYours):
            actions.apply_amendment(change.pk, reason="Vì thế", actor=cast.actors["mr_dung"], at=LATER)
        with pytest.raises(NotYours):
            actions.apply_amendment(change.pk, reason="Vì thế", actor=cast.actors["ba_dinh"], at=LATER)
        with pytest.raises(BadInput):
            actions.apply_amendment(change.pk, reason=" ", actor=cast.actors["mrs_ha"], at=LATER)
        with pytest.raises(NotFound):
            actions.apply_amendment(0, reason="Vì thế", actor=cast.actors["mrs_ha"], at=LATER)

"""What waits for approval may be taken back."""

import pytest

from danban.campaigns.models import Campaign
from danban.kit.refusals import NotFound, NotNow, NotYours
from danban.plans import actions
from danban.plans.models import Approval, Plan
from danban.plans.states import PlanStatus
from tests.cast import AT, Cast
from tests.plans.factories import derive, officer
from tests.plans.traces import last_event, no_trace


@pytest.mark.parametrize("who", ["phuc_xa", "phuc_xa_committee"])
def test_either_office_of_the_unit_takes_it_back_and_approvals_go(cast: Cast, waiting: Plan, who: str) -> None:
    plan = actions.withdraw_plan(waiting.pk, actor=cast.actors[who], at=AT)

    assert plan.status == PlanStatus.DRAFTING
    assert not Approval.objects.exists()
    assert last_event() == ("plan.withdrawn", "plan", plan.pk)


def test_others_and_what_does_not_wait_are_refused(cast: Cast, campaign: Campaign, waiting: Plan) -> None:
    draft = derive(cast, campaign, "00004")

    with no_trace():
        with pytest.raises(NotFound):
            actions.withdraw_plan(waiting.pk, actor=cast.actors["truc_bach"], at=AT)
        with pytest.raises(NotYours):
            actions.withdraw_plan(waiting.pk, actor=cast.actors["ba_dinh"], at=AT)
        with pytest.raises(NotNow):
            actions.withdraw_plan(draft.pk, actor=officer(cast, "00004"), at=AT)

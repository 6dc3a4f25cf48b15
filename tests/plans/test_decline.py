"""The other body does not agree yet, and says why."""

import pytest

from danban.campaigns.models import Campaign
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from danban.plans import actions
from danban.plans.models import Approval, Plan
from danban.plans.states import PlanStatus
from tests.cast import AT, Cast
from tests.plans.factories import derive, officer
from tests.plans.traces import last_event, no_trace, told


def test_it_goes_back_to_drafting_with_the_reason_until_it_is_submitted_again(cast: Cast, waiting: Plan) -> None:
    plan = actions.decline_plan(waiting.pk, reason=" Thiếu lịch họp ", actor=cast.actors["phuc_xa_committee"], at=AT)

    assert (plan.status, plan.return_comment) == (PlanStatus.DRAFTING, "Thiếu lịch họp")
    assert not Approval.objects.exists()
    assert last_event() == ("plan.declined", "plan", plan.pk)
    assert told(f"plan:{plan.pk}:declined") == ["phuc.xa"]
    assert actions.submit_plan(plan.pk, actor=cast.actors["phuc_xa"], at=AT).return_comment == ""


def test_without_a_reason_by_the_body_that_agreed_and_by_others_it_is_refused(
    cast: Cast, campaign: Campaign, waiting: Plan
) -> None:
    draft = derive(cast, campaign, "00004")

    with no_trace():
        with pytest.raises(BadInput, match="lý do"):
            actions.decline_plan(waiting.pk, reason=" ", actor=cast.actors["phuc_xa_committee"], at=AT)
        with pytest.raises(NotNow, match="rút kế hoạch về"):
            actions.decline_plan(waiting.pk, reason="Chưa", actor=cast.actors["phuc_xa"], at=AT)
        with pytest.raises(NotFound):
            actions.decline_plan(waiting.pk, reason="Chưa", actor=cast.actors["truc_bach"], at=AT)
        with pytest.raises(NotYours):
            actions.decline_plan(waiting.pk, reason="Chưa", actor=cast.actors["ba_dinh"], at=AT)
        with pytest.raises(NotNow):
            actions.decline_plan(draft.pk, reason="Chưa", actor=officer(cast, "00004", "committee"), at=AT)

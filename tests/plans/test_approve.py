"""The other chairing body agrees; nobody agrees for both."""

import pytest

from danban.accounts.queries import actor_for
from danban.campaigns.models import Campaign
from danban.kit.refusals import NotFound, NotNow, NotYours
from danban.plans import actions
from danban.plans.models import Approval, Plan
from danban.plans.states import PlanStatus
from tests.accounts.factories import make_appointment
from tests.cast import AT, Cast
from tests.plans.factories import derive, officer
from tests.plans.traces import last_event, no_trace, told


def test_the_other_body_agrees_and_the_unit_hears_that_it_can_issue(cast: Cast, waiting: Plan) -> None:
    plan = actions.approve_plan(waiting.pk, actor=cast.actors["phuc_xa_committee"], at=AT)

    assert plan.status == PlanStatus.APPROVING
    assert set(Approval.objects.values_list("body__kind__code", flat=True)) == {"peoples_committee", "front_committee"}
    assert last_event() == ("plan.approved", "plan", plan.pk)
    assert told(f"plan:{plan.pk}:approved") == ["phuc.xa"]


def test_the_same_body_and_the_same_person_do_not_agree_twice(cast: Cast, waiting: Plan) -> None:
    place, front = cast.places["00001"], cast.bodies["00001", "front_committee"]
    colleague = make_appointment(place.unit, role="commune_front_officer", body=front)
    both = make_appointment(
        place.unit, role="commune_committee_officer", body=cast.bodies["00001", "peoples_committee"],
        account=cast.people["phuc_xa"],
    )  # fmt: skip

    with no_trace():
        with pytest.raises(NotNow, match="đã duyệt kế hoạch này"):
            actions.approve_plan(waiting.pk, actor=actor_for(colleague), at=AT)
        with pytest.raises(NotYours, match="do người khác duyệt"):
            actions.approve_plan(waiting.pk, actor=actor_for(both), at=AT)


def test_others_offices_of_no_body_and_what_does_not_wait_are_refused(
    cast: Cast, campaign: Campaign, waiting: Plan
) -> None:
    loose = make_appointment(cast.places["00001"].unit, role="commune_committee_officer")
    draft = derive(cast, campaign, "00004")

    with no_trace():
        for who in ("truc_bach", "stranger", "head_of_group_1"):
            with pytest.raises(NotFound):
                actions.approve_plan(waiting.pk, actor=cast.actors[who], at=AT)
        for who in ("ba_dinh_committee", "mr_dung"):
            with pytest.raises(NotYours):
                actions.approve_plan(waiting.pk, actor=cast.actors[who], at=AT)
        with pytest.raises(NotYours, match="không thuộc UBND hay Ủy ban MTTQ"):
            actions.approve_plan(waiting.pk, actor=actor_for(loose), at=AT)
        with pytest.raises(NotNow):
            actions.approve_plan(draft.pk, actor=officer(cast, "00004", "committee"), at=AT)

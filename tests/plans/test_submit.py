"""A complete plan is put to the other body; its own body thereby agrees."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from danban.accounts.queries import actor_for
from danban.campaigns import actions as campaigns
from danban.campaigns.models import Campaign
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from danban.plans import actions
from danban.plans.actions import GivenDate
from danban.plans.models import Approval, Plan
from danban.plans.states import PlanStatus
from tests.accounts.factories import make_appointment
from tests.campaigns.finders import duty
from tests.cast import AT, TODAY, Cast
from tests.plans.factories import derive, issued, kind_id, officer, sheet_of, submitted, with_date
from tests.plans.traces import last_event, no_trace, told


def _complete(cast: Cast, plan: Plan, **changed: Any) -> None:
    sheet = sheet_of(plan, **changed)
    actions.edit_plan(plan.pk, sheet=sheet, actor=officer(cast, plan.placement.code), at=AT)


def test_the_submitting_body_agrees_and_the_other_is_told(cast: Cast, campaign: Campaign) -> None:
    plan = submitted(cast, campaign, "00001")

    assert plan.status == PlanStatus.APPROVING
    approval = Approval.objects.get()
    assert (approval.body, approval.appointment) == (cast.bodies["00001", "front_committee"], cast.offices["phuc_xa"])
    assert last_event() == ("plan.submitted", "plan", plan.pk)
    assert told(f"plan:{plan.pk}:submitted") == ["phuc.xa.committee"]


def test_a_part_of_a_chairing_body_speaks_for_it(cast: Cast, campaign: Campaign, draft: Plan) -> None:
    front = cast.bodies["00001", "front_committee"]
    standing = type(front).objects.create(
        unit=front.unit, kind=cast.bodies["01", "movement_board"].kind, parent=front, name="Ban Thường trực",
        folded="ban thuong truc", starts_on=front.starts_on,
    )  # fmt: skip
    office = make_appointment(front.unit, role="commune_front_officer", body=standing)
    _complete(cast, draft)

    actions.submit_plan(draft.pk, actor=actor_for(office), at=AT)

    assert Approval.objects.get().body == front


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"party_body": ""}, "party_consulted_on"),
        ({"party_consulted_on": None}, "party_consulted_on"),
        ({"party_how": ""}, "party_consulted_on"),
        ({"numbering_body_id": None}, "numbering_body_id"),
        ({"symbol_pattern": ""}, "numbering_body_id"),
    ],
)
def test_what_is_missing_is_named(cast: Cast, draft: Plan, changed: dict[str, Any], field: str) -> None:
    _complete(cast, draft, **changed)

    with no_trace(), pytest.raises(BadInput) as refusal:
        actions.submit_plan(draft.pk, actor=cast.actors["phuc_xa"], at=AT)

    assert list(refusal.value.problems) == [field]


def test_a_day_the_plan_above_leaves_out_must_be_set(cast: Cast, campaign: Campaign, draft: Plan) -> None:
    minutes = kind_id(campaign, "village", "minutes")
    sheet = with_date(sheet_of(draft), minutes, None, None)
    actions.edit_plan(draft.pk, sheet=sheet, actor=cast.actors["phuc_xa"], at=AT)

    with no_trace(), pytest.raises(BadInput, match="Cần đặt thời gian cho “Hoàn thành biên bản") as refusal:
        actions.submit_plan(draft.pk, actor=cast.actors["phuc_xa"], at=AT)

    assert list(refusal.value.problems) == [f"date-{minutes}"]


def test_whoever_owes_the_money_confirms_it(cast: Cast, campaign: Campaign) -> None:
    district, commune = derive(cast, campaign, "001"), derive(cast, campaign, "00001")
    for plan in (district, commune):
        _complete(cast, plan, funding_confirmed=False)

    with no_trace(), pytest.raises(BadInput, match="kinh phí") as refusal:
        actions.submit_plan(district.pk, actor=cast.actors["ba_dinh"], at=AT)

    assert list(refusal.value.problems) == ["funding_confirmed"]
    actions.submit_plan(commune.pk, actor=cast.actors["phuc_xa"], at=AT)


def test_many_missing_parts_are_counted(cast: Cast, campaign: Campaign, draft: Plan) -> None:
    sheet = replace(sheet_of(draft, party_body="", symbol_pattern=""))
    empty = replace(sheet, dates=tuple(GivenDate(one.kind_id, None, None) for one in sheet.dates))
    actions.edit_plan(draft.pk, sheet=empty, actor=cast.actors["phuc_xa"], at=AT)

    with no_trace(), pytest.raises(BadInput, match=rf"Còn {2 + len(sheet.dates) - 3} chỗ nữa\."):
        actions.submit_plan(draft.pk, actor=cast.actors["phuc_xa"], at=AT)


def test_a_change_above_is_confirmed_first(cast: Cast, campaign: Campaign, draft: Plan) -> None:
    _complete(cast, draft)
    issued(cast, campaign, "001")

    with no_trace(), pytest.raises(NotNow, match="đã thay đổi"):
        actions.submit_plan(draft.pk, actor=cast.actors["phuc_xa"], at=AT)


def test_a_change_of_the_year_that_does_not_touch_the_unit_is_no_change(
    cast: Cast, campaign: Campaign, draft: Plan
) -> None:
    _complete(cast, draft)
    ha = cast.actors["mrs_ha"]
    change = campaigns.draft_amendment(campaign.pk, actor=ha, at=AT)
    campaigns.drop_item(duty(change, "city", "evaluation").pk, actor=ha, at=AT)
    campaigns.apply_draft(change.pk, reason="Bớt việc Thành phố", actor=ha, at=AT + timedelta(hours=1))

    assert actions.submit_plan(draft.pk, actor=cast.actors["phuc_xa"], at=AT).status == PlanStatus.APPROVING


def test_others_an_office_of_no_chairing_body_and_a_second_time_are_refused(
    cast: Cast, campaign: Campaign, draft: Plan
) -> None:
    _complete(cast, draft)
    loose = make_appointment(cast.places["00001"].unit, role="commune_front_officer")

    with no_trace():
        for who in ("truc_bach", "dong_anh", "stranger", "head_of_group_1"):
            with pytest.raises(NotFound):
                actions.submit_plan(draft.pk, actor=cast.actors[who], at=AT)
        for who in ("ba_dinh", "mrs_ha"):
            with pytest.raises(NotYours):
                actions.submit_plan(draft.pk, actor=cast.actors[who], at=AT)
        with pytest.raises(NotYours, match="không thuộc UBND hay Ủy ban MTTQ"):
            actions.submit_plan(draft.pk, actor=actor_for(loose), at=AT)
    actions.submit_plan(draft.pk, actor=cast.actors["phuc_xa"], at=AT)
    with no_trace(), pytest.raises(NotNow):
        actions.submit_plan(draft.pk, actor=cast.actors["phuc_xa"], at=AT)
    assert AT.date() == TODAY

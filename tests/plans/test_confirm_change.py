"""A unit takes note of what changed above it, where its own days still fit."""

from datetime import date, timedelta
from typing import Any

import pytest

from danban.campaigns import actions as campaigns
from danban.campaigns.models import Campaign
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from danban.plans import actions, queries
from danban.plans.actions import GivenDate, OwnItem
from danban.plans.models import Plan, PlanItem
from danban.plans.states import PlanStatus
from tests.campaigns.finders import milestone
from tests.cast import AT, Cast
from tests.plans.factories import derive, issued, kind_id, officer, sheet_of, submitted, with_date
from tests.plans.traces import last_event, no_trace


def _amend(cast: Cast, campaign: Campaign, code: str = "village-conference", **values: Any) -> None:
    ha, at = cast.actors["mrs_ha"], AT + timedelta(minutes=1 + 2 * campaign.amendments.count())
    change = campaigns.draft_amendment(campaign.pk, actor=ha, at=at)
    campaigns.correct_item(milestone(change, code).pk, values=values, actor=ha, at=at)
    campaigns.apply_draft(change.pk, reason="Đổi đợt", actor=ha, at=at + timedelta(minutes=1))


def _sentences(plan: Plan) -> list[str]:
    plan = Plan.objects.select_related("campaign", "placement").get(pk=plan.pk)
    return [change.sentence for change in queries.change_for(plan).changes]


def test_an_issued_plan_stands_and_the_change_is_known(cast: Cast, campaign: Campaign) -> None:
    edition = issued(cast, campaign, "00001")
    _amend(cast, campaign, due_on="2023-03-05")
    assert "Tổ chức hội nghị thôn, tổ dân phố: từ 02/01/2023–28/02/2023 thành 02/01/2023–05/03/2023." in _sentences(
        edition.plan
    )

    plan = actions.confirm_change(edition.plan_id, actor=cast.actors["phuc_xa"], at=AT)

    assert (plan.status, plan.base_amendment) == (PlanStatus.ISSUED, campaign.amendments.get())
    assert _sentences(plan) == []
    assert queries.edition_in_force(plan) == edition
    assert last_event() == ("change.confirmed", "plan", plan.pk)


def test_the_change_names_the_amendments_as_far_as_they_matter_below(cast: Cast, campaign: Campaign) -> None:
    edition = issued(cast, campaign, "00001")
    _amend(cast, campaign, due_on="2023-03-05")
    _amend(cast, campaign, "city-plan", due_on="2022-12-18")

    change = queries.change_for(Plan.objects.select_related("campaign", "placement").get(pk=edition.plan_id))

    (told,) = change.amendments
    assert told.reason == "Đổi đợt"
    assert "Đổi “Hội nghị thôn, tổ dân phố”: ngày cuối từ 28/02/2023 thành 05/03/2023." in told.lines


def test_a_draft_takes_the_changes_in(cast: Cast, campaign: Campaign, draft: Plan) -> None:
    guidance = kind_id(campaign, "commune", "guidance")
    line = OwnItem("Treo băng rôn", is_mandatory=True)
    edition = issued(cast, campaign, "001", GivenDate(guidance, None, date(2023, 2, 13)), items=(line,))
    assert _sentences(draft)[-1] == "Thêm nội dung bắt buộc “Treo băng rôn”."
    assert (
        "Hướng dẫn Trưởng ban công tác Mặt trận, Trưởng thôn, Tổ trưởng: cấp trên nay định là 13/02/2023."
        in _sentences(draft)
    )

    plan = actions.confirm_change(draft.pk, actor=cast.actors["phuc_xa"], at=AT)

    assert (plan.status, plan.base_edition) == (PlanStatus.DRAFTING, edition)
    assert PlanItem.objects.filter(plan=plan, title="Treo băng rôn").exists()
    assert _sentences(plan) == []


def test_a_district_that_is_sent_back_leaves_its_communes_with_the_year_again(cast: Cast, campaign: Campaign) -> None:
    guidance = kind_id(campaign, "commune", "guidance")
    above = issued(cast, campaign, "001", GivenDate(guidance, None, date(2023, 2, 13)))
    plan = derive(cast, campaign, "00001")
    actions.send_back_plan(above.plan_id, comment="Sửa", actor=cast.actors["mrs_ha"], at=AT)

    assert any("đơn vị cần tự đặt" in sentence for sentence in _sentences(plan))
    confirmed = actions.confirm_change(plan.pk, actor=cast.actors["phuc_xa"], at=AT)
    assert confirmed.base_edition is None
    assert guidance in {one.kind_id for one in sheet_of(confirmed).dates}


def test_an_own_day_that_no_longer_fits_is_named_and_nothing_is_confirmed(cast: Cast, campaign: Campaign) -> None:
    conference = kind_id(campaign, "village", "conference")
    edition = issued(cast, campaign, "00001", GivenDate(conference, None, date(2023, 2, 25)))
    _amend(cast, campaign, due_on="2023-02-20")

    with no_trace(), pytest.raises(BadInput, match=r"“Tổ chức hội nghị thôn.*đơn vị đặt 25/02/2023") as refusal:
        actions.confirm_change(edition.plan_id, actor=cast.actors["phuc_xa"], at=AT)

    assert list(refusal.value.problems) == ["dates"]
    plan = actions.revise_plan(edition.plan_id, actor=cast.actors["phuc_xa"], at=AT)
    sheet = with_date(sheet_of(plan), conference, None, date(2023, 2, 18))
    actions.edit_plan(plan.pk, sheet=sheet, actor=cast.actors["phuc_xa"], at=AT)
    assert actions.submit_plan(plan.pk, actor=cast.actors["phuc_xa"], at=AT).status == PlanStatus.APPROVING


def test_a_day_that_must_now_be_set_asks_for_a_new_edition(cast: Cast, campaign: Campaign) -> None:
    above = issued(cast, campaign, "001")
    edition = issued(cast, campaign, "00001")
    actions.send_back_plan(above.plan_id, comment="Sửa", actor=cast.actors["mrs_ha"], at=AT)

    with no_trace(), pytest.raises(BadInput, match="nay phải tự đặt thời gian"):
        actions.confirm_change(edition.plan_id, actor=cast.actors["phuc_xa"], at=AT)


def test_nothing_new_what_waits_what_was_returned_and_others_are_refused(cast: Cast, campaign: Campaign) -> None:
    edition, waiting = issued(cast, campaign, "00001"), submitted(cast, campaign, "00004")
    returned = issued(cast, campaign, "00454")
    actions.send_back_plan(returned.plan_id, comment="Sửa", actor=cast.actors["mrs_ha"], at=AT)

    with no_trace(), pytest.raises(NotNow, match="không có thay đổi"):
        actions.confirm_change(edition.plan_id, actor=cast.actors["phuc_xa"], at=AT)
    _amend(cast, campaign, due_on="2023-03-05")
    with no_trace():
        with pytest.raises(NotNow, match="chờ duyệt"):
            actions.confirm_change(waiting.pk, actor=cast.actors["truc_bach"], at=AT)
        with pytest.raises(NotNow, match="bị trả lại"):
            actions.confirm_change(returned.plan_id, actor=officer(cast, "00454"), at=AT)
        with pytest.raises(NotFound):
            actions.confirm_change(edition.plan_id, actor=cast.actors["truc_bach"], at=AT)
        with pytest.raises(NotYours):
            actions.confirm_change(edition.plan_id, actor=cast.actors["ba_dinh"], at=AT)

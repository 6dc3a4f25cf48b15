"""A unit's plan comes down from the one above it."""

from datetime import date

import pytest

from danban.audit.models import Entry
from danban.campaigns import actions as campaigns
from danban.campaigns.models import Campaign
from danban.kit.refusals import NotFound, NotNow, NotYours
from danban.plans import actions
from danban.plans.actions import GivenDate, OwnItem
from danban.plans.models import Plan, PlanDate, PlanItem
from danban.plans.states import LineSource, PlanStatus
from tests.cast import AT, Cast
from tests.plans.factories import derive, issued, kind_id, officer
from tests.plans.traces import last_event, no_trace


def _dates(plan: Plan) -> dict[str, date | None]:
    rows = PlanDate.objects.filter(plan=plan).order_by("position")
    return {f"{row.kind.level.code}/{row.kind.code}": row.due_on for row in rows.select_related("kind__level")}


def _items(plan: Plan) -> dict[str, PlanItem]:
    return {item.title: item for item in PlanItem.objects.filter(plan=plan).order_by("position")}


def test_a_district_gets_its_lines_from_the_year_and_the_days_left_out_as_proposals(
    cast: Cast, campaign: Campaign
) -> None:
    plan = derive(cast, campaign, "001")

    assert (plan.status, plan.base_edition, plan.base_amendment) == (PlanStatus.DRAFTING, None, None)
    assert plan.title == f"Kế hoạch triển khai {campaign.name} trên địa bàn quận Ba Đình"
    assert (plan.numbering_body, plan.symbol_pattern) == (
        cast.bodies["001", "front_committee"], "{number:02d}/KHLT-UBND-UBMTTQ",
    )  # fmt: skip
    assert _dates(plan) == {
        "district/pilot": date(2022, 12, 30),
        "district/leaders_assigned": date(2022, 12, 30),
        "district/funding": date(2022, 12, 30),
        "district/schedule": date(2022, 12, 30),
        "district/petitions_handled": date(2023, 4, 3),
        "district/settlement": date(2023, 4, 18),
        "commune/pilot": date(2022, 12, 30),
        "commune/guidance": date(2022, 12, 30),
        "commune/schedule": date(2022, 12, 30),
        "commune/delegates": date(2023, 2, 22),
        "commune/consultation": date(2023, 2, 24),
        "commune/minutes": date(2023, 3, 13),
        "commune/resolution": date(2023, 3, 13),
        "commune/settlement": date(2023, 4, 18),
    }
    assert last_event() == ("plan.derived", "plan", plan.pk)


def test_mandatory_contents_come_down_once_with_the_levels_that_take_them_up(cast: Cast, draft: Plan) -> None:
    items = _items(draft)
    common = "Tiếp thu, tổng hợp các kiến nghị của Nhân dân để báo cáo cấp có thẩm quyền"

    assert items[common].doer == "Thôn, tổ dân phố; Xã, phường, thị trấn"
    assert items[common].origin.startswith("agenda:")
    assert {item.source for item in items.values()} == {LineSource.ABOVE}
    assert all(item.is_mandatory for item in items.values())
    assert items["Chọn một thôn, tổ dân phố làm điểm"].origin.startswith("duty:")
    assert "Chọn hội nghị điểm ở mỗi cấp" not in items
    assert not any("triển khai kế hoạch" in title for title in items)


def test_a_commune_whose_district_is_late_derives_from_the_year(cast: Cast, draft: Plan) -> None:
    assert draft.base_edition is None
    assert _dates(draft)["commune/guidance"] == date(2022, 12, 30)
    assert "village/minutes" in _dates(draft)


def test_a_commune_under_an_issued_district_finds_its_days_fixed_and_its_mandatory_lines(
    cast: Cast, campaign: Campaign
) -> None:
    guidance = kind_id(campaign, "commune", "guidance")
    lines = (OwnItem("Treo băng rôn ở trụ sở", is_mandatory=True), OwnItem("Họp giao ban hằng tuần"))
    edition = issued(cast, campaign, "001", GivenDate(guidance, None, date(2023, 2, 13)), items=lines)

    plan = derive(cast, campaign, "00001")

    assert plan.base_edition == edition
    assert [code for code in _dates(plan) if code.startswith("commune/")] == []
    assert "village/minutes" in _dates(plan)
    handed = _items(plan)["Treo băng rôn ở trụ sở"]
    assert (handed.source, handed.is_mandatory, handed.origin[:5]) == (LineSource.ABOVE, True, "item:")
    assert "Họp giao ban hằng tuần" not in _items(plan)


def test_how_the_unit_numbered_its_last_plan_is_kept(cast: Cast, campaign: Campaign) -> None:
    committee = cast.bodies["00001", "peoples_committee"]
    issued(cast, campaign, "00001", numbering_body_id=committee.pk, symbol_pattern="{number:02d}/KH-UBND")
    change = campaigns.clone_campaign(campaign.pk, year=2024, actor=cast.actors["mrs_ha"], at=AT)
    next_year = campaigns.launch_draft(change.pk, actor=cast.actors["mrs_ha"], at=AT)

    plan = derive(cast, next_year, "00001")

    assert (plan.numbering_body, plan.symbol_pattern) == (committee, "{number:02d}/KH-UBND")


def test_deriving_again_by_either_office_returns_the_plan_and_leaves_no_trace(
    cast: Cast, campaign: Campaign, draft: Plan
) -> None:
    place = cast.places["00001"].pk

    with no_trace():
        assert derive(cast, campaign, "00001") == draft
        committee = officer(cast, "00001", "committee")
        assert actions.derive_plan(campaign.pk, placement_id=place, actor=committee, at=AT) == draft


def test_others_units_that_owe_no_plan_and_a_closed_year_are_refused(cast: Cast, campaign: Campaign) -> None:
    def derived_by(who: str, code: str = "00001", campaign_id: int = campaign.pk) -> None:
        actions.derive_plan(campaign_id, placement_id=cast.places[code].pk, actor=cast.actors[who], at=AT)

    with no_trace():
        for who in ("truc_bach", "dong_anh", "stranger"):
            with pytest.raises(NotFound):
                derived_by(who)
        for who in ("ba_dinh", "mrs_ha"):
            with pytest.raises(NotYours):
                derived_by(who)
        with pytest.raises(NotYours):
            derived_by("head_of_group_1", "00001.01")
        with pytest.raises(NotYours):
            derived_by("mrs_ha", "01")
        with pytest.raises(NotFound):
            derived_by("phuc_xa", campaign_id=0)
        with pytest.raises(NotFound):
            actions.derive_plan(campaign.pk, placement_id=0, actor=cast.actors["phuc_xa"], at=AT)
    campaigns.close_campaign(campaign.pk, reason="Xong", actor=cast.actors["mrs_ha"], at=AT)
    with no_trace(), pytest.raises(NotNow, match="đã khép lại"):
        derived_by("phuc_xa")


def test_a_level_the_year_asks_no_plan_of_has_none_to_draw_up(cast: Cast, campaign: Campaign) -> None:
    campaign.obligation_kinds.get(level__code="commune", code="plan").obligations.all().delete()

    with no_trace(), pytest.raises(NotNow, match="không phải ban hành"):
        derive(cast, campaign, "00001")
    assert Entry.objects.filter(event="plan.derived").count() == 0

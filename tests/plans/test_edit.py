"""The one form of a plan: kept as far as it can be, approvals gone with every change."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from danban.campaigns import actions as campaigns
from danban.campaigns.models import Campaign
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from danban.plans import actions
from danban.plans.actions import GivenDate, OwnItem, PlanSheet
from danban.plans.models import Approval, Plan, PlanDate, PlanItem
from danban.plans.states import LineSource, PlanStatus
from tests.cast import AT, TODAY, Cast
from tests.plans.factories import derive, issued, kind_id, officer, sheet_of, with_date
from tests.plans.traces import last_event, no_trace

JAN, FEB = date(2023, 1, 2), date(2023, 2, 28)


def _edit(cast: Cast, plan: Plan, sheet: PlanSheet, who: str = "phuc_xa") -> Plan:
    return actions.edit_plan(plan.pk, sheet=sheet, actor=cast.actors[who], at=AT)


def test_every_field_is_kept(cast: Cast, draft: Plan) -> None:
    committee = cast.bodies["00001", "peoples_committee"]
    given: dict[str, Any] = {
        "title": "  Kế hoạch   phường ", "party_body": "Đảng ủy", "party_how": "Họp", "party_consulted_on": TODAY,
        "funding_amount": 5_000_000, "funding_source": "Ngân sách phường", "funding_confirmed": True,
        "numbering_body_id": committee.pk, "symbol_pattern": "{number:02d}/KH",
    }  # fmt: skip

    _edit(cast, draft, sheet_of(draft, **given))

    draft.refresh_from_db()
    assert {name: getattr(draft, name) for name in given} == {**given, "title": "Kế hoạch phường"}
    assert last_event() == ("plan.edited", "plan", draft.pk)


def test_a_window_narrowed_is_a_line_and_one_as_above_is_none(cast: Cast, campaign: Campaign, draft: Plan) -> None:
    conference, minutes = (kind_id(campaign, "village", code) for code in ("conference", "minutes"))
    sheet = with_date(sheet_of(draft), conference, date(2023, 2, 13), date(2023, 2, 20))

    _edit(cast, draft, with_date(sheet, minutes, None, date(2023, 2, 25)))
    rows = {row.kind_id: row for row in PlanDate.objects.filter(plan=draft)}
    assert (rows[conference].starts_on, rows[conference].due_on) == (date(2023, 2, 13), date(2023, 2, 20))
    assert (rows[conference].is_required, rows[minutes].is_required) == (False, True)
    assert rows[minutes].due_on == date(2023, 2, 25)

    _edit(cast, draft, with_date(sheet_of(draft), conference, JAN, FEB))
    assert not PlanDate.objects.filter(plan=draft, kind_id=conference).exists()


def test_a_required_day_may_be_left_empty_while_drafting(cast: Cast, campaign: Campaign, draft: Plan) -> None:
    minutes = kind_id(campaign, "village", "minutes")

    _edit(cast, draft, with_date(sheet_of(draft), minutes, None, None))

    assert PlanDate.objects.get(plan=draft, kind_id=minutes).due_on is None


def test_own_lines_keep_their_ids_and_stand_after_those_from_above(cast: Cast, draft: Plan) -> None:
    _edit(cast, draft, sheet_of(draft, items=(OwnItem("Một"), OwnItem("Hai", doer="Đoàn Thanh niên"))))
    one, two = PlanItem.objects.filter(plan=draft, source=LineSource.OWN).order_by("position")

    changed = (OwnItem("Hai, sửa", TODAY, TODAY, "Đoàn", is_mandatory=True, item_id=two.pk), OwnItem("Ba"))
    _edit(cast, draft, sheet_of(draft, items=changed))

    rows = list(PlanItem.objects.filter(plan=draft).order_by("position"))
    assert [row.title for row in rows[-2:]] == ["Hai, sửa", "Ba"]
    assert (rows[-2].pk, rows[-2].doer, rows[-2].is_mandatory) == (two.pk, "Đoàn", True)
    assert [row.position for row in rows] == list(range(len(rows)))
    assert not PlanItem.objects.filter(pk=one.pk).exists()


def test_a_line_from_above_that_is_not_mandatory_may_be_left_out_and_taken_back(cast: Cast, campaign: Campaign) -> None:
    campaign.agenda_items.filter(title__startswith="Công bố").update(is_mandatory=False)
    plan = derive(cast, campaign, "00001")
    loose = PlanItem.objects.get(plan=plan, is_mandatory=False).origin
    kept = PlanItem.objects.filter(plan=plan, is_mandatory=True).order_by("pk")[0].origin

    _edit(cast, plan, sheet_of(plan, dropped=(loose,)))
    assert not PlanItem.objects.filter(plan=plan, origin=loose).exists()
    assert sheet_of(plan).dropped == (loose,)
    with no_trace(), pytest.raises(BadInput, match="bắt buộc") as refusal:
        _edit(cast, plan, sheet_of(plan, dropped=(loose, kept)))
    assert list(refusal.value.problems) == ["dropped"]

    _edit(cast, plan, sheet_of(plan, dropped=()))
    assert PlanItem.objects.filter(plan=plan, origin=loose).exists()


def test_a_change_while_waiting_takes_the_approvals_back(cast: Cast, waiting: Plan) -> None:
    assert Approval.objects.filter(plan=waiting).count() == 1

    plan = _edit(cast, waiting, sheet_of(waiting, title="Tên khác"), "phuc_xa_committee")

    assert plan.status == PlanStatus.DRAFTING
    assert not Approval.objects.exists()


def test_the_same_sheet_again_leaves_no_trace_and_keeps_the_approvals(cast: Cast, waiting: Plan) -> None:
    with no_trace():
        assert _edit(cast, waiting, sheet_of(waiting)).status == PlanStatus.APPROVING


@pytest.mark.parametrize(
    ("level", "code", "starts_on", "due_on", "says"),
    [
        ("village", "conference", date(2022, 12, 31), FEB, r"nằm ngoài .*\(02/01/2023–28/02/2023\)"),
        ("village", "conference", None, date(2023, 3, 1), "nằm ngoài"),
        ("village", "conference", date(2023, 2, 2), None, "hãy nhập ngày cuối"),
        ("village", "conference", FEB, date(2023, 2, 27), "không trước ngày đầu"),
        ("village", "minutes", None, date(2024, 3, 1), "không thuộc năm"),
        ("village", "minutes", date(2021, 3, 1), FEB, "không thuộc năm"),
        ("commune", "plan", None, TODAY, "không đặt thời gian cho việc này"),
    ],
)
def test_days_outside_those_above_are_refused_by_field(
    cast: Cast, campaign: Campaign, draft: Plan, level: str, code: str, starts_on: date, due_on: date, says: str
) -> None:
    wanted = kind_id(campaign, level, code)

    with no_trace(), pytest.raises(BadInput, match=says) as refusal:
        _edit(cast, draft, with_date(sheet_of(draft), wanted, starts_on, due_on))

    assert list(refusal.value.problems) == [f"date-{wanted}"]


def test_the_days_of_an_issued_plan_above_bind(cast: Cast, campaign: Campaign, draft: Plan) -> None:
    conference = kind_id(campaign, "village", "conference")
    issued(cast, campaign, "001", GivenDate(conference, None, date(2023, 2, 20)))

    with no_trace(), pytest.raises(BadInput, match=r"\(02/01/2023–20/02/2023\)"):
        _edit(cast, draft, with_date(sheet_of(draft), conference, None, date(2023, 2, 21)))
    _edit(cast, draft, with_date(sheet_of(draft), conference, None, date(2023, 2, 19)))


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"title": " "}, "title"),
        ({"title": "K" * 301}, "title"),
        ({"party_body": "Đ" * 201}, "party_body"),
        ({"party_consulted_on": TODAY + timedelta(days=1)}, "party_consulted_on"),
        ({"party_how": "H" * 2_001}, "party_how"),
        ({"funding_amount": -1}, "funding_amount"),
        ({"funding_source": "N" * 301}, "funding_source"),
        ({"numbering_body_id": 0}, "numbering_body_id"),
        ({"symbol_pattern": "KH"}, "symbol_pattern"),
        ({"items": (OwnItem(" "),)}, "item-0"),
        ({"items": (OwnItem("Một"), OwnItem("Hai", doer="Đ" * 201))}, "item-1"),
        ({"items": (OwnItem("Một", item_id=0),)}, "item-0"),
        ({"items": (OwnItem("Một", FEB, JAN),)}, "item-0"),
        ({"items": (OwnItem("Một", None, date(2032, 1, 1)),)}, "item-0"),
        ({"items": tuple(OwnItem(f"Dòng {number}") for number in range(61))}, "items"),
        ({"dates": (GivenDate(0, None, TODAY),)}, "date-0"),
    ],
)  # fmt: skip
def test_what_cannot_be_kept_is_refused_by_field(cast: Cast, draft: Plan, changed: dict[str, Any], field: str) -> None:
    with no_trace(), pytest.raises(BadInput) as refusal:
        _edit(cast, draft, replace(sheet_of(draft), **changed))

    assert list(refusal.value.problems) == [field]


def test_another_bodys_number_and_a_line_of_another_plan_are_refused(
    cast: Cast, campaign: Campaign, draft: Plan
) -> None:
    other = derive(cast, campaign, "00004")
    actions.edit_plan(other.pk, sheet=sheet_of(other, items=(OwnItem("Một"),)), actor=officer(cast, "00004"), at=AT)
    foreign = PlanItem.objects.get(plan=other, source=LineSource.OWN).pk

    with no_trace():
        with pytest.raises(BadInput):
            _edit(cast, draft, sheet_of(draft, items=(OwnItem("Của tôi", item_id=foreign),)))
        with pytest.raises(BadInput):
            _edit(cast, draft, sheet_of(draft, numbering_body_id=cast.bodies["00004", "front_committee"].pk))


def test_others_an_issued_plan_and_a_closed_year_are_refused(cast: Cast, campaign: Campaign, draft: Plan) -> None:
    sheet = sheet_of(draft, title="Tên khác")

    with no_trace():
        for who in ("truc_bach", "dong_anh", "head_of_group_1", "stranger"):
            with pytest.raises(NotFound):
                _edit(cast, draft, sheet, who)
        for who in ("ba_dinh", "mrs_ha", "culture_department"):
            with pytest.raises(NotYours):
                _edit(cast, draft, sheet, who)
        with pytest.raises(NotFound):
            actions.edit_plan(0, sheet=sheet, actor=cast.actors["phuc_xa"], at=AT)
    edition = issued(cast, campaign, "00001")
    with no_trace(), pytest.raises(NotNow, match="Sửa đổi kế hoạch"):
        _edit(cast, edition.plan, sheet)
    other = derive(cast, campaign, "00004")
    campaigns.close_campaign(campaign.pk, reason="Xong", actor=cast.actors["mrs_ha"], at=AT)
    with no_trace(), pytest.raises(NotNow, match="đã khép lại"):
        _edit(cast, other, sheet, "truc_bach")

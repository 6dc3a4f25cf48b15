"""Plans of many units brought in at once, in every state, as their own verbs would have left them."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from danban.audit.models import Entry
from danban.campaigns import actions as campaigns
from danban.campaigns.models import Campaign, LocalDate, Obligation
from danban.kit.actor import machine
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from danban.notices.models import Notice
from danban.plans import actions, queries
from danban.plans.actions import GivenDate, OwnItem, PlanRow
from danban.plans.models import Approval, Plan, PlanEdition, Receipt
from danban.plans.states import PlanStatus
from tests.cast import AT, TODAY, Cast
from tests.plans.factories import CONSULTED_ON, issued, kind_id, name_signers, officer
from tests.plans.traces import no_trace

LOADER = machine("demo", "campaign:launch")
EARLY = TODAY - timedelta(days=6)


def _row(cast: Cast, code: str, status: str = PlanStatus.ISSUED, **changed: Any) -> PlanRow:
    for side in ("front", "committee"):
        officer(cast, code, side)
    asked: dict[str, Any] = {
        "derived_on": EARLY, "issued_on": TODAY if status == PlanStatus.ISSUED else None, "party_body": "Đảng ủy",
        "consulted_on": CONSULTED_ON, "party_how": "Họp",
    }  # fmt: skip
    return PlanRow(cast.places[code].pk, status, **asked | changed)


def _load(campaign: Campaign, *rows: PlanRow, **changed: Any) -> int:
    asked: dict[str, Any] = {"actor": LOADER, "at": AT}
    return actions.load_plans(campaign.pk, rows, **asked | changed)


def _all(cast: Cast, campaign: Campaign) -> list[PlanRow]:
    conference = kind_id(campaign, "village", "conference")
    return [
        _row(cast, "00001", derived_on=TODAY, dates=(GivenDate(conference, None, date(2023, 2, 20)),)),
        _row(cast, "00004", derived_on=EARLY - timedelta(days=3)),
        _row(cast, "001", issued_on=EARLY + timedelta(days=4), items=(OwnItem("Treo cờ", is_mandatory=True),)),
        _row(cast, "017", PlanStatus.RETURNED, issued_on=TODAY, returned_on=TODAY, comment="Thiếu lịch"),
        _row(cast, "00454", PlanStatus.APPROVING, received_on=EARLY),
        _row(cast, "00457", PlanStatus.DRAFTING, party_body="", consulted_on=None, party_how=""),
    ]


def test_every_state_stands_as_its_own_verbs_would_have_left_it(cast: Cast, campaign: Campaign) -> None:
    assert _load(campaign, *_all(cast, campaign)) == 6

    plans = {plan.placement.code: plan for plan in Plan.objects.select_related("placement", "base_edition")}
    assert {code: plan.status for code, plan in plans.items()} == {
        "001": "issued", "017": "returned", "00001": "issued", "00004": "issued", "00454": "approving",
        "00457": "drafting",
    }  # fmt: skip
    assert plans["00001"].base_edition == PlanEdition.objects.get(plan=plans["001"])
    assert plans["00004"].base_edition is None
    assert Approval.objects.count() == 2 * 4 + 1
    assert Receipt.objects.get().placement == cast.places["00454"]
    done = Obligation.objects.filter(fulfilled_by="plan.issued").order_by("placement__path", "kind__code")
    assert list(done.values_list("placement__code", "kind__code")) == [
        ("001", "funding"), ("001", "plan"), ("00001", "plan"), ("00004", "plan"),
    ]  # fmt: skip
    assert Obligation.objects.get(placement__code="00001.01", kind__code="conference").due_on == date(2023, 2, 20)
    assert not Notice.objects.exists()
    assert set(LocalDate.objects.values_list("placement__code", flat=True)) == {"001", "00001", "00004"}


def test_one_loaded_and_one_issued_say_the_same(cast: Cast, campaign: Campaign) -> None:
    with transaction.atomic():
        by_hand = issued(cast, campaign, "00001", items=(OwnItem("Treo cờ"),)).content
        owed_by_hand = list(Obligation.objects.order_by("pk").values_list("due_on", "fulfilled_on"))
        transaction.set_rollback(True)
    row = _row(cast, "00001", items=(OwnItem("Treo cờ"),), party_body="Đảng ủy phường", party_how="Họp Ban Thường vụ")

    _load(campaign, row)

    loaded = PlanEdition.objects.get().content
    for content in (by_hand, loaded):
        content["assents"] = [one["body_id"] for one in content["assents"]]
        content["items"] = [{**item, "item_id": None} for item in content["items"]]
    assert loaded == by_hand
    assert list(Obligation.objects.order_by("pk").values_list("due_on", "fulfilled_on")) == owed_by_hand


def test_a_loaded_plan_goes_on_by_its_verbs(cast: Cast, campaign: Campaign) -> None:
    _load(campaign, *_all(cast, campaign))
    by_code = {plan.placement.code: plan for plan in Plan.objects.select_related("placement")}

    name_signers(cast, "00454")
    actions.approve_plan(by_code["00454"].pk, actor=officer(cast, "00454", "committee"), at=AT)
    assert (
        actions.issue_plan(by_code["00454"].pk, issued_on=TODAY, actor=officer(cast, "00454"), at=AT).symbol
        == "01/KHLT-UBND-UBMTTQ"
    )
    plan = actions.revise_plan(by_code["017"].pk, actor=cast.actors["dong_anh"], at=AT)
    assert plan.status == PlanStatus.DRAFTING
    late = queries.plan_for(cast.actors["truc_bach"], by_code["00004"].pk)
    assert any("Treo cờ" in change.sentence for change in queries.change_for(late).changes)


def test_there_is_one_entry_of_this_room_and_the_cost_is_the_same_for_two_and_for_four(
    cast: Cast, campaign: Campaign
) -> None:
    costs = []
    for codes in (("00001", "00004"), ("00001", "00004", "00454", "00457")):
        rows = [_row(cast, code) for code in codes]
        with transaction.atomic():
            with CaptureQueriesContext(connection) as asked:
                _load(campaign, *rows)
            assert Entry.objects.filter(event="plans.loaded").count() == 1
            transaction.set_rollback(True)
        costs.append(len(asked))

    assert costs[0] == costs[1]


def test_people_a_closed_year_and_rows_that_could_not_be_are_refused(cast: Cast, campaign: Campaign) -> None:
    good = _row(cast, "00001")
    conference = kind_id(campaign, "village", "conference")
    bad = {
        "không phải ban hành": PlanRow(cast.places["00001.01"].pk, PlanStatus.DRAFTING, TODAY),
        "hoặc nêu hai lần": good,
        "không khớp với trạng thái": _row(cast, "00004", issued_on=None),
        "Phường Trúc Bạch: Cần ghi cấp ủy": _row(cast, "00004", party_how=""),
        "Phường Trúc Bạch: “Tổ chức hội nghị": _row(
            cast, "00004", dates=(GivenDate(conference, None, date(2023, 3, 9)),)
        ),
    }

    with no_trace():
        for says, row in bad.items():
            with pytest.raises(BadInput, match=says), transaction.atomic():
                _load(campaign, good, row)
        with pytest.raises(NotYours):
            _load(campaign, good, actor=cast.actors["mrs_ha"])
        with pytest.raises(NotFound):
            actions.load_plans(0, [good], actor=LOADER, at=AT)
    _load(campaign, good)
    with no_trace(), pytest.raises(BadInput, match="đã có kế hoạch"):
        _load(campaign, _row(cast, "00004"))
    campaigns.close_campaign(campaign.pk, reason="Xong", actor=cast.actors["mrs_ha"], at=AT)
    with no_trace(), pytest.raises(NotNow):
        _load(campaign, _row(cast, "00004"))


def test_a_unit_without_somebody_to_agree_is_named(cast: Cast, campaign: Campaign) -> None:
    row = PlanRow(cast.places["00457"].pk, PlanStatus.APPROVING, TODAY)

    with no_trace(), pytest.raises(BadInput, match="Xã Thụy Lâm: chưa có người"), transaction.atomic():
        _load(campaign, row)

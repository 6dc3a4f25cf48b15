"""The plans of the units below: who has issued, who is late, who is behind a change."""

from datetime import timedelta

import pytest
from django.urls import reverse

from danban.campaigns.models import Campaign
from danban.plans import actions
from danban.plans.actions import GivenDate
from danban.plans.models import Plan
from tests.cast import AT, Cast
from tests.plans.factories import derive, issued, submitted
from tests.web.desk.plans.pages import BELOW, count_queries, issued_again, main_of
from tests.web.entering import enter


def _counts(cast: Cast, who: str, **query: str) -> dict[str, int]:
    states = enter(cast, who).get(BELOW, query).context["states"]
    return {state.label: state.count for state in states}


def test_every_state_is_counted_and_opens_the_list_it_counts(cast: Cast, campaign: Campaign) -> None:
    issued(cast, campaign, "00001")
    sent_back = issued(cast, campaign, "00004").plan
    actions.send_back_plan(sent_back.pk, comment="Thiếu hội nghị điểm", actor=cast.actors["ba_dinh"], at=AT)
    submitted(cast, campaign, "00454")
    browser = enter(cast, "mrs_ha")

    counts = _counts(cast, "mrs_ha", cap="commune")
    returned = main_of(browser.get(BELOW, {"cap": "commune", "tinh_trang": "tra-lai"}))

    assert counts == {
        "Tất cả": 4, "Đã ban hành": 1, "Ban hành muộn": 1, "Chờ duyệt": 1, "Bị trả lại": 1, "Chưa lập": 1,
        "Quá hạn": 3, "Chưa xác nhận đã nhận": 4,
    }  # fmt: skip
    assert "Phường Trúc Bạch" in returned
    assert "Phường Phúc Xá" not in returned


def test_the_city_begins_with_its_districts_and_a_district_sees_its_communes_only(
    cast: Cast, campaign: Campaign
) -> None:
    city, district = main_of(enter(cast, "mrs_ha").get(BELOW)), main_of(enter(cast, "ba_dinh").get(BELOW))

    assert "Quận Ba Đình" in city
    assert "Phường Phúc Xá" not in city
    assert "Phường Phúc Xá" in district
    assert "Xã Xuân Nộn" not in district


def test_who_has_nobody_below_is_told_so(cast: Cast, campaign: Campaign) -> None:
    for name in ("phuc_xa", "head_of_group_1"):
        assert enter(cast, name).get(BELOW).status_code == 403


def test_a_commune_that_drew_up_from_the_city_is_behind_once_its_district_sets_other_days(
    cast: Cast, campaign: Campaign
) -> None:
    issued(cast, campaign, "00001")
    kind = campaign.obligation_kinds.get(level__code="village", code="conference")
    assert "Chưa khớp thay đổi cấp trên" not in _counts(cast, "ba_dinh")

    assert kind.due_on is not None
    own = GivenDate(kind.pk, kind.starts_on, kind.due_on - timedelta(days=8))
    issued(cast, campaign, "001", own)

    assert _counts(cast, "ba_dinh")["Chưa khớp thay đổi cấp trên"] == 1
    behind = main_of(enter(cast, "ba_dinh").get(BELOW, {"tinh_trang": "chua-khop"}))
    assert "Phường Phúc Xá" in behind
    plan = Plan.objects.get(placement=cast.places["00001"])
    actions.confirm_change(plan.pk, actor=cast.actors["phuc_xa"], at=AT)
    assert "Chưa khớp thay đổi cấp trên" not in _counts(cast, "ba_dinh")


def test_an_edition_above_that_changes_nothing_for_a_commune_leaves_it_settled(cast: Cast, campaign: Campaign) -> None:
    district = issued(cast, campaign, "001").plan
    below = derive(cast, campaign, "00001")

    again = issued_again(cast, district, title="Kế hoạch với tên mới")

    below.refresh_from_db()
    assert again.edition == 2
    assert below.base_edition == again
    assert "Chưa khớp thay đổi cấp trên" not in _counts(cast, "ba_dinh")


def test_receipts_of_the_own_plan_stand_beside_each_unit(cast: Cast, campaign: Campaign) -> None:
    edition = issued(cast, campaign, "001")
    assert _counts(cast, "ba_dinh")["Chưa xác nhận đã nhận"] == 2

    actions.receive_plan(campaign.pk, edition_id=edition.pk, actor=cast.actors["phuc_xa"], at=AT)

    assert _counts(cast, "ba_dinh")["Chưa xác nhận đã nhận"] == 1
    unread = main_of(enter(cast, "ba_dinh").get(BELOW, {"tinh_trang": "chua-nhan"}))
    assert "Phường Trúc Bạch" in unread
    assert "Phường Phúc Xá" not in unread


def test_words_are_searched_without_accents(cast: Cast, campaign: Campaign) -> None:
    found = main_of(enter(cast, "ba_dinh").get(BELOW, {"q": "truc bach"}))
    nothing = main_of(enter(cast, "ba_dinh").get(BELOW, {"q": "sapa"}))

    assert "Phường Trúc Bạch" in found
    assert "Phường Phúc Xá" not in found
    assert "Không có đơn vị nào khớp" in nothing


@pytest.mark.parametrize("query", [{"cap": "!!"}, {"tinh_trang": "x"}, {"trang": "9" * 12}, {"q": "x" * 300}])
def test_an_odd_address_is_read_as_far_as_it_makes_sense(cast: Cast, campaign: Campaign, query: dict[str, str]) -> None:
    assert enter(cast, "mrs_ha").get(BELOW, query).status_code == 200


def test_a_year_that_is_not_there_is_not_found_and_no_year_at_all_is_said(cast: Cast) -> None:
    assert "Chưa có năm nào chạy" in main_of(enter(cast, "mrs_ha").get(BELOW))
    assert enter(cast, "mrs_ha").get(BELOW, {"nam": "1999"}).status_code == 404


def test_it_costs_as_many_queries_whatever_stands_in_it(cast: Cast, campaign: Campaign) -> None:
    browser = enter(cast, "mrs_ha")

    def ask() -> object:
        return browser.get(BELOW, {"cap": "commune"})

    ask()
    few = count_queries(ask)
    for code in ("00001", "00004", "00454", "00457"):
        issued(cast, campaign, code)

    assert count_queries(ask) <= few + 1  # the editions of the page's rows, in one query
    assert reverse("desk:plans:receipts_of_year", args=[campaign.pk]) in main_of(ask())

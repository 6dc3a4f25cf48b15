"""An issued plan as it was frozen: read by its line, received, replaced, sent back; who has received it."""

from django.urls import reverse

from danban.campaigns.models import Campaign
from danban.plans import actions
from danban.plans.actions import OwnItem
from danban.plans.models import Receipt
from tests.cast import AT, Cast
from tests.plans.factories import issued
from tests.web.desk.plans.pages import OWN, count_queries, issued_again, main_of, to
from tests.web.entering import enter


def test_units_above_and_below_read_it_and_nobody_beside(cast: Cast, campaign: Campaign) -> None:
    edition = issued(cast, campaign, "001", items=(OwnItem("Một hội nghị điểm mời lãnh đạo quận"),))
    address = to("show_edition", edition)

    for name in ("mrs_ha", "ba_dinh", "phuc_xa", "head_of_group_1"):
        page = main_of(enter(cast, name).get(address))
        assert "Số: 01/KHLT-UBND-UBMTTQ" in page
        assert "Một hội nghị điểm mời lãnh đạo quận" in page
        assert "theo kế hoạch cấp trên" in page
    assert enter(cast, "dong_anh").get(address).status_code == 404


def test_the_two_bodies_stand_in_their_order_whoever_agreed_first(cast: Cast, campaign: Campaign) -> None:
    page = main_of(enter(cast, "phuc_xa").get(to("show_edition", issued(cast, campaign, "00001"))))

    assert page.index("Ủy ban nhân dân phường Phúc Xá") < page.index("Ủy ban MTTQ Việt Nam phường Phúc Xá")


def test_a_unit_confirms_once_that_it_has_the_plan_and_pressing_again_is_harmless(
    cast: Cast, campaign: Campaign
) -> None:
    edition, browser = issued(cast, campaign, "001"), enter(cast, "phuc_xa")
    receive, address = reverse("desk:plans:receive", args=[campaign.pk]), to("show_edition", edition)
    assert "Đã nhận kế hoạch" in main_of(browser.get(address))

    first = browser.post(receive, {"ban": str(edition.pk)})
    browser.post(receive, {"ban": str(edition.pk)})
    of_year = browser.post(receive)

    assert first.headers["Location"] == address
    assert of_year.headers["Location"] == OWN
    assert Receipt.objects.filter(placement=cast.places["00001"]).count() == 2
    assert "Đơn vị bạn xác nhận" in main_of(browser.get(address))
    assert "Đã nhận kế hoạch</button>" not in main_of(browser.get(address))


def test_confirming_what_is_no_plan_of_ones_line_is_refused(cast: Cast, campaign: Campaign) -> None:
    edition, receive = issued(cast, campaign, "001"), reverse("desk:plans:receive", args=[campaign.pk])

    assert enter(cast, "dong_anh").post(receive, {"ban": str(edition.pk)}).status_code == 404
    assert enter(cast, "phuc_xa").post(receive, {"ban": "x"}).status_code == 404
    assert enter(cast, "ba_dinh").post(receive, {"ban": str(edition.pk)}).status_code == 403


def test_a_replaced_edition_leads_to_the_new_one_which_says_what_differs(cast: Cast, campaign: Campaign) -> None:
    first = issued(cast, campaign, "00001")
    second = issued_again(cast, first.plan, title="Kế hoạch với tên mới")
    browser = enter(cast, "phuc_xa")

    old, new = main_of(browser.get(to("show_edition", first))), main_of(browser.get(to("show_edition", second)))

    assert to("show_edition", second) in old
    assert "Tên kế hoạch: từ" in new
    assert "Kế hoạch với tên mới" in new


def test_an_edition_sent_back_says_why_and_cannot_be_received(cast: Cast, campaign: Campaign) -> None:
    edition = issued(cast, campaign, "00001")
    above = enter(cast, "ba_dinh")
    assert to("send_back", edition.plan) in main_of(above.get(to("show_edition", edition)))
    actions.send_back_plan(edition.plan.pk, comment="Thiếu hội nghị điểm", actor=cast.actors["ba_dinh"], at=AT)

    page = main_of(above.get(to("show_edition", edition)))

    assert "Thiếu hội nghị điểm" in page
    assert to("send_back", edition.plan) not in page
    receive = reverse("desk:plans:receive", args=[campaign.pk])
    assert enter(cast, "head_of_group_1").post(receive, {"ban": str(edition.pk)}).status_code == 409


def test_who_has_received_it_is_listed_level_by_level(cast: Cast, campaign: Campaign) -> None:
    edition, browser = issued(cast, campaign, "001"), enter(cast, "ba_dinh")
    actions.receive_plan(campaign.pk, edition_id=edition.pk, actor=cast.actors["phuc_xa"], at=AT)
    address = to("receipts", edition)

    everybody = browser.get(address)
    missing = main_of(browser.get(address, {"tinh_trang": "chua-nhan"}))
    villages = browser.get(address, {"cap": "village"})

    assert [state.count for state in everybody.context["states"]] == [2, 1, 1]
    assert "Phường Trúc Bạch" in missing
    assert "Phường Phúc Xá" not in missing
    assert [state.count for state in villages.context["states"]] == [4, 0, 4]
    assert "Phường Phúc Xá" in main_of(villages)
    assert "Phường Trúc Bạch" in main_of(browser.get(address, {"q": "truc bach"}))


def test_receipts_are_for_the_sender_and_those_above(cast: Cast, campaign: Campaign) -> None:
    edition = issued(cast, campaign, "001")
    of_year = reverse("desk:plans:receipts_of_year", args=[campaign.pk])

    assert enter(cast, "mrs_ha").get(to("receipts", edition)).status_code == 200
    assert enter(cast, "phuc_xa").get(to("receipts", edition)).status_code == 404
    assert "Quận Ba Đình" in main_of(enter(cast, "mrs_ha").get(of_year))
    assert enter(cast, "ba_dinh").get(of_year).status_code == 404


def test_lists_and_papers_cost_as_many_queries_whatever_is_in_them(cast: Cast, campaign: Campaign) -> None:
    edition, browser = issued(cast, campaign, "001"), enter(cast, "mrs_ha")
    receipts, paper = to("receipts", edition), to("show_edition", edition)
    of_year = reverse("desk:plans:receipts_of_year", args=[campaign.pk])
    browser.get(receipts)
    few = [count_queries(lambda: browser.get(address)) for address in (receipts, paper, of_year)]  # noqa: B023

    for name in ("phuc_xa", "truc_bach", "head_of_group_1"):
        actions.receive_plan(campaign.pk, edition_id=edition.pk, actor=cast.actors[name], at=AT)
        actions.receive_plan(campaign.pk, edition_id=None, actor=cast.actors[name], at=AT)

    assert [count_queries(lambda: browser.get(one)) for one in (receipts, paper, of_year)] == few  # noqa: B023

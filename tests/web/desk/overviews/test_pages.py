"""The overviews as people open them: every role, empty and crowded, kept to its area."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from danban.campaigns.models import Campaign, Clause, LocalDate
from danban.kit import clock
from danban.kit.tables import read_table
from tests.cast import AT, Cast, run_campaign
from tests.overviews.growing import add_villages, done, owed_by
from tests.web.desk.reading import main_of, text_of
from tests.web.entering import browser_of, enter

HOME, CITY, MATRIX, LIST, DAYS, FIND = (
    "/viec-cua-toi/", "/tong-quan/", "/ma-tran/", "/viec/", "/moc-thoi-gian/", "/tim/"
)  # fmt: skip
EVERYBODY = (
    "mrs_ha",
    "mr_dung",
    "culture_department",
    "ba_dinh",
    "dong_anh",
    "phuc_xa",
    "truc_bach",
    "head_of_group_1",
)


@pytest.mark.parametrize("name", EVERYBODY)
@pytest.mark.parametrize("address", [HOME, CITY, MATRIX, LIST, DAYS, FIND, f"{FIND}?q=ke+hoach"])
def test_every_office_opens_every_overview(cast: Cast, name: str, address: str) -> None:
    run_campaign(cast)

    answer = enter(cast, name).get(address)

    assert answer.status_code == 200
    assert "style=" not in text_of(answer)
    assert "{{" not in text_of(answer)


@pytest.mark.parametrize("address", [HOME, CITY, MATRIX, LIST, DAYS])
def test_before_a_year_is_launched_a_page_says_so_and_offers_the_next_step(cast: Cast, address: str) -> None:
    runner, commune = enter(cast, "mrs_ha").get(address), enter(cast, "phuc_xa").get(address)

    assert "Chưa có năm nào được phát hành" in main_of(runner)
    assert "Bây giờ chưa cần làm gì." in main_of(commune)
    assert "Nạp kế hoạch liên tịch" not in main_of(commune)


def test_the_bare_address_leads_to_ones_work_or_to_the_sign_in_page(cast: Cast, client: Client) -> None:
    assert client.get("/").headers["Location"] == "/dang-nhap/"
    assert enter(cast, "phuc_xa").get("/").headers["Location"] == HOME


def test_nobody_reads_an_overview_without_signing_in_or_without_an_office(cast: Cast, client: Client) -> None:
    run_campaign(cast)

    for address in (HOME, CITY, MATRIX, LIST, DAYS, FIND):
        assert client.get(address).status_code == 302
        assert browser_of(cast.stranger).get(address).status_code == 403


def test_the_overview_shows_days_figures_the_map_and_who_needs_a_look(cast: Cast) -> None:
    run_campaign(cast)
    done(owed_by(cast, "00001", "plan"), date(2022, 12, 20))

    page = enter(cast, "mrs_ha").get(CITY)

    text = main_of(page)
    assert "Toàn thành phố · hôm nay 10/02/2023" in text
    assert "Nghỉ Tết" in text
    assert "Kế hoạch đã ban hành 1 / 6" in text
    assert "4 xã, phường, thị trấn" in text
    assert "3 chưa có kế hoạch" in text
    assert "Xem 5 việc quá hạn" in text


def test_a_number_leads_to_the_list_it_counts(cast: Cast) -> None:
    run_campaign(cast)
    browser = enter(cast, "mrs_ha")
    href = re.search(r'class="btn primary" href="([^"]+)"', text_of(browser.get(CITY)))
    assert href

    page = main_of(browser.get(href[1]))

    assert "Quá hạn: Thành phố Hà Nội" in page
    assert "6 việc" in page


def test_three_clicks_lead_from_the_city_to_a_village(cast: Cast) -> None:
    run_campaign(cast)
    browser = enter(cast, "mrs_ha")
    address = MATRIX

    for name in ("Quận Ba Đình", "Phường Phúc Xá", "Tổ dân phố số 1"):
        found = re.search(rf'<th scope="row"><a href="([^"]+)">{name}</a>', text_of(browser.get(address)))
        assert found, (name, address)
        address = found[1]

    assert "Thành phố Hà Nội" in main_of(browser.get(address))
    assert address == f"/don-vi/{cast.places['00001.01'].pk}/"


def test_the_segments_of_the_matrix_are_words_of_the_plan(cast: Cast) -> None:
    run_campaign(cast)

    page = enter(cast, "mrs_ha").get(MATRIX, {"cap": "xa"})

    assert re.search(r'cap=xa" aria-current="page">Xã, phường, thị trấn', text_of(page))
    assert "Kế hoạch" in main_of(page)


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_the_matrix_is_taken_away_as_a_table(cast: Cast, ending: str) -> None:
    run_campaign(cast)
    place = cast.places["001"].pk

    answer = enter(cast, "ba_dinh").get(f"{MATRIX}{place}/tai-ve.{ending}", {"cap": "xa"})

    assert answer.headers["Content-Disposition"] == f'attachment; filename="ma-tran-001-xa.{ending}"'
    rows = read_table(answer.content, headings=["Đơn vị", "Hội nghị: phải làm"])
    assert [row.cells["Đơn vị"] for row in rows] == ["Phường Phúc Xá", "Phường Trúc Bạch", "Cộng"]


def test_a_table_of_another_kind_does_not_exist(cast: Cast) -> None:
    run_campaign(cast)

    assert enter(cast, "mrs_ha").get(f"{MATRIX}{cast.city.pk}/tai-ve.pdf").status_code == 404


def test_what_lies_outside_the_area_is_not_found(cast: Cast) -> None:
    run_campaign(cast)
    foreign = cast.places["00004"].pk
    owed = owed_by(cast, "00004", "plan").get().pk
    browser = enter(cast, "phuc_xa")

    for address in (
        f"{MATRIX}{foreign}/", f"{MATRIX}{foreign}/tai-ve.csv", f"/don-vi/{foreign}/", f"{LIST}{owed}/",
        f"{LIST}?don_vi={foreign}", f"{HOME}?nam=1999",
    ):  # fmt: skip
        assert browser.get(address).status_code == 404, address


def test_an_odd_filter_is_named_and_left_out(cast: Cast) -> None:
    run_campaign(cast)

    page = enter(cast, "phuc_xa").get(
        LIST, {"don_vi": "x", "tinh_trang": "y", "trang": "-1", "q": "\x00", "viec": "a b"}
    )

    assert page.status_code == 200
    assert "bộ lọc trong địa chỉ không hiểu được" in main_of(page)
    assert "7 việc" in main_of(page)


def test_a_filter_that_fits_nothing_offers_a_way_back(cast: Cast) -> None:
    run_campaign(cast)

    page = main_of(enter(cast, "phuc_xa").get(LIST, {"tinh_trang": "xong-muon"}))

    assert "Không có việc nào khớp với bộ lọc." in page
    assert "Bỏ bộ lọc" in page


def test_a_crowded_list_has_pages_that_keep_the_filters(cast: Cast) -> None:
    campaign = run_campaign(cast)
    add_villages(cast, campaign, 60)

    page = enter(cast, "phuc_xa").get(LIST, {"viec": "conference", "cap": "thon"})

    assert "1–50 trong 62 việc" in main_of(page)
    assert "trang=2&viec=conference&cap=thon" in text_of(page)


def test_one_obligation_shows_the_plan_with_its_day_marked(cast: Cast) -> None:
    campaign = run_campaign(cast)
    plan = "IV. TIẾN ĐỘ\n- Xong trước ngày 31/12/2022.\n- <b>Báo cáo</b> trước ngày 20/3/2023."
    Campaign.objects.filter(pk=campaign.pk).update(plan_text=plan)
    Clause.objects.filter(campaign=campaign).update(start=0, end=len(plan))
    owed = owed_by(cast, "00001", "plan").get()

    page = enter(cast, "ba_dinh").get(f"{LIST}{owed.pk}/")

    assert "<mark>- Xong trước ngày 31/12/2022.</mark>" in text_of(page)
    assert "<b>Báo cáo</b>" not in page.content.decode()
    assert "0 trong 2 đơn vị đã xong việc này, 2 quá hạn ." in main_of(page)


def test_a_unit_page_shows_who_and_what_it_owes(cast: Cast) -> None:
    run_campaign(cast)
    done(owed_by(cast, "00001", "plan"), date(2023, 1, 3))

    page = main_of(enter(cast, "mrs_ha").get(f"/don-vi/{cast.places['00001'].pk}/"))

    assert "Xong muộn 4 ngày" in page
    assert "Hoàng Thị Lan" in page
    assert "Chưa rõ" in page


def test_the_days_of_the_year_are_a_drawing_and_a_table(cast: Cast) -> None:
    run_campaign(cast)

    page = enter(cast, "phuc_xa").get(DAYS)

    assert '<svg class="chart"' in text_of(page)
    assert "Mỗi mốc và việc của Phường Phúc Xá theo sau nó" in main_of(page)
    assert "02/01 – 28/02/2023" in main_of(page)


def test_search_says_when_too_little_was_typed_and_when_nothing_is_there(cast: Cast) -> None:
    run_campaign(cast)
    browser = enter(cast, "mrs_ha")

    assert "Gõ ít nhất hai chữ cái" in main_of(browser.get(FIND, {"q": "a"}))
    assert "Không thấy gì trong phạm vi của bạn." in main_of(browser.get(FIND, {"q": "sapa"}))
    assert "Phường Trúc Bạch" in main_of(browser.get(FIND, {"q": "truc bach"}))
    assert 'value="<b>"' not in browser.get(FIND, {"q": "<b>"}).content.decode()


def test_a_second_year_can_be_changed_to_and_is_kept_by_links(cast: Cast) -> None:
    run_campaign(cast)
    Campaign.objects.create(
        tree=cast.tree,
        year=2022,
        name="Năm cũ",
        launched_at=clock.moment(date(2022, 1, 1)),
        status="closed",
        closed_at=AT,
    )
    browser = enter(cast, "mrs_ha")

    now, then = browser.get(CITY), browser.get(CITY, {"nam": "2022"})

    assert "Năm cũ" in main_of(now)
    assert "/ma-tran/?nam=2022" in text_of(then)
    assert "nam=2023" in text_of(then)


@pytest.mark.parametrize(
    "address", [HOME, CITY, MATRIX, f"{LIST}?viec=conference&cap=thon", DAYS, f"{FIND}?q=to+dan+pho"]
)
def test_a_page_costs_as_many_queries_for_thirty_villages_as_for_three(cast: Cast, address: str) -> None:
    campaign = run_campaign(cast)
    add_villages(cast, campaign, 1)
    browser = enter(cast, "phuc_xa")
    browser.get(address)

    def count() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert browser.get(address).status_code == 200
        return len(asked)

    before = count()
    add_villages(cast, campaign, 27)

    assert count() == before


def test_every_list_of_days_says_why_with_the_words_of_the_plan_one_touch_away(cast: Cast) -> None:
    campaign = run_campaign(cast)
    words = reverse("desk:campaigns:show_plan", args=[campaign.pk]) + "#muc-IV"
    browser = enter(cast, "phuc_xa")

    for address in (HOME, LIST, DAYS, f"/don-vi/{cast.places['00001'].pk}/"):
        text = text_of(browser.get(address))
        assert "Kế hoạch ghi mốc này." in text, address
        assert f'<a href="{words}">mục IV · Tiến độ</a>' in text, address


def test_a_day_set_by_the_own_plan_of_a_unit_is_explained_by_it(cast: Cast) -> None:
    campaign = run_campaign(cast)
    kind = campaign.obligation_kinds.get(code="synthesis", level__code="commune")
    said = "Kế hoạch số 03/KHLT của Quận Ba Đình đặt ngày cuối 15/03/2023."
    LocalDate.objects.create(
        campaign=campaign, kind=kind, placement=cast.places["001"], due_on=date(2023, 3, 15), steps=[said]
    )

    below, beside = enter(cast, "phuc_xa"), enter(cast, "dong_anh")

    assert said in main_of(below.get(HOME))
    assert said in main_of(below.get(LIST))
    assert said not in main_of(beside.get(LIST, {"cap": "xa"}))

"""The overviews as people open them: every role, empty and crowded, kept to its area."""

import ast
import json
import re
from datetime import date, timedelta
from html import unescape
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from danban.campaigns.models import Campaign, Clause, LocalDate, Obligation
from danban.difficulties.models import Difficulty
from danban.kit import clock
from danban.kit.tables import read_table
from danban.overviews import texts
from danban.web.desk.overviews import waiting
from danban.web.desk.overviews.addresses import DEEDS
from tests.cast import AT, TODAY, Cast, run_campaign
from tests.difficulties.factories import ask
from tests.house.walk import HOUSE, tree_of
from tests.overviews.growing import add_villages, done, owed_by
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


@pytest.fixture(autouse=True)
def _on_the_chosen_day() -> Any:
    with time_machine.travel(AT, tick=False):
        yield


def _text(answer: Any) -> str:
    return unescape(answer.content.decode())


def _main(answer: Any) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", _text(answer).split("<main", 1)[1]).split())


@pytest.mark.parametrize("name", EVERYBODY)
@pytest.mark.parametrize("address", [HOME, CITY, MATRIX, LIST, DAYS, FIND, f"{FIND}?q=ke+hoach"])
def test_every_office_opens_every_overview(cast: Cast, name: str, address: str) -> None:
    run_campaign(cast)

    answer = enter(cast, name).get(address)

    assert answer.status_code == 200
    assert "style=" not in _text(answer)
    assert "{{" not in _text(answer)


@pytest.mark.parametrize("address", [HOME, CITY, MATRIX, LIST, DAYS])
def test_before_a_year_is_launched_a_page_says_so_and_offers_the_next_step(cast: Cast, address: str) -> None:
    runner, commune = enter(cast, "mrs_ha").get(address), enter(cast, "phuc_xa").get(address)

    assert "Chưa có năm nào được phát hành" in _main(runner)
    assert "Bây giờ chưa cần làm gì." in _main(commune)
    assert "Nạp kế hoạch liên tịch" not in _main(commune)


def test_the_bare_address_leads_to_ones_work_or_to_the_sign_in_page(cast: Cast, client: Client) -> None:
    assert client.get("/").headers["Location"] == "/dang-nhap/"
    assert enter(cast, "phuc_xa").get("/").headers["Location"] == HOME


def test_nobody_reads_an_overview_without_signing_in_or_without_an_office(cast: Cast, client: Client) -> None:
    run_campaign(cast)

    for address in (HOME, CITY, MATRIX, LIST, DAYS, FIND):
        assert client.get(address).status_code == 302
        assert browser_of(cast.stranger).get(address).status_code == 403


def test_home_names_the_one_thing_to_do_and_why(cast: Cast) -> None:
    run_campaign(cast)
    owed = owed_by(cast, "00001", "plan").get()

    page = enter(cast, "phuc_xa").get(HOME)

    deed = f'class="btn primary" href="{reverse("desk:plans:of_obligation", args=[owed.pk])}">Mở kế hoạch của đơn vị<'
    assert deed in _text(page)
    assert "Quá hạn 42 ngày" in _main(page)
    assert "Kế hoạch ghi mốc này." in _main(page)
    assert "Tổ dân phố số 2" in _main(page)


def test_with_nothing_pressing_of_its_own_a_district_is_led_to_what_is_late_below(cast: Cast) -> None:
    run_campaign(cast)
    browser = enter(cast, "ba_dinh")
    pressed = _main(browser.get(HOME))
    done(owed_by(cast, "001", "plan"), date(2022, 12, 20))

    free = _main(browser.get(HOME))

    assert "ở các đơn vị bên dưới" not in pressed
    assert "2 việc quá hạn ở các đơn vị bên dưới" in free
    assert "Đang trong hạn Tổng hợp kiến nghị" in free


def test_a_village_head_sees_four_steps_and_the_thing_owed(cast: Cast) -> None:
    run_campaign(cast)

    page = _main(enter(cast, "head_of_group_1").get(HOME))

    assert "Bước 3 trên 4: Họp" in page
    assert re.search(r"Chuẩn bị .* Mời .* Họp .* Gửi", page)
    assert "Tổ chức hội nghị" not in page
    assert "Còn 18 ngày · đến hết 28/02" in page


def test_a_village_that_is_done_is_told_so(cast: Cast) -> None:
    run_campaign(cast)
    done(Obligation.objects.filter(placement=cast.places["00001.01"]), TODAY)

    page = _main(enter(cast, "head_of_group_1").get(HOME))

    assert "Mọi việc của năm đã xong." in page
    assert "Xong 10/02" in page


def test_the_overview_shows_days_figures_the_map_and_who_needs_a_look(cast: Cast) -> None:
    run_campaign(cast)
    done(owed_by(cast, "00001", "plan"), date(2022, 12, 20))

    page = enter(cast, "mrs_ha").get(CITY)

    text = _main(page)
    assert "Toàn thành phố · hôm nay 10/02/2023" in text
    assert "Nghỉ Tết" in text
    assert "Kế hoạch đã ban hành 1 / 6" in text
    assert "4 xã, phường, thị trấn" in text
    assert "3 chưa có kế hoạch" in text
    assert "Xem 5 việc quá hạn" in text


def test_a_number_leads_to_the_list_it_counts(cast: Cast) -> None:
    run_campaign(cast)
    browser = enter(cast, "mrs_ha")
    href = re.search(r'class="btn primary" href="([^"]+)"', _text(browser.get(CITY)))
    assert href

    page = _main(browser.get(href[1]))

    assert "Quá hạn: Thành phố Hà Nội" in page
    assert "6 việc" in page


def test_three_clicks_lead_from_the_city_to_a_village(cast: Cast) -> None:
    run_campaign(cast)
    browser = enter(cast, "mrs_ha")
    address = MATRIX

    for name in ("Quận Ba Đình", "Phường Phúc Xá", "Tổ dân phố số 1"):
        found = re.search(rf'<th scope="row"><a href="([^"]+)">{name}</a>', _text(browser.get(address)))
        assert found, (name, address)
        address = found[1]

    assert "Thành phố Hà Nội" in _main(browser.get(address))
    assert address == f"/don-vi/{cast.places['00001.01'].pk}/"


def test_the_segments_of_the_matrix_are_words_of_the_plan(cast: Cast) -> None:
    run_campaign(cast)

    page = enter(cast, "mrs_ha").get(MATRIX, {"cap": "xa"})

    assert re.search(r'cap=xa" aria-current="page">Xã, phường, thị trấn', _text(page))
    assert "Kế hoạch" in _main(page)


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
    assert "bộ lọc trong địa chỉ không hiểu được" in _main(page)
    assert "7 việc" in _main(page)


def test_a_filter_that_fits_nothing_offers_a_way_back(cast: Cast) -> None:
    run_campaign(cast)

    page = _main(enter(cast, "phuc_xa").get(LIST, {"tinh_trang": "xong-muon"}))

    assert "Không có việc nào khớp với bộ lọc." in page
    assert "Bỏ bộ lọc" in page


def test_a_crowded_list_has_pages_that_keep_the_filters(cast: Cast) -> None:
    campaign = run_campaign(cast)
    add_villages(cast, campaign, 60)

    page = enter(cast, "phuc_xa").get(LIST, {"viec": "conference", "cap": "thon"})

    assert "1–50 trong 62 việc" in _main(page)
    assert "trang=2&viec=conference&cap=thon" in _text(page)


def test_one_obligation_shows_the_plan_with_its_day_marked(cast: Cast) -> None:
    campaign = run_campaign(cast)
    plan = "IV. TIẾN ĐỘ\n- Xong trước ngày 31/12/2022.\n- <b>Báo cáo</b> trước ngày 20/3/2023."
    Campaign.objects.filter(pk=campaign.pk).update(plan_text=plan)
    Clause.objects.filter(campaign=campaign).update(start=0, end=len(plan))
    owed = owed_by(cast, "00001", "plan").get()

    page = enter(cast, "ba_dinh").get(f"{LIST}{owed.pk}/")

    assert "<mark>- Xong trước ngày 31/12/2022.</mark>" in _text(page)
    assert "<b>Báo cáo</b>" not in page.content.decode()
    assert "0 trong 2 đơn vị đã xong việc này, 2 quá hạn ." in _main(page)


def test_a_unit_page_shows_who_and_what_it_owes(cast: Cast) -> None:
    run_campaign(cast)
    done(owed_by(cast, "00001", "plan"), date(2023, 1, 3))

    page = _main(enter(cast, "mrs_ha").get(f"/don-vi/{cast.places['00001'].pk}/"))

    assert "Xong muộn 4 ngày" in page
    assert "Hoàng Thị Lan" in page
    assert "Chưa rõ" in page


def test_the_days_of_the_year_are_a_drawing_and_a_table(cast: Cast) -> None:
    run_campaign(cast)

    page = enter(cast, "phuc_xa").get(DAYS)

    assert '<svg class="chart"' in _text(page)
    assert "Mỗi mốc và việc của Phường Phúc Xá theo sau nó" in _main(page)
    assert "02/01 – 28/02/2023" in _main(page)


def test_search_says_when_too_little_was_typed_and_when_nothing_is_there(cast: Cast) -> None:
    run_campaign(cast)
    browser = enter(cast, "mrs_ha")

    assert "Gõ ít nhất hai chữ cái" in _main(browser.get(FIND, {"q": "a"}))
    assert "Không thấy gì trong phạm vi của bạn." in _main(browser.get(FIND, {"q": "sapa"}))
    assert "Phường Trúc Bạch" in _main(browser.get(FIND, {"q": "truc bach"}))
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

    assert "Năm cũ" in _main(now)
    assert "/ma-tran/?nam=2022" in _text(then)
    assert "nam=2023" in _text(then)


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
        text = _text(browser.get(address))
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

    assert said in _main(below.get(HOME))
    assert said in _main(below.get(LIST))
    assert said not in _main(beside.get(LIST, {"cap": "xa"}))


def test_what_waits_stands_on_two_cards_each_line_one_deed_away(cast: Cast) -> None:
    campaign = run_campaign(cast)
    first = ask(cast, campaign)

    village = enter(cast, "head_of_group_1").get(HOME)
    commune = enter(cast, "phuc_xa").get(HOME)

    assert "Mình đang chờ 1 khó khăn mình báo chờ Phường Phúc Xá trả lời" in _main(village)
    assert "Chờ mình 1 khó khăn chờ mình trả lời" in _main(commune)
    for page in (village, commune):
        assert f'class="item" href="/kho-khan/{first.pk}/"' in _text(page)


def test_two_difficulties_open_the_list_they_were_counted_from(cast: Cast) -> None:
    campaign = run_campaign(cast)
    ask(cast, campaign)
    ask(cast, campaign)
    browser = enter(cast, "phuc_xa")

    found = re.search(r'href="([^"]+)"><span class="what">2 khó khăn chờ mình trả lời', _text(browser.get(HOME)))

    assert found
    assert "Chờ trả lời 2" in _main(browser.get(found[1]))


def test_every_line_of_what_waits_has_a_page(cast: Cast) -> None:
    """Each code the questions know leads somewhere: a line nobody can follow is a dead end."""
    codes = {
        node.args[1].value
        for path in (HOUSE / "overviews/queries/waiting").glob("*.py")
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "Wait" and isinstance(node.args[1], ast.Constant)
    }

    assert len(codes) > 15
    assert codes - set(waiting._WAYS) == {"units.late"}


def test_a_thing_whose_room_comes_later_says_calmly_what_will_be_done_there(cast: Cast) -> None:
    run_campaign(cast)
    owed, plan = owed_by(cast, "00001.01", "conference").get(), owed_by(cast, "00001", "plan").get()

    later = _main(enter(cast, "head_of_group_1").get(f"{LIST}{owed.pk}/"))
    now = _main(enter(cast, "phuc_xa").get(f"{LIST}{plan.pk}/"))

    assert "Sắp tới, ngay tại đây sẽ ghi ngày giờ, nơi họp" in later
    assert "Xem nội dung hội nghị, mốc và lời kế hoạch của năm" in later
    assert "Mở kế hoạch của đơn vị" in now
    assert "Sắp tới" not in now


def test_every_kind_of_duty_has_a_page_or_words_for_what_will_be_done() -> None:
    duties = json.loads((HOUSE / "campaigns/data/duties.json").read_text(encoding="utf-8"))["duties"]
    known = set(DEEDS) | set(texts._TO_COME)

    assert {duty["code"] for duty in duties} - known == set()


def test_what_waits_past_its_day_is_the_next_step_unless_something_owed_presses(cast: Cast) -> None:
    campaign = run_campaign(cast)
    first = ask(cast, campaign)
    Difficulty.objects.filter(pk=first.pk).update(answer_due_on=TODAY - timedelta(days=2))
    pressed = _main(enter(cast, "phuc_xa").get(HOME))
    done(owed_by(cast, "00001", "plan"), TODAY)

    free = enter(cast, "phuc_xa").get(HOME)

    assert "Mở kế hoạch của đơn vị" in pressed
    assert "Chờ mình 1 khó khăn chờ mình trả lời" in pressed
    assert f'class="btn primary" href="/kho-khan/{first.pk}/">Mở khó khăn cần trả lời<' in _text(free)
    assert "Chờ mình 1 khó khăn" not in _main(free)

"""Pages of clean-ups: two taps to log, a year at a glance, every number with its records."""

import re
from datetime import date
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from danban.culture.models import CleanUp
from danban.kit.tables import read_table
from tests.accounts.factories import make_appointment
from tests.cast import AT, TODAY, Cast, run_campaign
from tests.culture.factories import FRIDAY, SATURDAY, load, log, told
from tests.overviews.growing import add_villages
from tests.web.desk.reading import main_of, text_of
from tests.web.entering import enter

OVERVIEW, RECORDS, LOG = (reverse(f"desk:culture:{name}") for name in ("clean_ups", "records", "log"))


@pytest.fixture(autouse=True)
def _on_the_chosen_day() -> Any:
    with time_machine.travel(AT, tick=False):
        yield


def _of(name: str, pk: int) -> str:
    return reverse(f"desk:culture:{name}", args=[pk])


def test_a_village_logs_in_two_taps(cast: Cast) -> None:
    village = enter(cast, "head_of_group_1")
    page = text_of(village.get(OVERVIEW))
    first = re.findall(r'class="btn primary" href="([^"]+)">([^<]+)<', page)
    assert first == [(f"{LOG}?ngay=2023-02-10&buoi=chieu-thu-sau", "Ghi chiều thứ Sáu 10/02")]
    assert "Ghi sáng thứ Bảy 04/02" in page

    form = text_of(village.get(first[0][0]))
    assert 'value="2023-02-10"' in form
    assert re.search(r'value="friday"[^>]*checked', form)
    sent = village.post(
        first[0][0], {"held_on": "2023-02-10", "slot": "friday", "people": "35", "places": "2"}, follow=True
    )

    assert "Đã ghi chiều thứ Sáu 10/02: 35 người, 2 nơi." in main_of(sent)
    assert "Ghi chiều thứ Sáu 10/02" not in main_of(sent).replace("Đã ghi", "")
    assert CleanUp.objects.get().placement == cast.places["00001.01"]


def test_the_form_starts_with_the_last_slot_and_passes_over_nonsense(cast: Cast) -> None:
    village = enter(cast, "head_of_group_1")

    assert 'value="2023-02-10"' in text_of(village.get(LOG))
    for odd in ("ngay=hom-qua&buoi=x", "don_vi=abc", "ngay=2023-02-04"):
        assert village.get(f"{LOG}?{odd}").status_code == 200
    log(cast, held_on=TODAY)
    log(cast, held_on=SATURDAY)
    assert 'value="2023-02-' not in text_of(village.get(LOG))


def test_large_numbers_are_asked_about_once(cast: Cast) -> None:
    village = enter(cast, "head_of_group_1")
    many = {"held_on": "2023-02-10", "slot": "friday", "people": "5000", "places": "2", "text": "Dọn hồ"}
    assert "is_sure" not in text_of(village.get(LOG))

    asked = village.post(LOG, many)
    assert asked.status_code == 422
    assert "5.000 người tham gia là nhiều" in main_of(asked)
    assert "is_sure" in text_of(asked)
    assert "Dọn hồ" in text_of(asked)
    assert village.post(LOG, {**many, "is_sure": "on"}).status_code == 302


@pytest.mark.parametrize(
    ("typed", "status"),
    [
        ({"people": ""}, 422),
        ({"people": "-3"}, 422),
        ({"held_on": "31/02/2023"}, 422),
        ({"slot": "saturday"}, 422),
        ({"held_on": "2023-02-11", "slot": "saturday"}, 422),
        ({"people": str(2**70)}, 422),
        ({"held_on": "2023-02-03"}, 409),
    ],
)
def test_what_is_wrong_is_said_and_the_form_stays_filled(cast: Cast, typed: dict[str, str], status: int) -> None:
    log(cast)
    right = {"held_on": "2023-02-10", "slot": "friday", "people": "35", "places": "2", "text": "Dọn ngõ"}

    answer = enter(cast, "head_of_group_1").post(LOG, right | typed)

    assert answer.status_code == status
    assert "Dọn ngõ" in text_of(answer)
    assert CleanUp.objects.count() == 1


def test_the_commune_sees_its_villages_and_logs_for_one_without_anybody(cast: Cast) -> None:
    log(cast)
    make_appointment(cast.places["00004.02"].unit, role="village_head")
    commune = enter(cast, "phuc_xa")

    page = commune.get(OVERVIEW)
    assert "Chưa có ai phụ trách: ghi thay" in main_of(page)
    place = cast.places["00001.02"].pk
    address = f"{LOG}?don_vi={place}"
    assert f'href="{address}"' in text_of(page)
    assert "đơn vị cấp trên ghi thay" in main_of(commune.get(address))
    commune.post(address, {"held_on": "2023-02-10", "slot": "friday", "people": "9", "places": "1"})
    assert CleanUp.objects.filter(placement=place).exists()


def test_a_year_shows_shares_with_both_parts_and_every_day_opens_its_list(cast: Cast) -> None:
    load(cast, ("00001.01", told()), ("00001.01", told(SATURDAY)), ("00004.01", told(date(2023, 1, 6))))
    district = enter(cast, "ba_dinh")

    answer = district.get(OVERVIEW)
    page = text_of(answer)

    assert "Buổi đã ghi 3" in main_of(answer)
    assert "Duy trì hằng tuần" not in main_of(answer).split("Từng ngày")[1].split("Cách tính")[0]
    assert "1/5" in main_of(answer)
    assert "Thứ Sáu 03/02/2023: 1 buổi, 35 lượt người" in page
    links = re.findall(r'<a href="(/tong-ve-sinh/cac-buoi/\?[^"]+)"><title>[^:]+: ([0-9]+) buổi', page)
    assert len(links) == 3
    for href, figure in links:
        assert text_of(district.get(href)).count('scope="row"') == int(figure)
    week = re.search(r'<a href="([^"]+)">Tuần 5: 30/01–05/02</a>', page)
    assert week
    assert text_of(district.get(week[1])).count('scope="row"') == 2


def test_the_city_sees_districts_with_sums_and_walks_down(cast: Cast) -> None:
    load(cast, ("00001.01", told()), ("001", told()))
    city = enter(cast, "culture_department")

    page = main_of(city.get(OVERVIEW))
    assert "Duy trì hằng tuần 1 / 20" in page
    assert "Quận Ba Đình 1/10" in page
    inside = city.get(OVERVIEW, {"don_vi": str(cast.places["001"].pk), "nam": "2023"})
    assert "Riêng Quận Ba Đình không tính" in main_of(inside)
    assert "Thành phố Hà Nội" in main_of(inside).split("Tổng vệ sinh")[0]
    assert city.get(OVERVIEW, {"nam": "1066"}).status_code == 422
    assert "Năm này chưa có tuần nào" in main_of(city.get(OVERVIEW, {"nam": "2030"}))


def test_records_are_narrowed_listed_and_exported_alike(cast: Cast) -> None:
    load(cast, ("00001.01", told(text="Dọn hồ")), ("00454.01", told(SATURDAY)), ("00004.01", told()))
    city = enter(cast, "mrs_ha")
    filters = {"q": "to dan pho so 1", "tu": "2023-02-01", "den": "2023-02-28", "buoi": "chieu-thu-sau"}

    page = city.get(RECORDS, filters)
    assert text_of(page).count('scope="row"') == 2
    assert "Thôn Đường Yên" not in main_of(page)
    for ending in ("xlsx", "csv"):
        href = re.search(rf'href="(/tong-ve-sinh/xuat\.{ending}\?[^"]+)"', text_of(page))
        assert href
        file = city.get(href[1])
        assert len(read_table(file.content, headings=["Đơn vị", "Số người"])) == 2
        assert file.headers["Content-Disposition"] == f'attachment; filename="tong-ve-sinh-01-2023.{ending}"'
    assert city.get("/tong-ve-sinh/xuat.pdf").status_code == 404
    assert "Không có buổi nào khớp" in main_of(city.get(RECORDS, {"q": "sapa"}))
    assert "Chưa có lần ghi nào bị rút" in main_of(city.get(RECORDS, {"da_rut": "1"}))
    assert "chưa ghi buổi tổng vệ sinh nào" in main_of(city.get(RECORDS, {"nam": "2022"}))
    assert city.get(RECORDS, {"tu": "hôm qua", "trang": "0", "buoi": "!"}).status_code == 200


def test_a_mistake_is_put_right_and_taken_back_in_the_open(cast: Cast) -> None:
    wrong = log(cast, text="Dọn ngõ 12")
    village = enter(cast, "head_of_group_1")
    assert "Sửa" in main_of(village.get(_of("show", wrong.pk)))
    assert 'value="35"' in text_of(village.get(_of("correct", wrong.pk)))

    typed = {"held_on": "2023-02-03", "slot": "friday", "people": "53", "places": "2", "text": "Dọn ngõ 12"}
    assert village.post(_of("correct", wrong.pk), typed | {"people": "0"}).status_code == 422
    right = village.post(_of("correct", wrong.pk), typed, follow=True)

    assert "Số người: 35 → 53" in main_of(right)
    now = CleanUp.objects.standing().get()
    assert "Xem lần ghi đang tính" in main_of(village.get(_of("show", wrong.pk)))
    assert village.get(_of("correct", wrong.pk)).status_code == 409
    assert "Tổ dân phố số 1, chiều thứ Sáu 03/02" in main_of(village.get(_of("withdraw", now.pk)))
    assert village.post(_of("withdraw", now.pk), {"reason": ""}).status_code == 422
    gone = village.post(_of("withdraw", now.pk), {"reason": "Mưa, không làm"}, follow=True)
    assert "Mưa, không làm" in main_of(gone)
    assert "Sửa" not in main_of(gone).split("Số người tham gia")[0].replace("Đã sửa", "")
    assert "Chiều thứ Sáu 03/02/2023" in main_of(village.get(RECORDS, {"da_rut": "1"}))
    assert "Sửa" not in main_of(enter(cast, "phuc_xa").get(_of("show", now.pk)))


@pytest.mark.parametrize("name", ["mrs_ha", "ba_dinh", "phuc_xa", "head_of_group_1", "culture_department"])
def test_an_empty_year_is_still_a_page(cast: Cast, name: str) -> None:
    answer = enter(cast, name).get(OVERVIEW)

    assert answer.status_code == 200
    assert "Buổi đã ghi 0" in main_of(answer)


def test_the_overview_and_the_list_cost_the_same_for_thirty(cast: Cast) -> None:
    campaign = run_campaign(cast)
    load(cast, ("00001.01", told(FRIDAY)), ("00001.02", told(FRIDAY)))
    commune = enter(cast, "phuc_xa")

    def count() -> list[int]:
        counts = []
        for address in (OVERVIEW, RECORDS):
            with CaptureQueriesContext(connection) as made:
                assert commune.get(address).status_code == 200
            counts.append(len(made))
        return counts

    commune.get(OVERVIEW)  # the first page of a session writes down that it was used
    few = count()
    for place in add_villages(cast, campaign, 28):
        cast.places[place.code] = place
        load(cast, (place.code, told()), (place.code, told(SATURDAY)))

    assert count() == few

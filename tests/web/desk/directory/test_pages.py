"""The directory as people open it."""

import re
from html import unescape
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from danban.accounts.models import Appointment
from danban.kit.tables import read_table
from danban.overviews.exports.directory import HEADINGS
from danban.units.models import Body
from tests.accounts.factories import make_appointment
from tests.cast import AT, Cast, run_campaign
from tests.overviews.growing import add_villages
from tests.web.entering import enter

INDEX = "/danh-ba/"


@pytest.fixture(autouse=True)
def _on_the_chosen_day() -> Any:
    with time_machine.travel(AT, tick=False):
        yield


def _main(answer: Any) -> str:
    text = unescape(answer.content.decode()).split("<main", 1)[1]
    return " ".join(re.sub(r"<[^>]+>", " ", text).split())


def _reached(cast: Cast) -> None:
    Appointment.objects.filter(pk=cast.offices["phuc_xa"].pk).update(
        work_phone="+842401234567", work_email="lan@hanoi.example"
    )
    Body.objects.filter(pk=cast.bodies["00001", "front_committee"].pk).update(
        phone="+842407654321", address="Số 5 phố Phúc Xá"
    )


@pytest.mark.parametrize("name", ["mrs_ha", "culture_department", "ba_dinh", "phuc_xa", "head_of_group_1"])
def test_every_office_opens_its_own_unit_and_any_other(cast: Cast, name: str) -> None:
    browser = enter(cast, name)

    assert browser.get(INDEX).status_code == 200
    assert "Danh bạ: Phường Trúc Bạch" in _main(browser.get(f"{INDEX}{cast.places['00004'].pk}/"))
    assert browser.get(f"{INDEX}0/").status_code == 404


def test_a_telephone_is_called_and_a_mail_is_written_by_touching_it(cast: Cast) -> None:
    _reached(cast)

    page = enter(cast, "head_of_group_1").get(f"{INDEX}{cast.places['00001'].pk}/")

    text = page.content.decode()
    assert 'href="tel:+842401234567"' in text
    assert 'href="mailto:lan@hanoi.example"' in text
    assert "024 0123 4567" in _main(page)
    assert "Số 5 phố Phúc Xá" in _main(page)
    assert str(cast.people["phuc_xa"].email) not in text


def test_below_a_unit_each_line_names_who_answers_and_the_number(cast: Cast) -> None:
    Appointment.objects.filter(pk=cast.offices["head_of_group_1"].pk).update(work_phone="+842400000001")

    page = _main(enter(cast, "phuc_xa").get(INDEX))

    assert "Tổ dân phố số 1 Bùi Thị Mai Trưởng ban công tác Mặt trận 024 0000 0001" in page
    assert "Cùng cấp trên 1 đơn vị khác Phường Trúc Bạch" in page


def test_one_searches_without_accents_and_comes_to_the_place_on_the_page(cast: Cast) -> None:
    office = cast.offices["phuc_xa"]

    page = enter(cast, "truc_bach").get(INDEX, {"q": "lan phuc xa"})
    nothing = enter(cast, "truc_bach").get(INDEX, {"q": "sapa"})

    assert f"{INDEX}{cast.places['00001'].pk}/#vi-tri-{office.pk}" in page.content.decode()
    assert "1 người giữ vị trí" in _main(page)
    assert "Không thấy đơn vị, cơ quan hay người nào khớp." in _main(nothing)


def test_a_crowded_search_has_pages_that_keep_the_words(cast: Cast) -> None:
    for _ in range(31):
        make_appointment(cast.places["00001.02"].unit)

    page = enter(cast, "phuc_xa").get(INDEX, {"q": "to truong"})

    assert "1–30 trong 32 vị trí" in _main(page)
    assert "?trang=2&q=to+truong" in unescape(page.content.decode())


def test_contacts_are_written_in_their_place_and_the_page_shows_them(cast: Cast) -> None:
    body, office = cast.bodies["00001", "front_committee"], cast.offices["phuc_xa"]
    browser, key = enter(cast, "phuc_xa"), {"office_id": office.pk}

    form = browser.get(f"{INDEX}co-quan/{body.pk}/lien-he/")
    typed = {"phone": "024 3825 3536", "email": "mttq@hanoi.example", "address": "Số 5"}
    written = browser.post(f"{INDEX}co-quan/{body.pk}/lien-he/", typed | key)
    own = browser.post(f"{INDEX}vi-tri/{office.pk}/lien-he/", {"phone": "0912345678", "email": ""} | key, follow=True)

    assert "Ghi liên hệ" in _main(form)
    assert written["Location"] == f"{INDEX}{cast.places['00001'].pk}/#co-quan-{body.pk}"
    assert "Đã ghi liên hệ công vụ của Hoàng Thị Lan." in _main(own)
    assert "0912 345 678" in _main(own)
    assert "024 3825 3536" in _main(own)


def test_what_cannot_be_read_stays_in_the_form_with_its_sentence(cast: Cast) -> None:
    office = cast.offices["phuc_xa"]

    answer = enter(cast, "ba_dinh").post(
        f"{INDEX}vi-tri/{office.pk}/lien-he/",
        {"phone": "113", "email": "", "office_id": cast.offices["ba_dinh"].pk},
    )

    assert answer.status_code == 422
    assert 'value="113"' in answer.content.decode()
    assert "Số điện thoại chưa đúng." in _main(answer)


def test_a_neighbour_is_offered_no_form_and_told_why_when_asking_for_it(cast: Cast) -> None:
    office, browser = cast.offices["phuc_xa"], enter(cast, "truc_bach")

    page = browser.get(f"{INDEX}{cast.places['00001'].pk}/")
    asked = browser.get(f"{INDEX}vi-tri/{office.pk}/lien-he/")

    assert "lien-he" not in page.content.decode()
    assert asked.status_code == 403
    assert "do chính người giữ vị trí" in _main(asked)


def test_a_paper_of_a_district_holds_its_communes(cast: Cast) -> None:
    _reached(cast)
    district = cast.places["001"].pk

    one = _main(enter(cast, "head_of_group_1").get(f"{INDEX}{district}/in/"))
    more = _main(enter(cast, "head_of_group_1").get(f"{INDEX}{district}/in/", {"ca": "cap-duoi"}))

    assert "Phường Phúc Xá" not in one
    assert "Danh bạ: Quận Ba Đình và các đơn vị bên dưới" in more
    assert "024 0765 4321" in more


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_the_directory_of_the_own_area_is_taken_away(cast: Cast, ending: str) -> None:
    answer = enter(cast, "ba_dinh").get(f"{INDEX}{cast.places['001'].pk}/tai-ve.{ending}")

    assert answer["Content-Disposition"] == f'attachment; filename="danh-ba-001-20230210.{ending}"'
    rows = read_table(answer.content, headings=HEADINGS)
    assert {"Phạm Quốc Bảo", "Hoàng Thị Lan", "Bùi Thị Mai"} <= {row.cells["Họ và tên"] for row in rows}
    assert enter(cast, "ba_dinh").get(f"{INDEX}{cast.places['001'].pk}/tai-ve.pdf").status_code == 404


@pytest.mark.parametrize("address", [INDEX, f"{INDEX}?q=to+dan+pho"])
def test_a_page_costs_as_many_queries_for_thirty_units_as_for_three(cast: Cast, address: str) -> None:
    campaign = run_campaign(cast)
    browser = enter(cast, "phuc_xa")

    def grow(count: int) -> None:
        for place in add_villages(cast, campaign, count):
            make_appointment(place.unit)

    def count() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert browser.get(address).status_code == 200
        return len(asked)

    grow(1)
    browser.get(address)
    before = count()
    grow(27)

    assert count() == before

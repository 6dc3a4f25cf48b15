"""The list of people, one person, and the forms that change who holds what."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from danban.accounts.models import Account, Appointment
from danban.audit.models import Entry
from tests.accounts.factories import make_account, make_appointment
from tests.cast import PASSWORD, Cast
from tests.web.entering import enter

LIST = "/nguoi/"


def _names(client: Client, **query: str) -> list[str]:
    return [row.full_name for row in client.get(LIST, query).context["shown"].rows]


def test_each_sees_the_people_of_their_own_area_by_given_name(cast: Cast) -> None:
    everybody = [
        "Phạm Quốc Bảo", "Đặng Minh Châu", "Trần Văn Dũng", "Vũ Minh Đức", "Nguyễn Thị Hà", "Lê Thu Hương",
        "Hoàng Thị Lan", "Bùi Thị Mai", "Đỗ Văn Nam", "Ngô Thanh Tùng",
    ]  # fmt: skip

    assert _names(enter(cast, "mrs_ha")) == everybody
    assert _names(enter(cast, "ba_dinh")) == [
        "Phạm Quốc Bảo", "Đặng Minh Châu", "Hoàng Thị Lan", "Bùi Thị Mai", "Đỗ Văn Nam", "Ngô Thanh Tùng",
    ]  # fmt: skip
    assert _names(enter(cast, "phuc_xa")) == ["Đặng Minh Châu", "Hoàng Thị Lan", "Bùi Thị Mai"]
    assert _names(enter(cast, "head_of_group_1")) == ["Bùi Thị Mai"]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ({"q": "do nam"}, ["Đỗ Văn Nam"]),
        ({"q": "NAM Đỗ"}, ["Đỗ Văn Nam"]),
        ({"q": "%"}, []),
        ({"q": "không ai cả"}, []),
        ({"vai_tro": "commune_front_officer"}, ["Hoàng Thị Lan", "Đỗ Văn Nam"]),
        ({"vai_tro": "king"}, []),
        ({"don_vi": "truc bach"}, ["Đỗ Văn Nam"]),
        ({"don_vi": "phường", "q": "lan"}, ["Hoàng Thị Lan"]),
        ({"tinh_trang": "da-thoi"}, ["Người Cũ"]),
        ({"trang": "99999999999999999999", "q": "lan"}, ["Hoàng Thị Lan"]),
        ({"ma_don_vi": "abc", "q": "lan"}, ["Hoàng Thị Lan"]),
    ],
)
def test_the_list_is_narrowed_without_accents(cast: Cast, query: dict[str, str], names: list[str]) -> None:
    yesterday = timezone.localdate() - timedelta(days=1)
    make_appointment(cast.places["00001"].unit, account=make_account("Người Cũ"), ends_on=yesterday)

    assert _names(enter(cast, "mrs_ha"), **query) == names


def test_phones_and_emails_are_for_offices_that_may_see_them(cast: Cast) -> None:
    Account.objects.filter(pk=cast.people["head_of_group_1"].pk).update(phone="+84912345678")
    person = f"{LIST}{cast.people['head_of_group_1'].pk}/"

    for name, sees in (("phuc_xa", True), ("head_of_group_1", False), ("culture_department", False)):
        client = enter(cast, name)
        for address in (LIST, person):
            text = client.get(address).content.decode()
            assert ("0912 345 678" in text) is sees
            assert ("head.of.group.1@example.vn" in text) is sees


def test_the_list_costs_the_same_for_three_and_thirty_rows(cast: Cast) -> None:
    costs = []
    client = enter(cast, "ba_dinh")
    for wanted in (6, 30):
        for number in range(wanted - Appointment.objects.visible_to(cast.actors["ba_dinh"]).count()):
            make_appointment(cast.places[("00001.01", "00004.02", "00004")[number % 3]].unit)
        with CaptureQueriesContext(connection) as captured:
            rows = client.get(LIST).context["shown"].rows
        assert len(rows) == wanted
        costs.append(len(captured))

    assert costs[0] == costs[1] <= 7


def test_a_person_page_shows_only_offices_of_my_area_and_is_absent_without_any(cast: Cast) -> None:
    lan = cast.people["phuc_xa"]
    make_appointment(cast.places["00454.01"].unit, account=lan)

    seen = {
        name: len(enter(cast, name).get(f"{LIST}{lan.pk}/").context["shown"].offices)
        for name in ("mrs_ha", "ba_dinh", "dong_anh")
    }

    assert seen == {"mrs_ha": 2, "ba_dinh": 1, "dong_anh": 1}
    assert enter(cast, "truc_bach").get(f"{LIST}{lan.pk}/").status_code == 404
    assert enter(cast, "mrs_ha").get(f"{LIST}{cast.stranger.pk}/").status_code == 404


def test_a_shown_button_works_and_a_hidden_one_is_refused(cast: Cast) -> None:
    own, other = cast.people["mrs_ha"].pk, cast.people["phuc_xa"].pk
    client = enter(cast, "mrs_ha")

    shown = client.get(f"{LIST}{other}/").context["shown"]
    assert shown.verbs == {"appoint", "deactivate"}
    assert shown.endable == {cast.offices["phuc_xa"].pk}
    mine = client.get(f"{LIST}{own}/").context["shown"]
    assert (mine.verbs, mine.endable) == (frozenset(), frozenset())
    assert client.get(f"{LIST}{own}/giao/").status_code == 403
    assert client.get(f"/vi-tri/{cast.offices['mrs_ha'].pk}/thoi/").status_code == 403
    assert client.post(f"{LIST}{own}/khoa/").status_code == 403
    below = enter(cast, "ba_dinh").get(f"{LIST}{other}/").context["shown"]
    assert (below.verbs, below.endable) == (shown.verbs, shown.endable)
    beside = enter(cast, "phuc_xa_committee").get(f"{LIST}{other}/").context["shown"]
    assert (beside.verbs, beside.endable) == (frozenset({"appoint"}), frozenset())


def _person_form(cast: Cast, **changes: Any) -> dict[str, Any]:
    return {
        "full_name": "Đặng Thị Ánh",
        "email": "anh@example.vn",
        "phone": "0987 654 321",
        "password": "ban-dau-123",
        "role": "commune_front_officer",
        "body_id": cast.bodies["00001", "front_committee"].pk,
        "title": "",
        "starts_on": "2023-02-10",
        "ends_on": "",
        "office_id": cast.offices["mrs_ha"].pk,
        **changes,
    }


def test_a_new_person_is_entered_in_two_steps_and_signs_in_with_the_password_shown_once(cast: Cast) -> None:
    client = enter(cast, "mrs_ha")

    choice = client.get("/nguoi/them/", {"q": "phuc xa"}).content.decode()
    address = f"/nguoi/them/?don_vi={cast.places['00001'].unit_id}"
    assert address.partition("?")[2] in choice
    blank = client.get(address).content.decode()
    password = re.search(r'name="password" value="([^"]+)"', blank)
    assert password is not None
    assert re.fullmatch(r"[a-z2-9]{4}(-[a-z2-9]{4}){3}", password[1])
    answer = client.post(address, _person_form(cast, password=password[1]), follow=True)

    text = answer.content.decode()
    assert "Đã thêm Đặng Thị Ánh" in text
    assert password[1] not in text
    assert Entry.objects.order_by("-pk")[0].event == "account.entered"
    fresh = Client()
    entered = fresh.post("/dang-nhap/", {"identifier": "0987654321", "password": password[1]})
    assert entered.status_code == 302
    assert fresh.get("/tai-khoan/").context["office"].title == "Ủy ban MTTQ cấp xã, Phường Phúc Xá"


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"phone": "12"}, "Số điện thoại chưa đúng"),
        ({"email": "mrs.ha@example.vn"}, "đã thuộc về một tài khoản khác"),
        ({"password": "ngắn"}, "ít nhất 10 ký tự"),
        ({"role": "village_head"}, "không đặt ở đơn vị này"),
        ({"starts_on": "hôm nay"}, "Ngày chưa đúng"),
        ({"ends_on": "2022-01-01"}, "phải từ 10/02/2023 trở đi"),
        ({"full_name": "Ánh\x00"}, ""),
    ],
)
def test_what_cannot_be_used_is_said_and_what_was_typed_is_still_there(
    cast: Cast, changes: dict[str, str], sentence: str
) -> None:
    client = enter(cast, "mrs_ha")
    before = Account.objects.count()

    answer = client.post(f"/nguoi/them/?don_vi={cast.places['00001'].unit_id}", _person_form(cast, **changes))

    text = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in text
    assert "0987 654 321" in text or "phone" in changes
    assert Account.objects.count() == before


def test_an_office_is_given_and_ended_from_the_pages(cast: Cast) -> None:
    client, person = enter(cast, "mrs_ha"), cast.people["phuc_xa"]
    unit = cast.places["00004.01"].unit_id
    form = {"role": "village_head", "starts_on": "2023-02-10", "title": "Tổ trưởng", "ends_on": "", "body_id": ""}

    given = client.post(f"/nguoi/{person.pk}/giao/?don_vi={unit}", form, follow=True)
    office = Appointment.objects.get(account=person, role="village_head")
    again = client.post(f"/nguoi/{person.pk}/giao/?don_vi={unit}", form)
    ended = client.post(f"/vi-tri/{office.pk}/thoi/", {"ends_on": "10/02/2023"}, follow=True)

    assert "Đã giao vị trí cho Hoàng Thị Lan" in given.content.decode()
    assert again.status_code == 422
    assert "đã giữ đúng vị trí" in again.content.decode()
    assert "Đã ghi ngày thôi giữ vị trí" in ended.content.decode()
    assert client.get(f"/vi-tri/{office.pk}/thoi/").status_code == 409
    office.refresh_from_db()
    assert str(office.ends_on) == "2023-02-10"


def test_a_locked_person_is_out_at_the_next_click_and_in_again_when_opened(cast: Cast) -> None:
    client, lan = enter(cast, "mrs_ha"), enter(cast, "phuc_xa")
    person = cast.people["phuc_xa"].pk
    assert lan.get("/tai-khoan/").status_code == 200

    locked = client.post(f"/nguoi/{person}/khoa/", follow=True)

    assert "Đã khóa tài khoản" in locked.content.decode()
    assert lan.get("/tai-khoan/").status_code == 302
    assert client.post(f"/nguoi/{person}/khoa/").status_code == 409
    client.post(f"/nguoi/{person}/mo-lai/")
    assert lan.get("/tai-khoan/").status_code == 200


def test_my_password_is_changed_and_my_other_machines_are_signed_out(cast: Cast) -> None:
    here, there = enter(cast, "phuc_xa"), enter(cast, "phuc_xa")
    form = {"current": PASSWORD, "new": "sông Hồng chảy", "repeated": "sông Hồng chảy"}

    unequal = here.post("/tai-khoan/mat-khau/", {**form, "repeated": "khác"})
    wrong = here.post("/tai-khoan/mat-khau/", {**form, "current": "sai"})
    done = here.post("/tai-khoan/mat-khau/", form, follow=True)

    assert (unequal.status_code, wrong.status_code) == (422, 422)
    assert "chưa giống nhau" in unequal.content.decode()
    assert "Mật khẩu hiện tại chưa đúng" in wrong.content.decode()
    assert "Đã đổi mật khẩu" in done.content.decode()
    assert there.get("/tai-khoan/").status_code == 302

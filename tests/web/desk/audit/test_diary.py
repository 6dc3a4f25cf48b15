"""The diary page."""

from datetime import timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext

from danban.accounts import actions as accounts
from danban.audit import actions
from danban.audit.actions import record
from danban.audit.models import Entry
from danban.kit.actor import Actor, machine
from danban.overviews import queries
from danban.overviews.queries import DiaryFilter
from tests.cast import AT, PASSWORD, Cast
from tests.web.entering import enter

ADDRESS = "/nhat-ky/"


def _some_entries(cast: Cast) -> None:
    accounts.deactivate_account(cast.people["truc_bach"].pk, actor=cast.actors["mrs_ha"], at=AT)
    accounts.end_appointment(
        cast.offices["phuc_xa"].pk, ends_on=AT.date() + timedelta(days=9), actor=cast.actors["mrs_ha"], at=AT
    )
    record(
        actor=machine("thử"), event="people.loaded", subject="account", subject_id=None, at=AT,
        unit_id=cast.places["00454"].unit_id, changes={"accounts": 4},
    )  # fmt: skip


def test_entries_are_sentences_with_offices_newest_first_and_name_nobody_else(cast: Cast) -> None:
    _some_entries(cast)

    page = enter(cast, "mrs_ha").get(ADDRESS)

    text = page.content.decode()
    rows = page.context["shown"].rows
    assert [row.sentence for row in rows] == [
        "Nạp danh sách người hàng loạt", "Cho một người thôi giữ vị trí", "Khóa tài khoản"
    ]  # fmt: skip
    assert [row.who for row in rows] == [
        "Máy chủ",
        "Nguyễn Thị Hà, Thành phố Hà Nội",
        "Nguyễn Thị Hà, Thành phố Hà Nội",
    ]
    assert rows[1].unit_name == "Phường Phúc Xá"
    assert ("ends_on", "— → 2023-02-19") in rows[1].changes
    assert cast.people["truc_bach"].full_name not in text
    assert "chưa được kiểm tra lần nào" in text


def test_the_diary_is_narrowed_by_event_and_unit(cast: Cast) -> None:
    _some_entries(cast)
    client = enter(cast, "mrs_ha")

    by_event = client.get(ADDRESS, {"viec": "people.loaded"}).context["shown"].rows
    by_unit = client.get(ADDRESS, {"don_vi": "phuc xa"}).context["shown"].rows
    nothing = client.get(ADDRESS, {"don_vi": "không có"})

    assert [row.event for row in by_event] == ["people.loaded"]
    assert [row.event for row in by_unit] == ["appointment.ended"]
    assert "Không có mục nào khớp" in nothing.content.decode()


def test_offices_that_do_not_watch_the_diary_are_refused(cast: Cast) -> None:
    for name in ("ba_dinh", "phuc_xa", "head_of_group_1", "culture_department"):
        client = enter(cast, name)
        assert client.get(ADDRESS).status_code == 403
        assert client.post(ADDRESS + "kiem-tra/").status_code == 403
    assert not Entry.objects.exists()


def test_an_area_below_the_top_never_reads_about_other_areas(cast: Cast) -> None:
    _some_entries(cast)
    narrow = Actor(user_id=1, permissions=frozenset({"diary:see"}), paths=cast.actors["ba_dinh"].paths)

    found = queries.diary(narrow, DiaryFilter(), sentences={}, number=1, at=AT)

    assert [row.event for row in found.rows] == ["appointment.ended"]


def test_checking_the_chain_from_the_page_says_what_was_found(cast: Cast) -> None:
    _some_entries(cast)
    actions.seal_diary(at=AT)
    client = enter(cast, "mrs_ha")

    answer = client.post(ADDRESS + "kiem-tra/", follow=True)

    text = answer.content.decode()
    assert "Chuỗi nhật ký nguyên vẹn: đã kiểm tra 3 mục" in text
    assert "Chuỗi nguyên vẹn" in text
    assert answer.context["shown"].rows[0].event == "diary.verified"
    assert not answer.context["shown"].rows[0].is_sealed
    assert answer.context["shown"].rows[1].is_sealed


def test_a_list_costs_the_same_for_three_and_thirty_rows(cast: Cast) -> None:
    client = enter(cast, "mrs_ha")
    costs = []
    for wanted in (3, 30):
        while Entry.objects.count() < wanted:
            number = Entry.objects.count()
            unit = list(cast.places.values())[number % 15].unit_id
            record(
                actor=list(cast.actors.values())[number % 8], event="people.loaded", subject="account", subject_id=None,
                at=AT, unit_id=unit,
            )  # fmt: skip
        with CaptureQueriesContext(connection) as captured:
            client.get(ADDRESS)
        costs.append(len(captured))

    assert costs[0] == costs[1] <= 10


def test_a_person_who_signs_in_stands_in_the_diary(cast: Cast) -> None:
    client = enter(cast, "mrs_ha")
    client.post("/dang-xuat/")
    client.post("/dang-nhap/", {"identifier": "mrs.ha@example.vn", "password": PASSWORD})

    rows = client.get(ADDRESS).context["shown"].rows

    assert [row.sentence for row in rows] == ["Đăng nhập"]

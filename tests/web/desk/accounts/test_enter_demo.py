"""One click as any simulated person: only in a demonstration, only on this machine."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from danban.accounts.models import Account
from danban.audit.models import Entry
from danban.installation.actions import mark_demo
from tests.cast import AT, Cast

ADDRESS = "/dang-nhap/trinh-dien/"
HERE: dict[str, Any] = {"HTTP_HOST": "127.0.0.1:8000", "REMOTE_ADDR": "127.0.0.1"}


@pytest.fixture
def demo(cast: Cast, settings: Any) -> Cast:
    settings.DEMO = True
    mark_demo(offset=timedelta(), at=AT)
    return cast


def test_the_sign_in_page_offers_one_person_for_each_role_grouped_by_level(demo: Cast) -> None:
    page = Client().get("/dang-nhap/", **HERE)

    people = page.context["people"]
    assert [row.role for row in people] == [
        "movement_board", "city_committee_officer", "department_officer", "district_front_officer",
        "district_committee_officer", "commune_front_officer", "commune_committee_officer", "front_work_head",
    ]  # fmt: skip
    assert people[3].full_name == "Phạm Quốc Bảo"
    assert "Xã, phường, thị trấn" in page.content.decode()


def test_one_click_comes_in_acting_for_the_chosen_office(demo: Cast) -> None:
    client = Client()

    answer = client.post(ADDRESS, {"office": demo.offices["truc_bach"].pk}, **HERE)

    assert (answer.status_code, answer["Location"]) == (302, "/viec-cua-toi/")
    assert "Đỗ Văn Nam" in client.get("/tai-khoan/", **HERE).content.decode()
    entry = Entry.objects.get()
    assert (entry.event, entry.changes) == ("account.signed_in", {"means": "demo"})
    assert entry.appointment_id == demo.offices["truc_bach"].pk


def test_one_click_leads_back_to_the_page_that_asked_for_it(demo: Cast) -> None:
    page = Client().get("/dang-nhap/?next=/nhat-ky/", **HERE).content.decode()
    searched = Client().get(f"{ADDRESS}?q=phuc+xa&next=/nhat-ky/", **HERE).content.decode()

    assert page.count('name="next" value="/nhat-ky/"') == 10
    assert 'name="next" value="/nhat-ky/"' in searched
    assert "evil" not in Client().get(f"{ADDRESS}?q=phuc+xa&next=//evil.example", **HERE).content.decode()


def test_any_person_is_found_by_name_or_unit_without_accents(demo: Cast) -> None:
    found = Client().get(ADDRESS, {"q": "phuc xa"}, **HERE).context["found"]

    assert [row.full_name for row in found] == ["Đặng Minh Châu", "Hoàng Thị Lan"]
    assert [row.full_name for row in Client().get(ADDRESS, {"q": "bui mai"}, **HERE).context["found"]] == [
        "Bùi Thị Mai"
    ]
    assert Client().get(ADDRESS, {"q": "không có ai"}, **HERE).context["found"] == []
    assert Client().get(ADDRESS, **HERE).context["found"] == []


def test_any_person_is_found_by_the_words_of_the_office(demo: Cast) -> None:
    def roles(words: str) -> set[str]:
        return {row.role for row in Client().get(ADDRESS, {"q": words}, **HERE).context["found"]}

    assert roles("phong trao") == {"movement_board"}
    assert roles("so van hoa") == {"department_officer"}
    assert roles("truong ban bui mai") == {"front_work_head"}


@pytest.mark.parametrize(
    "place",
    [
        {"HTTP_HOST": "danban.example", "REMOTE_ADDR": "127.0.0.1"},
        {"HTTP_HOST": "127.0.0.1:8000", "REMOTE_ADDR": "10.1.2.3"},
        {"HTTP_HOST": "127.0.0.1:8000", "REMOTE_ADDR": ""},
        {"HTTP_HOST": "127.0.0.1", "REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": "10.1.2.3"},
    ],
)
def test_from_anywhere_else_there_is_no_such_page(demo: Cast, settings: Any, place: dict[str, Any]) -> None:
    settings.ALLOWED_HOSTS = ["*"]

    _closed(demo, place)


def test_without_the_setting_there_is_no_such_page(demo: Cast, settings: Any) -> None:
    settings.DEMO = False

    _closed(demo, HERE)


def test_without_the_mark_in_the_database_there_is_no_such_page(cast: Cast, settings: Any) -> None:
    settings.DEMO = True

    _closed(cast, HERE)


def _closed(cast: Cast, place: dict[str, Any]) -> None:
    client = Client()
    assert client.get(ADDRESS, **place).status_code == 404
    assert client.post(ADDRESS, {"office": cast.offices["mrs_ha"].pk}, **place).status_code == 404
    page = client.get("/dang-nhap/", **place)
    assert page.status_code == 200
    assert page.context["people"] == []
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("host", ["localhost:8000", "127.0.0.1", "[::1]:8000"])
def test_every_name_of_this_machine_is_this_machine(demo: Cast, settings: Any, host: str) -> None:
    settings.ALLOWED_HOSTS = ["*"]

    assert Client().get(ADDRESS, HTTP_HOST=host, REMOTE_ADDR="::1").status_code == 200


def test_nobody_enters_an_office_that_is_over_or_whose_holder_is_locked(demo: Cast) -> None:
    client = Client()
    Account.objects.filter(pk=demo.people["mrs_ha"].pk).update(is_active=False)

    for office in (demo.offices["mrs_ha"].pk, 10**9, "abc", ""):
        assert client.post(ADDRESS, {"office": office}, **HERE).status_code == 404

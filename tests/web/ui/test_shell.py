"""The shell: who sees which places, and that it costs no query of its own."""

from typing import Any

import pytest
from django.contrib.staticfiles.storage import staticfiles_storage
from django.test import Client
from django.urls import include, path

from danban.kit.actor import Actor
from danban.web.ui import context, navigation
from tests.cast import Cast


@pytest.mark.parametrize(
    ("unit", "label"),
    [
        ("Thành phố Hà Nội", "Toàn thành phố"), ("Quận Ba Đình", "Toàn quận"), ("Thị xã Sơn Tây", "Toàn thị xã"),
        ("Thị trấn Phùng", "Toàn thị trấn"), ("Xã Thụy Lâm", "Toàn xã"), ("Tổ dân phố số 1", "Toàn tổ dân phố"),
        ("Thôn Đường Yên", "Toàn thôn"), ("", "Toàn địa bàn"),
    ],
)  # fmt: skip
def test_an_area_is_called_by_its_kind(unit: str, label: str) -> None:
    assert navigation.area_label(unit) == label


def _page(request: Any, **_: Any) -> Any:
    raise AssertionError("never called")


_desk = (
    [path("viec-cua-toi/", _page, name="home"), path("dia-ban/", _page, name="city")],
    "overviews",
)
urlpatterns = [path("", include(([path("", include(_desk))], "desk")))]


@pytest.mark.urls(__name__)
def test_places_that_do_not_exist_yet_are_left_out_and_the_page_at_hand_is_marked() -> None:
    actor = Actor(role="movement_board", permissions=frozenset({"obligation:see", "campaign:see"}))

    places = navigation.places_for(actor, "Thành phố Hà Nội", "/dia-ban/ba-dinh/")

    assert [(place.label, place.href, place.is_current) for place in places] == [
        ("Việc của tôi", "/viec-cua-toi/", False),
        ("Toàn thành phố", "/dia-ban/", True),
    ]


@pytest.mark.urls("tests.web.ui.many_places")
def test_the_bottom_bar_of_a_phone_has_three_places_for_everybody() -> None:
    head = Actor(role="front_work_head", permissions=frozenset({"obligation:see", "unit:see", "diary:see"}))
    city = Actor(role="movement_board", permissions=head.permissions | {"campaign:see"})

    bars = [
        [place.short for place in navigation.places_for(actor, "Thành phố Hà Nội", "/") if place.on_phone]
        for actor in (head, city)
    ]

    assert bars == [["Việc của tôi", "Đơn vị", "Nhật ký"], ["Việc của tôi", "Toàn thành phố", "Kế hoạch"]]


@pytest.mark.urls(__name__)
def test_a_village_sees_no_area_below_it_and_nobody_sees_nothing() -> None:
    head = Actor(role="front_work_head", permissions=frozenset({"obligation:see"}))
    clerk_without_leave = Actor(role="commune_front_officer")

    assert [place.label for place in navigation.places_for(head, "Thôn Đường Yên", "/")] == ["Việc của tôi"]
    assert [place.label for place in navigation.places_for(clerk_without_leave, "Xã Thụy Lâm", "/")] == ["Việc của tôi"]
    assert navigation.places_for(Actor(), "", "/") == []


def test_the_shell_asks_the_database_nothing(cast: Cast, rf: Any, django_assert_num_queries: Any) -> None:
    request = rf.get("/thanh-phan/")
    request.office = cast.offices["mrs_ha"]
    request.actor = cast.actors["mrs_ha"]
    assert request.office.unit.name

    with django_assert_num_queries(0):
        drawn = context.shell(request)

    assert drawn["office"] is request.office


def test_an_official_meets_a_refusal_inside_the_shell_and_a_stranger_on_a_bare_page(cast: Cast, client: Client) -> None:
    outside = client.get("/khong-co/").content.decode()
    client.force_login(cast.people["mrs_ha"])
    inside = client.get("/khong-co/")
    text = inside.content.decode()

    assert inside.status_code == 404
    assert 'class="tabbar"' in text
    assert "Thành phố Hà Nội" in text
    assert "Đăng nhập" not in text
    assert 'class="tabbar"' not in outside
    assert "Đăng nhập" in outside


def test_somebody_without_an_office_can_still_sign_out(cast: Cast, client: Client) -> None:
    client.force_login(cast.stranger)

    text = client.get("/thanh-phan/tu-choi/409/").content.decode()

    assert "Lúc này chưa làm được" in text


@pytest.fixture
def _fresh_fonts() -> Any:
    context.fonts_href.cache_clear()
    yield
    context.fonts_href.cache_clear()


@pytest.mark.usefixtures("_fresh_fonts")
def test_fonts_are_linked_only_once_they_are_fetched(settings: Any, tmp_path: Any) -> None:
    settings.VAR = tmp_path
    assert context.fonts_href() == ""

    context.fonts_href.cache_clear()
    (tmp_path / "assets/fonts").mkdir(parents=True)
    (tmp_path / "assets/fonts/fonts.css").write_text("")

    assert context.fonts_href() == staticfiles_storage.url("fonts/fonts.css")

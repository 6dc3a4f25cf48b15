"""The machines signed in, on the page of one's own account."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from danban.kit import clock
from danban.web.desk.accounts.devices import device_of, place_of
from tests.accounts.machines import signed_in
from tests.cast import PASSWORD, Cast

PAGE = "/tai-khoan/"
PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Version/17.0 Safari/604.1"


def _machine(address: str, browser: str = PHONE, name: str = "phuc.xa") -> Client:
    """A browser that came in by password from an address."""
    client = Client(REMOTE_ADDR=address, headers={"user-agent": browser})
    client.post("/dang-nhap/", {"identifier": f"{name}@example.vn", "password": PASSWORD})
    return client


def test_every_machine_is_named_with_its_place_shortened_and_this_one_is_marked(cast: Cast) -> None:
    here = _machine("113.160.44.55")
    _machine("203.113.7.8", "Mozilla/5.0 (Windows NT 10.0) Chrome/120.0 Safari/537.36")
    _machine("198.51.100.1", name="truc.bach")

    page = here.get(PAGE).content.decode()

    shown = here.get(PAGE).context["machines"]
    assert [(one.name, one.place, one.is_here) for one in shown] == [
        ("Safari trên iPhone", "113.160.…", True),
        ("Chrome trên Windows", "203.113.…", False),
    ]
    assert page.count("Phiên này") == page.count("Đăng xuất máy này") == 1
    assert "113.160.44.55" not in page


def test_one_machine_and_then_all_others_are_signed_out(cast: Cast) -> None:
    here, lost, third = (_machine(f"10.0.0.{number}") for number in range(3))
    pk = next(one.session_id for one in lost.get(PAGE).context["machines"] if one.is_here)

    done = here.post(f"{PAGE}may/{pk}/dang-xuat/", follow=True)
    all_done = here.post(f"{PAGE}may-khac/dang-xuat/", follow=True)

    assert "Đã đăng xuất máy đó" in done.content.decode()
    assert "Đã đăng xuất 1 máy khác" in all_done.content.decode()
    assert [client.get(PAGE).status_code for client in (here, lost, third)] == [200, 302, 302]
    assert here.post(f"{PAGE}may/{pk}/dang-xuat/").status_code == 404


def test_a_new_password_keeps_this_machine_in_the_list_and_signs_the_others_out(cast: Cast) -> None:
    here, other = _machine("10.0.0.1"), _machine("10.0.0.2")
    form = {"current": PASSWORD, "new": "sông Hồng chảy", "repeated": "sông Hồng chảy"}

    page = here.post(f"{PAGE}mat-khau/", form, follow=True)

    assert [(one.place, one.is_here) for one in page.context["machines"]] == [("10.0.…", True)]
    assert other.get(PAGE).status_code == 302
    assert Session.objects.count() == 1


@pytest.mark.parametrize("address", ["", "unix:", "kẻ lạ"])
def test_whoever_comes_from_no_address_comes_in_all_the_same(cast: Cast, address: str) -> None:
    client = _machine(address)

    assert [one.place for one in client.get(PAGE).context["machines"]] == ["nơi không rõ"]


def test_whoever_signs_out_leaves_the_list(cast: Cast) -> None:
    here, other = _machine("10.0.0.1"), _machine("10.0.0.2")

    other.post("/dang-xuat/")

    assert len(here.get(PAGE).context["machines"]) == 1


def test_a_session_the_list_does_not_know_is_said_to_be_older_than_it(cast: Cast) -> None:
    client = _machine("10.0.0.1")
    UserSession.objects.all().delete()

    assert "trước khi hệ thống ghi danh sách máy" in client.get(PAGE).content.decode()


def test_the_list_costs_the_same_for_three_and_thirty_machines(cast: Cast) -> None:
    here = _machine("10.0.0.1")
    costs = []
    for wanted in (3, 30):
        while UserSession.objects.count() < wanted:
            signed_in(cast.people["phuc_xa"])
        with CaptureQueriesContext(connection) as captured:
            assert len(here.get(PAGE).context["machines"]) == wanted
        costs.append(len(captured))

    assert costs[0] == costs[1] <= 9


def test_times_follow_the_shifted_day_of_a_demonstration(cast: Cast) -> None:
    here = _machine("10.0.0.1")
    clock.set_offset(-timedelta(days=365))
    try:
        since: Any = here.get(PAGE).context["machines"][0].since
    finally:
        clock.set_offset(timedelta())

    assert abs(datetime.now(UTC) - timedelta(days=365) - since) < timedelta(minutes=1)


@pytest.mark.parametrize(
    ("user_agent", "name"),
    [
        (PHONE, "Safari trên iPhone"),
        ("Mozilla/5.0 (Linux; Android 14) Chrome/120.0 Mobile Safari/537.36", "Chrome trên Android"),
        ("(Linux; Android 14) SamsungBrowser/23.0 Chrome/115.0 Safari/537.36", "Samsung Internet trên Android"),
        ("Mozilla/5.0 (Windows NT 10.0) coc_coc_browser/120.0 Chrome/120.0 Safari/537.36", "Cốc Cốc trên Windows"),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/120.0 Safari/537.36 Edg/120.0", "Edge trên Windows"),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 14_0) Gecko/20100101 Firefox/120.0", "Firefox trên máy Mac"),
        ("Mozilla/5.0 (X11; Linux x86_64)", "Linux"),
        ("curl/8", "Máy không rõ loại"),
        ("", "Máy không rõ loại"),
        ("<script>", "Máy không rõ loại"),
    ],
)  # fmt: skip
def test_a_browser_is_called_as_its_holder_would(user_agent: str, name: str) -> None:
    assert device_of(user_agent) == name


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("113.160.44.55", "113.160.…"),
        ("2001:ee0:4f0:1::7", "2001:0ee0:04f0:…"),
        ("127.0.0.1", "chính máy chủ"),
        ("::1", "chính máy chủ"),
        ("::", "nơi không rõ"),
        ("", "nơi không rõ"),
        ("kẻ lạ", "nơi không rõ"),
    ],
)
def test_an_address_is_shortened(address: str, place: str) -> None:
    assert place_of(address) == place

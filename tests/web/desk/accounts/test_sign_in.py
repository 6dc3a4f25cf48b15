"""Come in by e-mail or phone and password; too many wrong passwords wait."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.conf import settings
from django.contrib.auth import hashers
from django.contrib.sessions.models import Session
from django.core.cache import caches
from django.core.cache.backends.locmem import LocMemCache
from django.core.management import call_command
from django.test import Client

from danban.accounts.models import Account
from danban.audit.models import Entry
from danban.kit.refusals import NotNow
from danban.web.ui import throttle
from tests.cast import PASSWORD, Cast
from tests.web.entering import enter

ADDRESS = "/dang-nhap/"
NOW = datetime(2026, 11, 1, 9, tzinfo=UTC)


def _try(client: Client, identifier: str, password: str, **more: Any) -> Any:
    return client.post(ADDRESS, {"identifier": identifier, "password": password, **more.pop("typed", {})}, **more)


@pytest.mark.parametrize("identifier", ["MRS.HA@example.vn ", "0912 345 678", "+84912345678"])
def test_a_person_comes_in_by_email_or_phone(cast: Cast, identifier: str) -> None:
    Account.objects.filter(pk=cast.people["mrs_ha"].pk).update(phone="+84912345678")
    client = Client()

    answer = _try(client, identifier, PASSWORD)

    assert (answer.status_code, answer["Location"]) == (302, settings.LOGIN_REDIRECT_URL)
    assert "Nguyễn Thị Hà" in client.get("/tai-khoan/").content.decode()
    entry = Entry.objects.get()
    assert (entry.event, entry.user_id, entry.changes) == (
        "account.signed_in", cast.people["mrs_ha"].pk, {"means": "password"},
    )  # fmt: skip


def test_the_session_gets_a_new_key_at_sign_in(cast: Cast) -> None:
    client = Client()
    session = client.session
    session["kept"] = "x"
    session.save()
    before = session.session_key

    _try(client, "mrs.ha@example.vn", PASSWORD)

    assert client.session.session_key != before
    assert Session.objects.count() == 1


@pytest.mark.parametrize(
    ("identifier", "password"),
    [("mrs.ha@example.vn", "sai"), ("nobody@example.vn", PASSWORD), ("0999999999", "sai"), ("<script>", "sai")],
)
def test_wrong_name_and_wrong_password_are_told_apart_by_nobody(cast: Cast, identifier: str, password: str) -> None:
    answer = _try(Client(), identifier, password)

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "E-mail, số điện thoại hoặc mật khẩu chưa đúng. Hãy kiểm tra rồi nhập lại." in page
    assert f'value="{identifier.replace("<", "&lt;").replace(">", "&gt;")}"' in page
    assert password not in page.replace("sai nhiều", "") or password == "sai"
    assert not Entry.objects.exists()


def test_a_locked_account_answers_like_a_wrong_password(cast: Cast) -> None:
    Account.objects.filter(pk=cast.people["mrs_ha"].pk).update(is_active=False)

    answer = _try(Client(), "mrs.ha@example.vn", PASSWORD)

    assert answer.status_code == 422
    assert "chưa đúng" in answer.content.decode()


def test_an_unknown_name_costs_one_hash_like_a_wrong_password(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    hashed: list[str] = []
    encode = hashers.MD5PasswordHasher.encode

    def counting(self: Any, password: str, salt: str) -> str:
        hashed.append(password)
        return encode(self, password, salt)

    monkeypatch.setattr(hashers.MD5PasswordHasher, "encode", counting)
    costs = []
    for identifier in ("mrs.ha@example.vn", "nobody@example.vn"):
        hashed.clear()
        _try(Client(), identifier, "sai-mat-khau")
        costs.append(len(hashed))

    assert costs == [1, 1]


def test_after_five_wrong_passwords_even_the_right_one_waits_a_quarter_of_an_hour(cast: Cast) -> None:
    with time_machine.travel(NOW, tick=False) as clock:
        for number in range(5):
            answer = _try(Client(), "mrs.ha@example.vn", f"sai {number}")
            assert answer.status_code == 422
        clock.shift(timedelta(minutes=4))

        refused = _try(Client(), " MRS.HA@example.vn", PASSWORD)
        other = _try(Client(), "mr.dung@example.vn", PASSWORD)

        assert refused.status_code == 409
        assert "Hãy đợi 11 phút" in refused.content.decode()
        assert other.status_code == 302
        clock.shift(timedelta(minutes=11, seconds=1))
        assert _try(Client(), "mrs.ha@example.vn", PASSWORD).status_code == 302


def test_the_last_tries_are_announced(cast: Cast) -> None:
    sentences = [_try(Client(), "mrs.ha@example.vn", "sai").content.decode() for _ in range(5)]

    assert "Còn 2 lần thử" in sentences[2]
    assert "Còn 1 lần thử" in sentences[3]
    assert "hãy đợi 15 phút" in sentences[4]


def test_the_right_password_forgets_the_wrong_ones_before_it(cast: Cast) -> None:
    for _ in range(2):
        for _ in range(4):
            _try(Client(), "mrs.ha@example.vn", "sai")
        assert _try(Client(), "mrs.ha@example.vn", PASSWORD).status_code == 302


def test_thirty_wrong_tries_from_one_address_close_it_for_every_name(cast: Cast) -> None:
    for number in range(30):
        assert _try(Client(), f"nobody.{number}@example.vn", "sai").status_code == 422

    assert _try(Client(), "mrs.ha@example.vn", PASSWORD).status_code == 409
    assert _try(Client(), "mrs.ha@example.vn", PASSWORD, REMOTE_ADDR="10.1.2.3").status_code == 302


def test_slots_are_taken_once_even_when_the_reading_was_stale(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tries that all read "nothing taken yet" at once still take five slots, not more."""
    monkeypatch.setattr(LocMemCache, "get_many", lambda self, keys: {})
    for _ in range(5):
        throttle.begin("a", "1.2.3.4")

    with pytest.raises(NotNow):
        throttle.begin("a", "1.2.3.4")


def test_the_throttle_works_in_the_cache_that_processes_share(cast: Cast, settings: Any) -> None:
    shared = {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "danban_cache"}
    settings.CACHES = {"default": shared}
    call_command("createcachetable", verbosity=0)
    caches["default"].clear()

    for _ in range(5):
        throttle.begin("a", "1.2.3.4")
    with pytest.raises(NotNow, match="15 phút"):
        throttle.begin("a", "1.2.3.4")
    throttle.begin("b", "1.2.3.4").forgive()


@pytest.mark.parametrize(
    ("wanted", "reached"),
    [
        ("/nguoi/?q=ha", "/nguoi/?q=ha"),
        ("https://evil.example/", "/viec-cua-toi/"),
        ("//evil.example/", "/viec-cua-toi/"),
        ("/\\evil.example", "/viec-cua-toi/"),
        ("javascript:alert(1)", "/viec-cua-toi/"),
        ("/dang-nhap/?next=/dang-nhap/", "/viec-cua-toi/"),
        ("", "/viec-cua-toi/"),
    ],
)
def test_only_our_own_addresses_are_returned_to(cast: Cast, wanted: str, reached: str) -> None:
    answer = _try(Client(), "mrs.ha@example.vn", PASSWORD, typed={"next": wanted})

    assert answer["Location"] == reached
    assert Client().get(ADDRESS, {"next": wanted}).context["next"] == reached


def test_a_page_asked_for_while_signed_out_comes_after_sign_in(cast: Cast) -> None:
    client = Client()

    asked = client.get("/nguoi/?q=ha")
    page = client.get(asked["Location"])

    assert asked["Location"] == "/dang-nhap/?next=%2Fnguoi%2F%3Fq%3Dha"
    assert page.context["next"] == "/nguoi/?q=ha"


def test_a_form_sent_after_the_session_ended_is_told_so_and_its_page_is_kept(cast: Cast) -> None:
    client = Client()

    answer = client.post("/nguoi/them/", {}, headers={"Referer": "http://testserver/nguoi/them/?don_vi=7"})
    page = client.get(answer["Location"])

    assert answer["Location"] == "/dang-nhap/?next=%2Fnguoi%2Fthem%2F%3Fdon_vi%3D7"
    assert "điều vừa gửi chưa được ghi" in page.content.decode()
    elsewhere = client.post("/nguoi/them/", {}, headers={"Referer": "https://evil.example/x"})
    assert elsewhere["Location"] == "/dang-nhap/?next=%2Fviec-cua-toi%2F"


def test_a_fragment_asked_for_while_signed_out_leads_the_whole_page_to_sign_in(cast: Cast) -> None:
    answer = Client().get(
        "/nguoi/?q=h", headers={"HX-Request": "true", "HX-Current-URL": "http://testserver/nguoi/?q=ha"}
    )

    assert answer.status_code == 200
    assert answer["HX-Redirect"] == "/dang-nhap/?next=%2Fnguoi%2F%3Fq%3Dha"


def test_who_is_in_already_is_sent_on_and_can_leave(cast: Cast) -> None:
    client = enter(cast, "mrs_ha")

    assert client.get(ADDRESS, {"next": "/nguoi/"})["Location"] == "/nguoi/"
    assert client.get("/dang-xuat/").status_code == 405
    assert client.post("/dang-xuat/")["Location"] == ADDRESS
    assert client.get("/nguoi/").status_code == 302


def test_an_empty_form_names_both_fields(cast: Cast) -> None:
    answer = _try(Client(), "", "")

    assert answer.status_code == 422
    assert answer.content.decode().count("Hãy điền mục này.") >= 2


@pytest.mark.parametrize(
    ("forwarded", "remote", "proxied", "address"),
    [
        ("", "10.0.0.9", False, "10.0.0.9"),
        ("1.2.3.4", "10.0.0.9", False, "10.0.0.9"),
        ("6.6.6.6, 1.2.3.4", "10.0.0.9", True, "1.2.3.4"),
        ("", "[2001:db8:1:2:3:4:5:6]", False, "2001:db8:1:2:3:4:5:6"),
        ("", "", False, ""),
        ("unknown", "10.0.0.9", True, ""),
        ("1.2.3.4:5678", "10.0.0.9", True, "1.2.3.4"),
    ],
)
def test_the_address_is_what_our_own_proxy_saw(
    rf: Any, settings: Any, forwarded: str, remote: str, proxied: bool, address: str
) -> None:
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if proxied else None
    extra = {"HTTP_X_FORWARDED_FOR": forwarded} if forwarded else {}

    assert throttle.address_of(rf.get("/", REMOTE_ADDR=remote, **extra)) == address


def test_of_ipv6_the_network_counts() -> None:
    for number in range(30):
        throttle.begin(f"nobody {number}", f"2001:db8:1:2::{number:x}")

    with pytest.raises(NotNow):
        throttle.begin("nobody", "2001:db8:1:2:ffff::1")
    throttle.begin("nobody", "2001:db8:1:3::1")

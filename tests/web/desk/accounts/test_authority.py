"""Come in through another authority: a real OpenID Connect provider, spoken to over HTTP."""

from collections.abc import Iterator
from dataclasses import replace
from http.client import HTTPConnection
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount
from django.test import Client

from danban.accounts.models import Account
from danban.audit.models import Entry
from danban.config.authority import Authority
from tests.accounts.authenticator import app_code, with_second_factor
from tests.cast import PASSWORD, Cast
from tests.web.desk.accounts.provider import CLIENT, SECRET, STRANGE_KEY, Provider, serve

LEAVE, BACK = "/dang-nhap/lien-thong/", "/dang-nhap/lien-thong/ve/"
LAN = {"sub": "001", "email": "PHUC.XA@example.vn", "email_verified": True}


@pytest.fixture
def authority(settings: Any) -> Iterator[Provider]:
    with serve() as provider:
        provider.person = dict(LAN)
        _switch_on(settings, Authority(provider.url, CLIENT, SECRET, "VNeID", ("openid", "email", "phone")))
        yield provider


def _switch_on(settings: Any, known: Authority) -> None:
    settings.OIDC = known
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": known.apps}}


def _visit(address: str) -> str:
    """Where the provider sends somebody who opened an address of its sign-in page."""
    parts = urlsplit(address)
    connection = HTTPConnection(parts.hostname or "", parts.port or 0, timeout=5)
    connection.request("GET", f"{parts.path}?{parts.query}")
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.headers["Location"] or ""


def _return(client: Client, next_page: str = "") -> str:
    """Leave for the provider and sign in there: the address to come back to, with its query."""
    left = client.post(LEAVE, {"next": next_page})
    assert left.status_code == 302
    back = urlsplit(_visit(left["Location"]))
    assert (back.netloc, back.path) == ("testserver", BACK)
    return f"{back.path}?{back.query}"


def _is_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def test_a_person_comes_in_by_a_verified_email_and_lands_where_they_wanted(cast: Cast, authority: Provider) -> None:
    client = Client()

    answer = client.get(_return(client, "/nguoi/?q=lan"))

    assert (answer.status_code, answer["Location"]) == (302, "/nguoi/?q=lan")
    assert "Hoàng Thị Lan" in client.get("/tai-khoan/").content.decode()
    entry = Entry.objects.get()
    assert (entry.event, entry.user_id, entry.changes) == (
        "account.signed_in", cast.people["phuc_xa"].pk, {"means": "oidc"},
    )  # fmt: skip


def test_what_is_asked_of_the_provider_is_bound_to_this_browser(cast: Cast, authority: Provider) -> None:
    client = Client()
    _return(client)
    _return(client)

    first, second = authority.asked
    assert set(first) == {
        "client_id", "redirect_uri", "scope", "response_type", "state", "nonce", "code_challenge",
        "code_challenge_method",
    }  # fmt: skip
    assert set(first["scope"].split()) == {"openid", "email", "phone"}
    assert all(first[name] != second[name] for name in ("state", "nonce", "code_challenge"))
    assert all(len(first[name]) >= 16 for name in ("state", "nonce", "code_challenge"))


def test_nothing_is_written_about_a_person_but_the_diary(cast: Cast, authority: Provider) -> None:
    client, people = Client(), Account.objects.count()

    client.get(_return(client))

    assert Account.objects.count() == people
    assert not SocialAccount.objects.exists()
    assert not EmailAddress.objects.exists()
    cast.people["phuc_xa"].refresh_from_db()
    assert cast.people["phuc_xa"].check_password(PASSWORD)


@pytest.mark.parametrize("phone", ["+84912345678", "0912 345 678", "84912345678"])
def test_a_verified_phone_is_as_good_however_it_is_written(cast: Cast, authority: Provider, phone: str) -> None:
    Account.objects.filter(pk=cast.people["truc_bach"].pk).update(phone="+84912345678")
    authority.person = {"sub": "7", "phone_number": phone, "phone_number_verified": True}
    client = Client()

    assert client.get(_return(client)).status_code == 302

    assert "Đỗ Văn Nam" in client.get("/tai-khoan/").content.decode()


@pytest.mark.parametrize(
    "person",
    [
        {"sub": "1"},
        {"sub": "1", "email": "nguoi.la@example.vn", "email_verified": True},
        {"sub": "1", "email": "phuc.xa@example.vn"},
        {"sub": "1", "email": "phuc.xa@example.vn", "email_verified": False},
        {"sub": "1", "email": "phuc.xa@example.vn", "email_verified": "true"},
        {"sub": "1", "email": ["phuc.xa@example.vn"], "email_verified": True},
        {"sub": "1", "email": "0912345678", "email_verified": True},
        {"sub": "1", "phone_number": "phuc.xa@example.vn", "phone_number_verified": True},
        {**LAN, "phone_number": "+84912345678", "phone_number_verified": True},
    ],
    ids=[
        "nothing", "unknown", "unsaid", "unverified", "a word", "a list", "a phone as e-mail", "an e-mail as phone",
        "two people",
    ],
)  # fmt: skip
def test_whoever_is_not_one_known_person_stays_out_and_no_account_is_made(
    cast: Cast, authority: Provider, person: dict[str, Any]
) -> None:
    Account.objects.filter(pk=cast.people["truc_bach"].pk).update(phone="+84912345678")
    people = Account.objects.count()
    authority.person = person
    client = Client()

    answer = client.get(_return(client))

    assert answer.status_code == 403
    assert "không khớp với tài khoản nào" in answer.content.decode()
    assert not _is_in(client)
    assert Account.objects.count() == people
    assert not Entry.objects.exists()


def test_other_claims_may_hold_the_contact_and_be_trusted_as_they_are(
    cast: Cast, authority: Provider, settings: Any
) -> None:
    _switch_on(settings, replace(settings.OIDC, email_claim="thu", trusted_claims=frozenset({"thu"})))
    authority.person = {"sub": "1", "thu": "phuc.xa@example.vn"}
    client = Client()

    assert client.get(_return(client)).status_code == 302

    assert _is_in(client)


@pytest.mark.parametrize(
    ("forged", "status"),
    [
        ({"nonce": "somebody-elses"}, 403),
        ({"nonce": ""}, 403),
        ({"nonce": None}, 403),
        ({"sub": "another"}, 403),
        ({"iss": "https://evil.example"}, 409),
        ({"aud": "another-client"}, 409),
        ({"exp": 1}, 409),
    ],
    ids=["nonce of another", "empty nonce", "no nonce", "another subject", "issuer", "audience", "too old"],
)
def test_a_token_made_for_another_sign_in_is_refused(
    cast: Cast, authority: Provider, forged: dict[str, Any], status: int
) -> None:
    authority.forge = forged
    client = Client()

    answer = client.get(_return(client))

    assert answer.status_code == status
    assert not _is_in(client)
    assert not Entry.objects.exists()


@pytest.mark.parametrize(
    ("key", "algorithm"),
    [(STRANGE_KEY, "RS256"), ("a shared secret of thirty-two bytes!", "HS256"), (None, "none")],
    ids=["another key", "a shared secret", "no signature"],
)
def test_a_token_not_signed_by_the_authority_is_refused(
    cast: Cast, authority: Provider, key: Any, algorithm: str
) -> None:
    authority.key, authority.algorithm = key, algorithm
    client = Client()

    answer = client.get(_return(client))

    assert answer.status_code == 409
    assert "VNeID chưa" in answer.content.decode()
    assert not _is_in(client)


def test_an_answer_without_a_token_or_about_two_people_is_refused(cast: Cast, authority: Provider) -> None:
    authority.has_id_token = False
    client = Client()
    assert client.get(_return(client)).status_code == 403

    authority.has_id_token, authority.forge_userinfo = True, {"sub": "another"}
    assert client.get(_return(client)).status_code == 403

    assert not _is_in(client)


def _tampered(address: str, **changes: str | None) -> str:
    path, _, query = address.partition("?")
    asked = {name: values[0] for name, values in parse_qs(query).items()} | changes
    return f"{path}?{urlencode({name: value for name, value in asked.items() if value is not None})}"


@pytest.mark.parametrize(
    "changes",
    [{"state": "x" * 16}, {"state": None}, {"code": "made-up"}, {"code": None}],
    ids=["another state", "no state", "another code", "no code"],
)
def test_an_address_changed_on_the_way_back_is_refused(
    cast: Cast, authority: Provider, changes: dict[str, str | None]
) -> None:
    client = Client()

    answer = client.get(_tampered(_return(client), **changes))

    assert answer.status_code == 409
    assert not _is_in(client)


def test_an_answer_opens_only_the_browser_that_left_and_only_once(cast: Cast, authority: Provider) -> None:
    client, thief = Client(), Client()
    back = _return(client)

    assert thief.get(back).status_code == 409
    assert client.get(back).status_code == 302
    assert client.get(back).status_code == 409

    assert not _is_in(thief)
    assert Entry.objects.count() == 1


def test_a_code_without_its_verifier_is_worth_nothing(cast: Cast, authority: Provider) -> None:
    """A code caught on the way and put into the attacker's own sign-in fails at the provider (PKCE)."""
    client, thief = Client(), Client()
    caught = parse_qs(urlsplit(_return(client)).query)["code"][0]

    answer = thief.get(_tampered(_return(thief), code=caught))

    assert answer.status_code == 409
    assert not _is_in(thief)


def test_whoever_turns_back_at_the_authority_finds_the_sign_in_page(cast: Cast, authority: Provider) -> None:
    authority.says_no = True
    client = Client()

    page = client.get(_return(client), follow=True)

    assert page.redirect_chain[-1][0] == "/dang-nhap/"
    assert "Bạn đã dừng đăng nhập qua VNeID" in page.content.decode()


def test_a_silent_authority_is_said_and_the_other_ways_remain(cast: Cast, authority: Provider, settings: Any) -> None:
    authority.is_down = True
    refused = Client().post(LEAVE)
    _switch_on(settings, replace(settings.OIDC, server_url="http://127.0.0.1:9"))
    unreachable = Client().post(LEAVE)

    for answer in (refused, unreachable):
        assert answer.status_code == 409
        assert "VNeID chưa trả lời" in answer.content.decode()


def test_an_authority_that_falls_silent_or_talks_nonsense_halfway_is_said_too(cast: Cast, authority: Provider) -> None:
    silent, mad = Client(), Client()
    back, way = _return(silent), _return(mad)
    authority.is_mad = True
    nonsense = mad.get(way)
    authority.is_down = True
    silence = silent.get(back)

    for answer in (nonsense, silence):
        assert answer.status_code == 409
        assert "VNeID chưa" in answer.content.decode()
    assert not _is_in(mad)


def test_the_second_factor_is_asked_for_after_the_authority_too(cast: Cast, authority: Provider) -> None:
    with_second_factor(cast.people["phuc_xa"])
    client = Client()

    answer = client.get(_return(client, "/nguoi/"))

    assert answer["Location"] == "/dang-nhap/lop-thu-hai/"
    assert not _is_in(client)
    assert client.post(answer["Location"], {"code": app_code(steps=1)})["Location"] == "/nguoi/"
    assert Entry.objects.order_by("-pk")[0].changes == {"means": "oidc", "second": "totp"}


def test_a_locked_account_stays_locked(cast: Cast, authority: Provider) -> None:
    Account.objects.filter(pk=cast.people["phuc_xa"].pk).update(is_active=False)
    client = Client()

    answer = client.get(_return(client))

    assert answer.status_code == 403
    assert "đã bị khóa" in answer.content.decode()


def test_nobody_is_sent_on_to_a_foreign_address(cast: Cast, authority: Provider) -> None:
    client = Client()

    assert client.get(_return(client, "https://evil.example/"))["Location"] == "/viec-cua-toi/"


def test_parameters_of_the_request_are_never_passed_on(cast: Cast, authority: Provider) -> None:
    left = Client().post(f"{LEAVE}?scope=admin&auth_params=prompt%3Dnone&process=connect&action=rerequest")

    asked = parse_qs(urlsplit(left["Location"]).query)
    assert "prompt" not in asked
    assert set(asked["scope"][0].split()) == {"openid", "email", "phone"}


def test_without_an_authority_there_is_no_such_way_in(cast: Cast) -> None:
    assert "lien-thong" not in Client().get("/dang-nhap/").content.decode()
    assert Client().post(LEAVE).status_code == 404
    assert Client().get(BACK).status_code == 404


def test_with_one_the_page_names_it(cast: Cast, authority: Provider) -> None:
    assert "Đăng nhập bằng VNeID" in Client().get("/dang-nhap/").content.decode()

"""Come in by a one-time code, sent by mail or message; in a demonstration it stays on the screen."""

import time
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.core import mail
from django.test import Client

from danban.accounts.models import Account
from danban.audit.models import Entry
from danban.installation.actions import mark_demo
from danban.web.desk.accounts import codes
from danban.web.desk.accounts.letters import code_letter
from tests.accounts.authenticator import app_code, with_second_factor
from tests.cast import AT, PASSWORD, Cast
from tests.notices.post_office import message_service
from tests.web.desk.accounts.letters import code_in, letter
from tests.web.entering import enter

SEND, TYPE = "/dang-nhap/gui-ma/", "/dang-nhap/ma/"
NOW = datetime(2026, 11, 1, 9, tzinfo=UTC)
HERE: dict[str, Any] = {"HTTP_HOST": "127.0.0.1:8000", "REMOTE_ADDR": "127.0.0.1"}


def _ask(client: Client, identifier: str, next_page: str = "", **more: Any) -> Any:
    return client.post(SEND, {"identifier": identifier, "next": next_page}, **more)


def _is_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def test_a_code_by_mail_opens_the_door_once_and_leads_on(cast: Cast) -> None:
    client = Client()

    asked = _ask(client, " PHUC.XA@example.vn ", "/nguoi/?q=lan")
    page = client.get(asked["Location"]).content.decode()
    sent = letter()
    code = code_in(str(sent.body))
    answer = client.post(TYPE, {"code": f"{code[:3]} {code[3:]}"})

    assert asked["Location"] == TYPE
    assert sent.to == ["phuc.xa@example.vn"]
    assert sent.subject == "Mã đăng nhập Dân Bàn"
    assert code not in sent.subject
    assert "phuc.xa@example.vn" in page
    assert code not in page
    assert answer["Location"] == "/nguoi/?q=lan"
    assert "Hoàng Thị Lan" in client.get("/tai-khoan/").content.decode()
    entry = Entry.objects.get()
    assert (entry.event, entry.user_id, entry.changes) == (
        "account.signed_in", cast.people["phuc_xa"].pk, {"means": "code"},
    )  # fmt: skip
    assert client.post(TYPE, {"code": code})["Location"] == "/dang-nhap/"


def test_a_code_by_message_goes_to_the_telephone_that_was_typed(cast: Cast, settings: Any) -> None:
    Account.objects.filter(pk=cast.people["phuc_xa"].pk).update(phone="+84912345678")
    client = Client()
    with message_service() as service:
        settings.SMS_URL = service.url
        _ask(client, "0912 345 678")
        until = time.monotonic() + 5
        while not service.asked and time.monotonic() < until:
            time.sleep(0.01)

    asked = service.asked[0]
    assert asked["to"] == "+84912345678"
    assert "Không đưa ai" in asked["text"]
    assert "0912 345 678" in client.get(TYPE).content.decode()
    assert client.post(TYPE, {"code": code_in(asked["text"])}).status_code == 302
    assert _is_in(client)
    assert mail.outbox == []


def test_where_no_message_leaves_a_telephone_is_answered_by_mail(cast: Cast) -> None:
    Account.objects.filter(pk=cast.people["phuc_xa"].pk).update(phone="+84912345678")
    client = Client()

    _ask(client, "0912345678")

    assert letter().to == ["phuc.xa@example.vn"]


@pytest.mark.parametrize("identifier", ["nobody@example.vn", "0999 999 999", "mrs.ha@example.vn"])
def test_unknown_and_locked_names_are_answered_word_for_word_the_same(cast: Cast, identifier: str) -> None:
    Account.objects.filter(pk=cast.people["mrs_ha"].pk).update(is_active=False)
    known, unknown = Client(), Client()

    answers = []
    for client, name in ((known, "phuc.xa@example.vn"), (unknown, identifier)):
        asked = _ask(client, name)
        page = client.get(asked["Location"])
        wrong = client.post(TYPE, {"code": "000000"})
        text = (page.content + wrong.content).decode()
        for shown in (name, "0999 999 999", "+84999999999"):
            text = text.replace(shown, "*")
        answers.append((asked.status_code, asked["Location"], page.status_code, wrong.status_code, _bare(text)))

    assert answers[0] == answers[1]
    assert "Mã chưa đúng" in answers[1][4]
    assert [one.to for one in mail.outbox if identifier in one.to] == []
    assert not Entry.objects.exists()


def _bare(page: str) -> str:
    """A page without the tokens that differ each time."""
    return "\n".join(line for line in page.splitlines() if "csrfmiddlewaretoken" not in line)


def test_a_code_nobody_was_sent_opens_nothing(cast: Cast) -> None:
    """Even whoever guesses the code kept for an unknown name stays out."""
    client = Client()
    _ask(client, "nobody@example.vn")
    session = client.session
    session["one_time_code"] = {**session["one_time_code"], "digest": codes._digest("123456")}
    session.save()

    assert client.post(TYPE, {"code": "123456"}).status_code == 422
    assert not _is_in(client)


def test_the_code_stands_nowhere_in_the_tables(cast: Cast) -> None:
    client = Client()
    _ask(client, "phuc.xa@example.vn")
    code = code_in(str(letter().body))

    kept = [session.get_decoded() for session in Session.objects.order_by("pk")]

    assert kept
    assert code not in str(kept)


def test_a_code_is_for_the_browser_that_asked_for_it(cast: Cast) -> None:
    client, other = Client(), Client()
    _ask(client, "phuc.xa@example.vn")
    _ask(other, "truc.bach@example.vn")
    code = code_in(str(next(one for one in (letter(0), letter(1)) if one.to == ["phuc.xa@example.vn"]).body))

    assert other.post(TYPE, {"code": code}).status_code == 422
    assert Client().post(TYPE, {"code": code})["Location"] == "/dang-nhap/"
    assert not _is_in(other)


def test_a_newer_code_puts_the_older_one_out_of_use(cast: Cast) -> None:
    client = Client()
    _ask(client, "phuc.xa@example.vn")
    first = code_in(str(letter(0).body))
    _ask(client, "phuc.xa@example.vn")
    second = code_in(str(letter(1).body))

    if first != second:
        assert client.post(TYPE, {"code": first}).status_code == 422
    assert client.post(TYPE, {"code": second}).status_code == 302


def test_after_ten_minutes_a_code_is_worth_nothing(cast: Cast) -> None:
    client = Client()
    with time_machine.travel(NOW, tick=False) as clock:
        _ask(client, "phuc.xa@example.vn")
        code = code_in(str(letter().body))
        clock.shift(timedelta(minutes=9, seconds=59))
        assert client.get(TYPE).status_code == 200
        clock.shift(timedelta(seconds=1))

        page = client.post(TYPE, {"code": code}, follow=True)

    assert page.redirect_chain[-1][0] == "/dang-nhap/"
    assert "Hãy xin mã mới" in page.content.decode()
    assert not _is_in(client)


def test_five_wrong_codes_wait_together_with_wrong_passwords(cast: Cast) -> None:
    client = Client()
    with time_machine.travel(NOW, tick=False):
        _ask(client, "phuc.xa@example.vn")
        code = code_in(str(letter().body))
        wrong = "000000" if code != "000000" else "111111"
        for _ in range(3):
            assert client.post(TYPE, {"code": wrong}).status_code == 422
        for _ in range(2):
            Client().post("/dang-nhap/", {"identifier": "phuc.xa@example.vn", "password": "sai"})

        refused = client.post(TYPE, {"code": code})

    assert refused.status_code == 409
    assert "Hãy đợi 15 phút" in refused.content.decode()
    assert not _is_in(client)


def test_a_fifth_code_in_a_quarter_of_an_hour_waits(cast: Cast) -> None:
    with time_machine.travel(NOW, tick=False) as clock:
        for _ in range(4):
            assert _ask(Client(), "phuc.xa@example.vn").status_code == 302
        clock.shift(timedelta(minutes=5))

        refused = _ask(Client(), "PHUC.XA@example.vn")
        unknown = [_ask(Client(), "nobody@example.vn").status_code for _ in range(5)]

    assert refused.status_code == 409
    assert "Hãy đợi 10 phút rồi xin mã mới" in refused.content.decode()
    assert 'value="PHUC.XA@example.vn"' in refused.content.decode()
    assert unknown == [302, 302, 302, 302, 409]
    letter(3)
    assert len(mail.outbox) == 4


def test_one_address_does_not_ask_for_everybody(cast: Cast) -> None:
    answers = [_ask(Client(), f"nobody.{number}@example.vn").status_code for number in range(21)]

    assert answers == [302] * 20 + [409]
    assert _ask(Client(), "phuc.xa@example.vn", REMOTE_ADDR="10.1.2.3").status_code == 302


@pytest.mark.parametrize("typed", ["", "abc", "091234567", "lan @"])
def test_what_is_neither_email_nor_telephone_is_said(cast: Cast, typed: str) -> None:
    answer = _ask(Client(), typed)

    assert answer.status_code == 422
    assert "Đăng nhập" in answer.content.decode()
    assert mail.outbox == []


def test_the_second_factor_is_asked_for_after_a_code_too(cast: Cast) -> None:
    with_second_factor(cast.people["phuc_xa"])
    client = Client()
    _ask(client, "phuc.xa@example.vn")

    answer = client.post(TYPE, {"code": code_in(str(letter().body))})

    assert answer["Location"] == "/dang-nhap/lop-thu-hai/"
    assert not _is_in(client)
    client.post(answer["Location"], {"code": app_code(steps=1)})
    assert _is_in(client)


def test_where_nothing_leaves_the_way_is_not_offered_and_refused(cast: Cast, settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"

    page = Client().get("/dang-nhap/").content.decode()
    answer = _ask(Client(), "phuc.xa@example.vn")

    assert "Gửi mã" not in page
    assert answer.status_code == 409
    assert "chưa nối với máy chủ thư" in answer.content.decode()
    assert "không gửi được mã" in Client().get("/dang-nhap/quen-mat-khau/").content.decode()


def test_a_demonstration_shows_the_code_and_sends_nothing(cast: Cast, settings: Any) -> None:
    settings.DEMO = True
    mark_demo(offset=timedelta(), at=AT)
    client = Client()

    _ask(client, "phuc.xa@example.vn", **HERE)
    page = client.get(TYPE, **HERE).content.decode()
    answer = client.post(TYPE, {"code": code_in(page[page.index("mã của bạn là") :])}, **HERE)

    assert "Bản trình diễn" in page
    assert answer.status_code == 302
    assert mail.outbox == []


@pytest.mark.parametrize("mark", [True, False])
def test_a_demonstration_asked_from_elsewhere_shows_nothing_and_sends_nothing(
    cast: Cast, settings: Any, mark: bool
) -> None:
    settings.DEMO = True
    if mark:
        mark_demo(offset=timedelta(), at=AT)
    client = Client()

    answer = _ask(client, "phuc.xa@example.vn", REMOTE_ADDR="10.1.2.3")

    assert answer.status_code == 409
    assert mail.outbox == []


def test_a_database_marked_as_demonstration_never_writes_to_its_people(cast: Cast) -> None:
    mark_demo(offset=timedelta(), at=AT)

    assert _ask(Client(), "phuc.xa@example.vn").status_code == 409
    assert mail.outbox == []


def test_a_mail_server_that_is_down_is_not_told_to_whoever_asks(
    cast: Cast, settings: Any, caplog: pytest.LogCaptureFixture
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", 9, 2
    client = Client()

    assert _ask(client, "phuc.xa@example.vn").status_code == 302
    until = time.monotonic() + 5
    while "could not be sent" not in caplog.text and time.monotonic() < until:
        time.sleep(0.01)

    assert "a one-time code could not be sent: ConnectionRefusedError" in caplog.text
    assert "phuc.xa" not in caplog.text


def test_a_message_is_one_part_and_a_letter_names_no_person() -> None:
    for purpose in ("sign_in", "new_password"):
        sent = code_letter("123456", purpose=purpose)
        assert len(sent.message) <= 70
        assert "123456" in sent.message
        assert "123 456" in sent.body


def test_who_is_in_already_may_change_over_by_a_code(cast: Cast) -> None:
    client = enter(cast, "mrs_ha")
    _ask(client, "phuc.xa@example.vn")

    client.post(TYPE, {"code": code_in(str(letter().body))})

    assert "Hoàng Thị Lan" in client.get("/tai-khoan/").content.decode()


def test_the_front_page_asks_for_one_thing_first_and_for_the_password_only_when_chosen(cast: Cast) -> None:
    client = Client()

    first = client.get("/dang-nhap/").content.decode()
    second = client.post("/dang-nhap/", {"identifier": "phuc.xa@example.vn"})

    assert 'name="password"' not in first
    assert "Gửi mã đăng nhập" in first
    assert second.status_code == 200
    assert 'value="phuc.xa@example.vn"' in second.content.decode()
    assert 'name="password"' in second.content.decode()
    assert client.post("/dang-nhap/", {"identifier": "phuc.xa@example.vn", "password": PASSWORD}).status_code == 302

"""Who forgot the password gets a code and sets a new one."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.test import Client

from danban.accounts.models import Account
from danban.audit.models import Entry
from tests.accounts.authenticator import app_code, with_second_factor
from tests.cast import PASSWORD, Cast
from tests.web.desk.accounts.letters import code_in, letter
from tests.web.entering import enter

ASK, TYPE, SET = "/dang-nhap/quen-mat-khau/", "/dang-nhap/ma/", "/dang-nhap/mat-khau-moi/"
NEW = "sông Hồng chảy về đông"
FORM = {"new": NEW, "repeated": NEW}
NOW = datetime(2026, 11, 1, 9, tzinfo=UTC)


def _prove(client: Client, identifier: str = "phuc.xa@example.vn") -> str:
    client.post(ASK, {"identifier": identifier})
    return str(client.post(TYPE, {"code": code_in(str(letter().body))})["Location"])


def _has_password(cast: Cast, password: str, name: str = "phuc_xa") -> bool:
    return Account.objects.get(pk=cast.people[name].pk).check_password(password)


def test_a_code_a_new_password_and_the_person_is_in_while_other_machines_are_out(cast: Cast) -> None:
    elsewhere, client = enter(cast, "phuc_xa"), Client()

    proved = _prove(client)
    answer = client.post(proved, FORM)

    assert proved == SET
    assert letter().subject == "Mã đặt lại mật khẩu Dân Bàn"
    assert answer["Location"] == "/viec-cua-toi/"
    assert _has_password(cast, NEW)
    assert "Hoàng Thị Lan" in client.get("/tai-khoan/").content.decode()
    assert elsewhere.get("/tai-khoan/").status_code == 302
    events = [(entry.event, entry.changes) for entry in Entry.objects.order_by("pk")]
    assert events == [("password.reset", {}), ("account.signed_in", {"means": "code"})]


def test_the_right_to_set_a_password_is_used_up_by_setting_it(cast: Cast) -> None:
    client = Client()
    client.post(_prove(client), FORM)

    assert client.post(SET, {"new": "một câu khác hẳn", "repeated": "một câu khác hẳn"})["Location"] == ASK
    assert _has_password(cast, NEW)


def test_a_poor_or_misspelt_password_is_said_and_may_be_tried_again(cast: Cast) -> None:
    client = Client()
    address = _prove(client)

    poor = client.post(address, {"new": "1234567890", "repeated": "1234567890"})
    unequal = client.post(address, {"new": NEW, "repeated": "khác"})

    assert (poor.status_code, unequal.status_code) == (422, 422)
    assert "chưa giống nhau" in unequal.content.decode()
    assert _has_password(cast, PASSWORD)
    assert client.post(address, FORM).status_code == 302


@pytest.mark.parametrize("method", ["get", "post"])
def test_without_a_code_nobody_sets_a_password(cast: Cast, method: str) -> None:
    answer = getattr(Client(), method)(SET, FORM)

    assert (answer.status_code, answer["Location"]) == (302, ASK)
    assert _has_password(cast, PASSWORD)


def test_a_code_to_sign_in_sets_no_password(cast: Cast) -> None:
    client = Client()
    client.post("/dang-nhap/gui-ma/", {"identifier": "phuc.xa@example.vn"})
    client.post(TYPE, {"code": code_in(str(letter().body))})

    assert client.get(SET)["Location"] == ASK


def test_the_right_lasts_ten_minutes(cast: Cast) -> None:
    client = Client()
    with time_machine.travel(NOW, tick=False) as clock:
        address = _prove(client)
        clock.shift(timedelta(minutes=10))

        assert client.post(address, FORM)["Location"] == ASK

    assert _has_password(cast, PASSWORD)


def test_an_account_locked_in_between_keeps_its_password(cast: Cast) -> None:
    client = Client()
    address = _prove(client)
    Account.objects.filter(pk=cast.people["phuc_xa"].pk).update(is_active=False)

    assert client.post(address, FORM).status_code == 403
    assert _has_password(cast, PASSWORD)


def test_a_new_password_does_not_lead_around_the_second_factor(cast: Cast) -> None:
    with_second_factor(cast.people["phuc_xa"])
    client = Client()

    answer = client.post(_prove(client), FORM)

    assert answer["Location"] == "/dang-nhap/lop-thu-hai/"
    assert "_auth_user_id" not in client.session
    assert client.post(answer["Location"], {"code": app_code(steps=1)})["Location"] == "/viec-cua-toi/"


def test_an_unknown_name_is_answered_like_a_known_one(cast: Cast) -> None:
    known = Client().post(ASK, {"identifier": "phuc.xa@example.vn"})
    unknown = Client().post(ASK, {"identifier": "nobody@example.vn"})

    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"]) == (302, TYPE)

"""The second factor: asked for when coming in, set up by scanning, required of the city, reset by a superior."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from danban.accounts import queries
from danban.accounts.models import Account
from danban.audit.models import Entry
from danban.installation.actions import mark_demo
from tests.accounts.authenticator import app_code, with_second_factor
from tests.accounts.factories import make_appointment
from tests.cast import AT, PASSWORD, Cast
from tests.web.access import known_addresses
from tests.web.entering import browser_of, enter
from tests.web.places import World

ASKED, SET_UP, CODES = "/dang-nhap/lop-thu-hai/", "/tai-khoan/hai-lop/", "/tai-khoan/ma-du-phong/"
RENEW, REMOVE = "/tai-khoan/ma-du-phong/moi/", "/tai-khoan/hai-lop/go/"


def _password(client: Client, name: str = "mrs.ha", next_page: str = "") -> str:
    form = {"identifier": f"{name}@example.vn", "password": PASSWORD, "next": next_page}
    return str(client.post("/dang-nhap/", form)["Location"])


def _is_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def _secret_on(page: str) -> str:
    found = re.search(r'class="code">([A-Z2-7 ]+)<', page)
    assert found is not None
    return found[1].replace(" ", "")


def test_after_the_password_the_code_of_the_app_opens_the_door(cast: Cast) -> None:
    with_second_factor(cast.people["mrs_ha"])
    client = Client()

    asked = _password(client, next_page="/nguoi/")
    page = client.get(asked)
    answer = client.post(asked, {"code": app_code(steps=1)})

    assert (asked, page.status_code) == (ASKED, 200)
    assert answer["Location"] == "/nguoi/"
    assert _is_in(client)
    entry = Entry.objects.order_by("-pk")[0]
    assert (entry.event, entry.changes) == ("account.signed_in", {"means": "password", "second": "totp"})
    assert entry.appointment_id == cast.offices["mrs_ha"].pk


def test_a_recovery_code_opens_the_door_once(cast: Cast) -> None:
    code, *_ = with_second_factor(cast.people["mrs_ha"])
    client, again = Client(), Client()
    _password(client)
    _password(again)

    assert client.post(ASKED, {"code": f"{code[:4]} {code[4:]}"}).status_code == 302
    assert again.post(ASKED, {"code": code}).status_code == 422

    assert (_is_in(client), _is_in(again)) == (True, False)
    assert Entry.objects.order_by("-pk")[0].changes == {"means": "password", "second": "recovery_codes"}


def test_the_first_proof_alone_opens_nothing(cast: Cast) -> None:
    with_second_factor(cast.people["mrs_ha"])
    client = Client()
    _password(client)

    for address in ("/viec-cua-toi/", "/tai-khoan/", SET_UP, CODES, RENEW, REMOVE):
        assert client.get(address)["Location"].startswith("/dang-nhap/?next=")
    assert not _is_in(client)
    assert not Entry.objects.filter(event="account.signed_in").exists()


def test_without_a_first_proof_nobody_is_asked_for_a_second(cast: Cast) -> None:
    with_second_factor(cast.people["mrs_ha"])

    assert Client().get(ASKED)["Location"] == "/dang-nhap/"
    assert Client().post(ASKED, {"code": app_code(steps=1)})["Location"] == "/dang-nhap/"
    assert enter(cast, "mrs_ha").get(ASKED)["Location"] == "/dang-nhap/"


def test_the_way_in_stays_open_a_quarter_of_an_hour(cast: Cast) -> None:
    with time_machine.travel(datetime(2026, 11, 1, 9, tzinfo=UTC), tick=False) as clock:
        codes = with_second_factor(cast.people["mrs_ha"])
        client = Client()
        _password(client)
        clock.shift(timedelta(minutes=15, seconds=1))

        assert client.post(ASKED, {"code": codes[0]})["Location"] == "/dang-nhap/"

    assert not _is_in(client)


def test_five_wrong_codes_wait_and_a_code_of_the_app_is_never_taken_twice(cast: Cast) -> None:
    with_second_factor(cast.people["mrs_ha"])
    client = Client()
    _password(client)

    for number in range(5):
        assert client.post(ASKED, {"code": f"00000{number}"}).status_code == 422
    refused = client.post(ASKED, {"code": app_code(steps=1)})

    assert refused.status_code == 409
    assert re.search(r"Hãy đợi 1[45] phút", refused.content.decode())
    assert not _is_in(client)


def test_whoever_scans_the_key_and_types_what_the_app_shows_has_a_second_factor(cast: Cast) -> None:
    client = enter(cast, "phuc_xa")

    page = client.get(SET_UP).content.decode()
    secret = _secret_on(page)
    again = _secret_on(client.get(SET_UP).content.decode())
    made = client.post(SET_UP, {"code": app_code(secret), "next": "/tai-khoan/"})
    shown = client.get(made["Location"]).content.decode()

    assert '<svg class="qr"' in page
    assert f'href="otpauth://totp/phuc.xa%40example.vn?secret={secret}&amp;issuer=D%C3%A2n%20B%C3%A0n"' in page
    assert again == secret
    assert made["Location"] == CODES
    codes = [code.replace(" ", "") for code in re.findall(r"\d{4} \d{4}", shown)]
    assert codes == queries.recovery_codes_of(cast.people["phuc_xa"].pk)
    assert 'href="/tai-khoan/"' in shown
    assert client.get(SET_UP)["Location"] == "/tai-khoan/"
    assert "Còn 10 mã dự phòng" in client.get("/tai-khoan/").content.decode()


def test_a_wrong_code_sets_nothing_up_and_keeps_the_same_picture(cast: Cast) -> None:
    client = enter(cast, "phuc_xa")
    secret = _secret_on(client.get(SET_UP).content.decode())

    answer = client.post(SET_UP, {"code": "000000"})

    assert answer.status_code == 422
    assert _secret_on(answer.content.decode()) == secret
    assert 'value="000000"' not in answer.content.decode()
    assert not queries.has_second_factor(cast.people["phuc_xa"].pk)


def test_recovery_codes_are_shown_for_ten_minutes_and_only_where_they_were_made(cast: Cast) -> None:
    with time_machine.travel(datetime(2026, 11, 1, 9, tzinfo=UTC), tick=False) as clock:
        client = enter(cast, "phuc_xa")
        client.post(SET_UP, {"code": app_code(_secret_on(client.get(SET_UP).content.decode()))})
        other = enter(cast, "phuc_xa")

        assert client.get(CODES).status_code == 200
        assert other.get(CODES)["Location"] == "/tai-khoan/"
        clock.shift(timedelta(minutes=10, seconds=1))
        assert client.get(CODES)["Location"] == "/tai-khoan/"


def test_recovery_codes_are_renewed_and_the_second_factor_removed_by_a_code(cast: Cast) -> None:
    old = with_second_factor(cast.people["phuc_xa"])
    client = enter(cast, "phuc_xa")

    wrong = client.post(RENEW, {"code": "000000"})
    renewed = client.post(RENEW, {"code": old[0]}, follow=True)
    new = queries.recovery_codes_of(cast.people["phuc_xa"].pk)
    removed = client.post(REMOVE, {"code": new[0]}, follow=True)

    assert wrong.status_code == 422
    assert f"{new[0][:4]} {new[0][4:]}" in renewed.content.decode()
    assert not set(old) & set(new)
    assert "Đã gỡ xác thực hai lớp" in removed.content.decode()
    assert not queries.has_second_factor(cast.people["phuc_xa"].pk)


def test_guessing_codes_from_inside_waits_too(cast: Cast) -> None:
    with_second_factor(cast.people["phuc_xa"])
    client = enter(cast, "phuc_xa")

    answers = [client.post(REMOVE, {"code": f"00000{number}"}).status_code for number in range(6)]

    assert answers == [422] * 5 + [409]


@pytest.mark.parametrize("address", [RENEW, REMOVE])
def test_what_is_not_there_is_not_renewed_nor_removed(cast: Cast, address: str) -> None:
    assert enter(cast, "phuc_xa").get(address).status_code == 409


# Required of the city --------------------------------------------------------------------------------------------


@pytest.fixture
def required(cast: Cast, settings: Any) -> Cast:
    settings.SECOND_FACTOR = "city"
    return cast


def test_an_office_of_the_city_waits_until_its_holder_has_a_second_factor(required: Cast) -> None:
    client = Client()
    first = client.get(_password(client, next_page="/nguoi/?q=ha"))

    page = client.get(first["Location"]).content.decode()
    form = {"code": app_code(_secret_on(page)), "next": "/nguoi/?q=ha"}
    shown = client.get(client.post(SET_UP, form)["Location"]).content.decode()

    assert first["Location"] == f"{SET_UP}?next=%2Fnguoi%2F%3Fq%3Dha"
    assert "Cần làm trước khi vào làm việc" in page
    assert 'value="/nguoi/?q=ha"' in page
    assert 'href="/nguoi/?q=ha"' in shown
    assert client.get("/nguoi/?q=ha").status_code == 200


def test_nothing_of_the_desk_opens_before(required: Cast) -> None:
    world, client, place = World(required), enter(required, "mrs_ha"), required.places["01"]
    opened = set()
    for name, asked in known_addresses().items():
        address = reverse(name, kwargs={value: world.value(name, value, place) for value in asked})
        with transaction.atomic():
            answer = client.get(address)
            transaction.set_rollback(True)
        if answer.status_code != 405 and not answer.headers.get("Location", "").startswith(SET_UP):
            opened.add(name)

    assert {name for name in opened if name.startswith("desk:")} == {
        "desk:accounts:account", "desk:accounts:card", "desk:accounts:change_password", "desk:accounts:enter_by_code",
        "desk:accounts:enter_demo", "desk:accounts:forgotten", "desk:accounts:new_password",
        "desk:accounts:open_card", "desk:accounts:posts",
        "desk:accounts:recovery_codes", "desk:accounts:remove_second_factor", "desk:accounts:renew_recovery_codes",
        "desk:accounts:second_factor", "desk:accounts:set_up_second_factor", "desk:accounts:sign_in",
        "desk:directory:subscribe", "desk:overviews:root",
    }  # fmt: skip


def test_a_fragment_and_a_form_lead_the_whole_page_to_the_set_up(required: Cast) -> None:
    client = enter(required, "mrs_ha")
    here = {"HX-Request": "true", "HX-Current-URL": "http://testserver/nguoi/"}

    fragment = client.get("/nguoi/?q=h", headers=here)
    form = client.post("/nguoi/them/", {}, headers={"Referer": "http://testserver/nguoi/them/"})

    assert fragment["HX-Redirect"] == f"{SET_UP}?next=%2Fnguoi%2F"
    assert form["Location"] == f"{SET_UP}?next=%2Fnguoi%2Fthem%2F"


def test_other_levels_are_free_and_an_office_of_the_city_asks_when_it_is_changed_to(required: Cast) -> None:
    client = enter(required, "phuc_xa")
    second = make_appointment(required.city.unit, account=required.people["phuc_xa"], role="department_officer")

    assert client.get("/viec-cua-toi/").status_code == 200
    client.post("/vi-tri/doi/", {"office": second.pk})
    assert client.get("/viec-cua-toi/")["Location"].startswith(SET_UP)
    client.post("/vi-tri/doi/", {"office": required.offices["phuc_xa"].pk})
    assert client.get("/viec-cua-toi/").status_code == 200


def test_whoever_has_one_is_asked_about_it_once_a_session(required: Cast, settings: Any) -> None:
    with_second_factor(required.people["mrs_ha"])
    client = enter(required, "mrs_ha")
    costs = []
    settings.SECOND_FACTOR = "off"
    client.get("/nguoi/")
    for setting in ("off", "city", "city"):
        settings.SECOND_FACTOR = setting
        with CaptureQueriesContext(connection) as captured:
            client.get("/nguoi/")
        costs.append(len(captured))

    assert costs[0] == costs[2] < costs[1]


def test_the_page_of_the_account_offers_no_way_out_of_what_is_required(required: Cast) -> None:
    with_second_factor(required.people["mrs_ha"])
    client = enter(required, "mrs_ha")

    assert "Gỡ xác thực" not in client.get("/tai-khoan/").content.decode()
    refused = client.get(REMOVE)
    assert refused.status_code == 409
    assert "cấp Thành phố phải có" in refused.content.decode()


# Reset by a superior -----------------------------------------------------------------------------------------------


def test_a_superior_takes_off_a_lost_one_and_the_holder_sets_up_anew(required: Cast) -> None:
    person = required.people["culture_department"]
    with_second_factor(person)
    with_second_factor(required.people["mrs_ha"])
    lost, superior = browser_of(person), enter(required, "mrs_ha")
    address = f"/nguoi/{person.pk}/go-hai-lop/"

    page = superior.get(f"/nguoi/{person.pk}/").content.decode()
    unsaid = superior.post(address, {"office_id": required.offices["mrs_ha"].pk})
    done = superior.post(address, {"reason": "lost_phone", "office_id": required.offices["mrs_ha"].pk}, follow=True)
    fresh = Client()

    assert address in page
    assert unsaid.status_code == 422
    assert "Đã gỡ xác thực hai lớp của Lê Thu Hương" in done.content.decode()
    assert address not in done.content.decode()
    assert superior.get(address).status_code == 409
    assert fresh.get(_password(fresh, "culture.department"))["Location"].startswith(SET_UP)
    assert Account.objects.get(pk=person.pk).is_active
    assert lost.get("/viec-cua-toi/")["Location"].startswith(SET_UP)


def test_a_button_to_reset_appears_only_where_it_may_be_pressed(cast: Cast) -> None:
    with_second_factor(cast.people["phuc_xa"])
    address = f"/nguoi/{cast.people['phuc_xa'].pk}/go-hai-lop/"

    for name, status in (("mrs_ha", 200), ("ba_dinh", 200), ("culture_department", 403), ("dong_anh", 404)):
        client = enter(cast, name)
        assert client.get(address).status_code == status
        page = client.get(f"/nguoi/{cast.people['phuc_xa'].pk}/").content.decode()
        assert (address in page) is (status == 200)


def test_one_click_of_a_demonstration_is_asked_for_nothing(cast: Cast, settings: Any) -> None:
    with_second_factor(cast.people["mrs_ha"])
    settings.DEMO = True
    mark_demo(offset=timedelta(), at=AT)
    client = Client()

    answer = client.post(
        "/dang-nhap/trinh-dien/", {"office": cast.offices["mrs_ha"].pk}, HTTP_HOST="127.0.0.1:8000",
        REMOTE_ADDR="127.0.0.1",
    )  # fmt: skip

    assert answer["Location"] == "/viec-cua-toi/"
    assert _is_in(client)

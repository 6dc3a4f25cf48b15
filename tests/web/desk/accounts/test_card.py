"""A village head comes in by a printed card: its secret once, a PIN, then this device and the PIN alone."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from danban.accounts import actions
from danban.accounts.models import Account, Appointment, SignInCard
from danban.accounts.queries import actor_for
from danban.audit.models import Entry
from tests.accounts.factories import make_appointment
from tests.cast import Cast
from tests.web.entering import enter

ENTRY, FIND, OPEN, HOME = "/the/", "/the/tim/", "/the/mo/", "/viec-cua-toi/"
PIN = {"pin": "2580", "repeated": "2580"}
_CODE = re.compile(r"<b>((?:[0-9A-Z]{4} ){6}[0-9A-Z]{2})</b>")


def _printed(cast: Cast, name: str = "head_of_group_1") -> str:
    """The code read off the printed sheet."""
    sheet = enter(cast, "phuc_xa").post("/the/cap/", {"vi_tri": cast.offices[name].pk})
    found = _CODE.search(sheet.content.decode())
    assert found is not None
    return found[1]


def _opened(cast: Cast) -> tuple[Client, SignInCard]:
    """A phone to which a card was bound, and is signed in."""
    phone = Client()
    phone.post(FIND, {"code": _printed(cast)})
    assert phone.post(OPEN, PIN).status_code == 302
    return phone, SignInCard.objects.get(revoked_at__isnull=True)


def _later(phone: Client) -> Client:
    """The same phone, long after: signed out, its cards kept."""
    phone.post("/dang-xuat/")
    return phone


def test_from_the_printed_code_to_home_in_two_steps(cast: Cast) -> None:
    code, phone = _printed(cast), Client()

    assert "Mã trên thẻ" in phone.get(ENTRY).content.decode()
    scanned = phone.post(FIND, {"code": code.lower().replace(" ", "-")}, follow=True)
    assert scanned.redirect_chain == [(OPEN, 302)]
    assert "Xin chào Bùi Thị Mai" in scanned.content.decode()
    done = phone.post(OPEN, PIN)

    assert (done.status_code, done["Location"]) == (302, HOME)
    assert phone.get("/tai-khoan/").context["office"] == cast.offices["head_of_group_1"]
    cookie = phone.cookies[f"danban_the_{SignInCard.objects.get().pk}"]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Strict", ENTRY)
    assert int(cookie["max-age"]) > 60 * 60 * 24 * 365
    events = list(Entry.objects.order_by("pk").values_list("event", flat=True))
    assert events == ["card.issued", "card.opened", "account.signed_in"]
    assert Entry.objects.get(event="account.signed_in").changes == {"means": "card"}


def test_later_the_device_greets_by_name_and_asks_the_pin_alone(cast: Cast) -> None:
    phone, card = _opened(cast)

    page = _later(phone).get(ENTRY).content.decode()
    wrong = phone.post(ENTRY, {"the": card.pk, "pin": "9999"})
    right = phone.post(ENTRY, {"the": card.pk, "pin": "2580"})

    assert "Xin chào Bùi Thị Mai" in page
    assert wrong.status_code == 422
    assert "Còn 4 lần thử" in wrong.content.decode()
    assert "9999" not in wrong.content.decode()
    assert (right.status_code, right["Location"]) == (302, HOME)
    assert f"danban_the_{card.pk}" in right.cookies


def test_another_device_is_refused_and_told_who_gives_a_new_card(cast: Cast) -> None:
    code = _printed(cast)
    first, second = Client(), Client()
    first.post(FIND, {"code": code})
    first.post(OPEN, PIN)
    card = SignInCard.objects.get()

    refused = second.post(FIND, {"code": code})
    by_pin = second.post(ENTRY, {"the": card.pk, "pin": "2580"})
    forged = Client()
    forged.cookies[f"danban_the_{card.pk}"] = "tu-lam"

    assert refused.status_code == 403
    assert "gắn với một máy khác" in refused.content.decode()
    assert "Hãy đề nghị Phường Phúc Xá cấp thẻ mới" in refused.content.decode()
    assert code not in refused.content.decode()
    assert by_pin.status_code == 403
    assert "Xin chào" not in forged.get(ENTRY).content.decode()
    assert second.get(OPEN).status_code == 302
    assert "_auth_user_id" not in second.session


def test_the_same_card_scanned_again_on_its_device_asks_the_pin(cast: Cast) -> None:
    code, phone = _printed(cast), Client()
    phone.post(FIND, {"code": code})
    phone.post(OPEN, PIN)

    again = _later(phone).post(FIND, {"code": code}, follow=True)

    assert "Mã PIN của bạn" in again.content.decode()


def test_five_wrong_pins_lock_the_card_and_the_page_says_who_helps(cast: Cast) -> None:
    phone, card = _opened(cast)
    _later(phone)

    answers = [phone.post(ENTRY, {"the": card.pk, "pin": "9999"}) for _ in range(5)]

    assert [answer.status_code for answer in answers] == [422, 422, 422, 422, 409]
    assert phone.post(ENTRY, {"the": card.pk, "pin": "2580"}).status_code == 409
    page = phone.get(ENTRY).content.decode()
    assert "Thẻ đã khóa" in page
    assert "Phường Phúc Xá" in page
    assert 'name="pin"' not in page


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"pin": "1234", "repeated": "1234"}, "quá dễ đoán"),
        ({"pin": "0000", "repeated": "0000"}, "quá dễ đoán"),
        ({"pin": "12", "repeated": "12"}, "4 đến 6 chữ số"),
        ({"pin": "2580", "repeated": "2581"}, "chưa giống nhau"),
        ({}, "Hãy điền mục này"),
    ],
)
def test_a_poor_pin_is_refused_and_the_card_stays_unopened(cast: Cast, typed: dict[str, str], says: str) -> None:
    phone = Client()
    phone.post(FIND, {"code": _printed(cast)})

    answer = phone.post(OPEN, typed)

    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert SignInCard.objects.get().bound_at is None
    assert phone.post(OPEN, PIN).status_code == 302


@pytest.mark.parametrize("code", ["", "ABC", "A" * 26, "x" * 80])
def test_a_wrong_code_opens_nothing(cast: Cast, code: str) -> None:
    answer = Client().post(FIND, {"code": code})

    assert answer.status_code == 422
    assert Client().get(OPEN)["Location"] == ENTRY
    assert Client().post(OPEN, PIN)["Location"] == ENTRY


def test_an_address_that_guesses_codes_has_to_wait(cast: Cast) -> None:
    cache.clear()
    statuses = [Client().post(FIND, {"code": f"{number:026}"}).status_code for number in range(21)]

    assert statuses == [422] * 20 + [409]
    cache.clear()


def test_half_an_hour_after_the_scan_the_code_is_asked_for_again(cast: Cast, monkeypatch: Any) -> None:
    phone = Client()
    phone.post(FIND, {"code": _printed(cast)})
    session = phone.session
    session["card_to_open"] = [session["card_to_open"][0], session["card_to_open"][1] - 31 * 60]
    session.save()

    assert phone.post(OPEN, PIN)["Location"] == ENTRY


def test_who_came_in_by_a_card_acts_for_its_post_alone_and_changes_no_way_in(cast: Cast) -> None:
    other = make_appointment(cast.places["00004"].unit, account=cast.people["head_of_group_1"], role="village_head")
    phone, _ = _opened(cast)

    assert [held.pk for held in phone.get("/tai-khoan/").context["offices"]] == [cast.offices["head_of_group_1"].pk]
    assert phone.post("/vi-tri/doi/", {"office": other.pk}).status_code == 404
    assert phone.get("/tai-khoan/mat-khau/").status_code == 403
    assert phone.get("/tai-khoan/hai-lop/").status_code == 403
    assert "Đổi mật khẩu" not in phone.get("/tai-khoan/").content.decode()
    assert len(enter(cast, "head_of_group_1").get("/tai-khoan/").context["offices"]) == 2


def test_a_card_taken_back_ends_what_it_opened_at_the_next_click(cast: Cast) -> None:
    phone, card = _opened(cast)
    client = enter(cast, "phuc_xa")
    assert phone.get(HOME).status_code == 200

    asked = client.get(f"/the/{card.pk}/thu-hoi/").content.decode()
    done = client.post(f"/the/{card.pk}/thu-hoi/", {"reason": "Mất điện thoại"}, follow=True)

    assert "Bùi Thị Mai" in asked
    assert "Đã thu hồi thẻ" in done.content.decode()
    lost = phone.get(HOME)
    assert (lost.status_code, lost["Location"]) == (302, f"/dang-nhap/?next={HOME.replace('/', '%2F')}")
    assert "Xin chào" not in phone.get(ENTRY).content.decode()


def test_the_card_dies_with_the_post_and_with_the_account(cast: Cast) -> None:
    phone, card = _opened(cast)
    yesterday = timezone.localdate() - timedelta(days=1)
    Appointment.objects.filter(pk=cast.offices["head_of_group_1"].pk).update(ends_on=yesterday)

    assert phone.get(HOME).status_code == 403
    over = _later(phone).post(ENTRY, {"the": card.pk, "pin": "2580"})
    Appointment.objects.filter(pk=cast.offices["head_of_group_1"].pk).update(ends_on=None)
    Account.objects.filter(pk=cast.people["head_of_group_1"].pk).update(is_active=False)
    locked = phone.post(ENTRY, {"the": card.pk, "pin": "2580"})

    assert (over.status_code, locked.status_code) == (409, 403)
    assert "_auth_user_id" not in phone.session


def test_two_people_share_a_phone_and_each_has_a_pin(cast: Cast) -> None:
    phone, first = _opened(cast)
    second = make_appointment(cast.places["00001.01"].unit)
    printed = actions.issue_cards([second.pk], actor=cast.actors["phuc_xa"], at=timezone.now())[0]
    _later(phone).post(FIND, {"code": printed.secret})
    phone.post(OPEN, {"pin": "1470", "repeated": "1470"})
    card = SignInCard.objects.exclude(pk=first.pk).get()

    both = _later(phone).get(ENTRY).content.decode()
    one = phone.get(ENTRY, {"the": card.pk}).content.decode()

    assert "Ai đang cầm máy?" in both
    assert "Bùi Thị Mai" in both
    assert second.account.full_name in one
    assert phone.post(ENTRY, {"the": card.pk, "pin": "2580"}).status_code == 422
    assert phone.post(ENTRY, {"the": card.pk, "pin": "1470"}).status_code == 302
    assert phone.get("/tai-khoan/").context["office"] == second


def test_a_sign_in_by_another_way_is_not_bound_by_a_card(cast: Cast) -> None:
    phone, _ = _opened(cast)
    assert "card" in phone.session

    _later(phone).post("/dang-nhap/", {"identifier": "head.of.group.1@example.vn", "password": "mat-khau-thu-nghiem"})

    assert "card" not in phone.session
    assert phone.get("/tai-khoan/mat-khau/").status_code == 200


def test_the_sheet_shows_what_is_needed_and_nothing_of_it_stands_in_an_address_or_a_cache(cast: Cast) -> None:
    make_appointment(cast.places["00001.02"].unit)
    offices = Appointment.objects.filter(role__in=["village_head", "front_work_head"]).values_list("pk", flat=True)

    sheet = enter(cast, "phuc_xa").post("/the/cap/", {"vi_tri": list(offices)})

    text = sheet.content.decode()
    codes = _CODE.findall(text)
    assert (sheet.status_code, len(codes), text.count('<svg class="qr"')) == (200, 2, 2)
    assert "no-store" in sheet["Cache-Control"]
    assert all(code.replace(" ", "") not in text for code in codes)  # drawn and grouped, never in a link
    assert enter(cast, "phuc_xa").get("/the/cap/").status_code == 405


def test_one_button_gives_cards_to_all_who_have_none(cast: Cast) -> None:
    _, card = _opened(cast)
    others = [make_appointment(cast.places[code].unit) for code in ("00001.01", "00001.02")]
    client = enter(cast, "phuc_xa")
    assert "Cấp thẻ cho 2 người chưa có" in client.get("/the/danh-sach/").content.decode()

    sheet = client.post("/the/cap/", {"chua_co": "1"})

    assert len(_CODE.findall(sheet.content.decode())) == 2
    assert set(SignInCard.objects.filter(revoked_at__isnull=True).values_list("appointment_id", flat=True)) == {
        card.appointment_id, *(office.pk for office in others),
    }  # fmt: skip
    assert client.post("/the/cap/", {"chua_co": "1"}).status_code == 422


def test_nobody_chosen_or_somebody_foreign_leaves_cards_as_they_are(cast: Cast) -> None:
    client = enter(cast, "phuc_xa")
    foreign = make_appointment(cast.places["00004.01"].unit)

    for wrong in ({}, {"vi_tri": foreign.pk}, {"vi_tri": cast.offices["phuc_xa"].pk}, {"vi_tri": "x"}):
        assert client.post("/the/cap/", wrong).status_code == 422
    assert not SignInCard.objects.exists()


def test_the_list_says_who_has_a_card_and_a_district_chooses_the_commune_first(cast: Cast) -> None:
    _, card = _opened(cast)
    make_appointment(cast.places["00001.02"].unit)

    own = enter(cast, "phuc_xa_committee").get("/the/danh-sach/").content.decode()
    district = enter(cast, "ba_dinh")
    found = district.get("/the/danh-sach/", {"q": "phuc xa"}).content.decode()
    chosen = district.get("/the/danh-sach/", {"don_vi": cast.places["00001"].unit_id}).content.decode()

    for text in (own, chosen):
        assert "Đang dùng" in text
        assert "Chưa có thẻ" in text
        assert f"/the/{card.pk}/thu-hoi/" in text
    assert f"?don_vi={cast.places['00001'].unit_id}" in found
    assert enter(cast, "truc_bach").get("/the/danh-sach/", {"don_vi": cast.places["00001"].unit_id}).status_code == 404


def test_a_deputy_s_card_acts_under_the_deputy_s_own_appointment(cast: Cast) -> None:
    today = timezone.localdate()
    deputy = actions.name_deputy(
        cast.offices["head_of_group_1"].pk, account_id=cast.stranger.pk, starts_on=today,
        ends_on=today + timedelta(days=9), actor=cast.actors["head_of_group_1"], at=timezone.now(),
    )  # fmt: skip
    printed = actions.issue_cards([deputy.pk], actor=cast.actors["phuc_xa"], at=timezone.now())[0]
    phone = Client()

    phone.post(FIND, {"code": printed.secret})
    phone.post(OPEN, PIN)

    assert phone.get("/tai-khoan/").context["actor"] == actor_for(deputy)
    assert Entry.objects.get(event="account.signed_in").appointment_id == deputy.pk

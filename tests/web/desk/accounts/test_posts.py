"""Posts pass on, somebody stands in, and each sees their own, on pages."""

from datetime import date, timedelta
from typing import Any

from django.test import Client
from django.utils import timezone

from danban.accounts.models import Account, Appointment, Handover
from danban.audit.models import Entry
from tests.accounts.factories import make_account
from tests.cast import Cast, run_campaign
from tests.web.entering import browser_of, enter

HOME = "/viec-cua-toi/"


def _post(cast: Cast, name: str, verb: str) -> str:
    return f"/vi-tri/{cast.offices[name].pk}/{verb}/"


def _in(days: int) -> date:
    return timezone.localdate() + timedelta(days=days)


def _yesterday_handed_over(cast: Cast, client: Client) -> Any:
    return client.post(
        _post(cast, "phuc_xa", "ban-giao") + f"?nguoi={cast.people['truc_bach'].pk}",
        {"last_day": _in(-1), "note": "Đã giao con dấu"}, follow=True,
    )  # fmt: skip


def test_the_successor_finds_the_same_work_and_the_old_holder_is_told_what_to_do(cast: Cast) -> None:
    run_campaign(cast)
    old, new = enter(cast, "phuc_xa"), enter(cast, "truc_bach")
    owed = [row.name for row in old.get(HOME).context["home"].pile.open]
    assert owed

    record = _yesterday_handed_over(cast, enter(cast, "ba_dinh"))

    text = record.content.decode()
    assert all(words in text for words in ("Hoàng Thị Lan", "Đỗ Văn Nam", "Đã giao con dấu", "Việc quá hạn"))
    assert old.get(HOME).status_code == 403
    assert "chưa giữ vị trí nào" in old.get("/nguoi/").content.decode()
    incoming = Appointment.objects.get(succeeds=cast.offices["phuc_xa"])
    new.post("/vi-tri/doi/", {"office": incoming.pk})
    assert [row.name for row in new.get(HOME).context["home"].pile.open] == owed


def test_who_holds_another_office_falls_back_to_it_when_a_post_has_passed_on(cast: Cast) -> None:
    client, second = enter(cast, "phuc_xa"), Appointment.objects.get(pk=cast.offices["head_of_group_1"].pk)
    Appointment.objects.filter(pk=second.pk).update(account=cast.people["phuc_xa"], starts_on=_in(-3))
    assert client.get("/tai-khoan/").context["office"] == cast.offices["phuc_xa"]

    _yesterday_handed_over(cast, enter(cast, "ba_dinh"))

    assert client.get("/tai-khoan/").context["office"] == second
    stale = {"office_id": cast.offices["phuc_xa"].pk, "starts_on": _in(0), "ends_on": _in(1)}
    address = f"/vi-tri/{cast.offices['phuc_xa'].pk}/nguoi-thay/?nguoi={cast.stranger.pk}"
    assert client.post(address, stale).status_code == 409


def test_a_handover_is_two_steps_choose_then_the_last_day(cast: Cast) -> None:
    run_campaign(cast)
    client, address = enter(cast, "ba_dinh"), _post(cast, "phuc_xa", "ban-giao")

    choice = client.get(address).content.decode()
    searched = client.get(address, {"q": "do nam"}).content.decode()
    form = client.get(address, {"nguoi": cast.people["truc_bach"].pk}).content.decode()

    assert "Đặng Minh Châu" in choice
    assert f"?nguoi={cast.people['truc_bach'].pk}" in searched
    assert "Nhập người mới" in choice
    assert "Việc đang mở của vị trí" in form
    assert "Đỗ Văn Nam" in form
    for nobody in (cast.stranger.pk, cast.people["dong_anh"].pk, "9" * 30, "x", ""):
        assert client.get(address, {"nguoi": nobody}).status_code == 404
    assert client.get(address, {"nguoi": cast.people["phuc_xa"].pk}).status_code == 422


def test_somebody_new_is_entered_in_the_same_step_and_what_was_typed_stays_when_refused(cast: Cast) -> None:
    client, address = enter(cast, "ba_dinh"), _post(cast, "phuc_xa", "ban-giao") + "?nguoi=moi"
    typed = {
        "full_name": "Đặng Thị Ánh", "email": "", "phone": "0987 654 321", "password": "ban-dau-123",
        "last_day": _in(0), "note": "",
    }  # fmt: skip

    known = client.post(address, {**typed, "email": "mrs.ha@example.vn"})
    done = client.post(address, typed, follow=True)

    assert known.status_code == 422
    assert "đã thuộc về một tài khoản khác" in known.content.decode()
    assert "0987 654 321" in known.content.decode()
    assert "Đặng Thị Ánh giữ vị trí này từ" in done.content.decode()
    assert Handover.objects.get().incoming.account == Account.objects.get(phone="+84987654321")
    assert "ban-dau-123" not in done.content.decode()


def test_a_deputy_is_named_by_the_holder_switches_in_and_is_shown_as_standing_in(cast: Cast) -> None:
    holder, deputy = enter(cast, "head_of_group_1"), make_account("Lê Văn Thay")
    Appointment.objects.create(
        account=deputy, role="village_head", unit=cast.places["00001.01"].unit, title="Tổ trưởng", starts_on=_in(-9)
    )
    address = _post(cast, "head_of_group_1", "nguoi-thay")

    assert "Lê Văn Thay" in holder.get(address).content.decode()
    assert "Nhập người mới" not in holder.get(address).content.decode()
    assert holder.get(address, {"nguoi": "moi"}).status_code == 404
    done = holder.post(f"{address}?nguoi={deputy.pk}", {"starts_on": _in(0), "ends_on": _in(7)}, follow=True)

    assert done.redirect_chain == [("/vi-tri/", 302)]
    assert "Lê Văn Thay" in done.content.decode()
    given = Appointment.objects.get(stands_in_for=cast.offices["head_of_group_1"])
    client = browser_of(deputy)
    page = client.get("/vi-tri/").content.decode()
    assert "Thay: Bùi Thị Mai" in page
    assert f"{_in(7):%d/%m/%Y}" in page
    assert "Thay: Bùi Thị Mai" in client.get("/tai-khoan/").content.decode()
    client.post("/vi-tri/doi/", {"office": given.pk})
    assert client.get("/vi-tri/").context["office"] == given


def test_the_holder_lets_the_deputy_go_and_the_next_page_of_the_deputy_is_another_office(cast: Cast) -> None:
    holder, person = enter(cast, "phuc_xa"), cast.people["truc_bach"]
    address = _post(cast, "phuc_xa", "nguoi-thay") + f"?nguoi={cast.people['phuc_xa_committee'].pk}"
    holder.post(address, {"starts_on": _in(-3), "ends_on": _in(7)})
    given = Appointment.objects.get(stands_in_for=cast.offices["phuc_xa"])
    client = enter(cast, "phuc_xa_committee")
    client.post("/vi-tri/doi/", {"office": given.pk})

    done = holder.post(f"/vi-tri/{given.pk}/thoi-thay/", {"last_day": _in(-1)}, follow=True)

    assert "thôi thay" in done.content.decode()
    assert client.get("/tai-khoan/").context["office"] == cast.offices["phuc_xa_committee"]
    assert client.get("/vi-tri/").content.decode().count("Thay: ") == 0
    assert enter(cast, "ba_dinh").get(f"/vi-tri/{given.pk}/thoi-thay/").status_code == 409
    assert Entry.objects.filter(event="deputy.ended").count() == 1
    assert holder.get(address.replace(str(cast.people["phuc_xa_committee"].pk), str(person.pk))).status_code == 404


def test_days_that_do_not_fit_are_named_at_their_field(cast: Cast) -> None:
    client = enter(cast, "phuc_xa")
    address = _post(cast, "phuc_xa", "nguoi-thay") + f"?nguoi={cast.people['phuc_xa_committee'].pk}"

    answer = client.post(address, {"starts_on": _in(5), "ends_on": _in(4)})

    assert answer.status_code == 422
    assert "Ngày cuối phải từ" in str(answer.context["form"].errors["ends_on"])

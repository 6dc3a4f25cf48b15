"""Many people at once."""

from dataclasses import replace
from datetime import date

import pytest

from danban.accounts import actions, queries
from danban.accounts.actions import PersonRow
from danban.accounts.models import Account, Appointment
from danban.audit.models import Entry
from danban.kit.actor import machine
from danban.kit.refusals import BadInput, NotYours
from tests.cast import AT, TODAY, Cast

LOADER = machine("demo", "appointment:appoint")


def people_rows(cast: Cast) -> list[PersonRow]:
    body = cast.bodies["00001.02", "front_work_committee"]
    first = PersonRow(
        "Lý Văn Bốn", "bon@example.vn", "0912345678", "front_work_head", body.unit_id, body.pk, "Trưởng ban",
        date(2022, 1, 1),
    )  # fmt: skip
    second = replace(first, role="village_head", body_id=None, title="Tổ trưởng")
    third = replace(
        first, full_name="Mã Thị Năm", email="nam@example.vn", phone=None, unit_id=cast.places["00004.01"].unit_id,
        body_id=None,
    )  # fmt: skip
    return [first, second, third]


def test_people_are_loaded_with_one_entry_and_without_passwords(cast: Cast) -> None:
    assert actions.load_people(people_rows(cast), actor=LOADER, at=AT) == 2

    account = queries.account_by_identifier("bon@example.vn")
    assert account is not None
    assert not account.has_usable_password()
    assert [office.role for office in queries.list_appointments_of(account.pk, on=TODAY)] == [
        "front_work_head",
        "village_head",
    ]
    entry = Entry.objects.get()
    assert (entry.event, entry.changes) == ("people.loaded", {"accounts": 2, "appointments": 3})


def test_people_do_not_load_people(cast: Cast) -> None:
    with pytest.raises(NotYours):
        actions.load_people(people_rows(cast), actor=cast.actors["mrs_ha"], at=AT)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"full_name": " "}, "Dòng 3: Hãy nhập họ và tên"),
        ({"role": "commune_front_officer"}, "Dòng 3: Vai trò"),
        ({"unit_id": 10**9}, "Dòng 3: đơn vị"),
        ({"body_id": 10**9}, "Dòng 3: đơn vị hoặc tổ chức"),
        ({"email": "BON@example.vn"}, "Dòng 3: e-mail hoặc số điện thoại trùng"),
        ({"email": "mrs.ha@example.vn"}, "tài khoản có sẵn"),
    ],
)
def test_one_bad_row_loads_nothing(cast: Cast, changes: dict[str, object], sentence: str) -> None:
    rows = people_rows(cast)
    rows[2] = replace(rows[2], **changes)  # type: ignore[arg-type]
    before = Account.objects.count(), Appointment.objects.count()

    with pytest.raises(BadInput, match=sentence):
        actions.load_people(rows, actor=LOADER, at=AT)

    assert (Account.objects.count(), Appointment.objects.count()) == before
    assert not Entry.objects.exists()


def test_a_body_of_another_unit_loads_nothing(cast: Cast) -> None:
    rows = [replace(people_rows(cast)[0], body_id=cast.bodies["00004.01", "front_work_committee"].pk)]

    with pytest.raises(BadInput, match=r"Dòng 1: .* không thuộc"):
        actions.load_people(rows, actor=LOADER, at=AT)

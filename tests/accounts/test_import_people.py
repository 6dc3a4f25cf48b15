"""People and offices brought in from a table, all or nothing."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from danban.accounts import actions, exports, queries
from danban.accounts.models import Account, Appointment
from danban.accounts.queries.people_checks import day_of
from danban.accounts.texts import HEADINGS
from danban.audit.models import Entry
from danban.kit.actor import Actor, machine
from danban.kit.refusals import BadInput, NotYours
from danban.kit.tables import read_table, write_csv, write_xlsx
from tests.cast import AT, TODAY, Cast

ROW: dict[str, Any] = {
    "Họ tên": "Đặng Thị Ánh",
    "E-mail": "",
    "Điện thoại": "0987 654 321",
    "Vai trò": "Trưởng thôn, Tổ trưởng tổ dân phố",
    "Mã đơn vị": "00001.02",
    "Cơ quan": "",
    "Chức danh": "",
    "Từ ngày": TODAY,
    "Đến ngày": None,
}


def _table(*rows: dict[str, Any]) -> bytes:
    return write_xlsx(HEADINGS, [[{**ROW, **row}[heading] for heading in HEADINGS] for row in rows])


def _import(cast: Cast, *rows: dict[str, Any], by: str | Actor = "phuc_xa") -> actions.PeopleReport:
    return actions.import_people(_table(*rows), actor=cast.actors[by] if isinstance(by, str) else by, at=AT)


def _problems(cast: Cast, *rows: dict[str, Any], by: str = "phuc_xa") -> list[tuple[int, str]]:
    plan = queries.plan_people(cast.actors[by], _table(*rows), at=AT)
    return [(problem.row, problem.column) for problem in plan.problems]


def test_new_people_and_their_offices_are_written_with_one_entry_in_the_diary(cast: Cast) -> None:
    second = {"Mã đơn vị": "00001.01", "Cơ quan": "Ban công tác Mặt trận", "Vai trò": "front_work_head"}

    report = _import(cast, {}, second, {"Họ tên": "Lê Văn Ba", "E-mail": "BA@example.vn", "Điện thoại": ""})

    assert (report.people, report.offices, report.unchanged) == (2, 3, 0)
    account = Account.objects.get(phone="+84987654321")
    assert (account.full_name, account.folded, account.has_usable_password()) == ("Đặng Thị Ánh", "dang thi anh", False)
    head, front = account.appointments.order_by("pk")
    assert (head.title, head.starts_on, head.ends_on) == (
        "Trưởng thôn, Tổ trưởng tổ dân phố, Tổ dân phố số 2", TODAY, None,
    )  # fmt: skip
    assert front.body == cast.bodies["00001.01", "front_work_committee"]
    entry = Entry.objects.get()
    assert (entry.event, entry.changes) == ("people.imported", {"accounts": 2, "appointments": 3, "unchanged": 0})
    assert "Ánh" not in entry.canonical


def test_the_dry_run_writes_nothing_and_says_what_the_import_does(cast: Cast) -> None:
    people = Account.objects.count()

    plan = queries.plan_people(cast.actors["phuc_xa"], _table({}, {"Mã đơn vị": "00001.01"}), at=AT)

    assert (plan.rows, plan.new_people, plan.new_offices, plan.unchanged, plan.problems) == (2, 1, 2, 0, ())
    assert Account.objects.count() == people
    assert not Entry.objects.exists()


def test_the_same_table_again_changes_nothing(cast: Cast) -> None:
    rows = [{}, {"Mã đơn vị": "00001.01", "Đến ngày": "31/12/2023"}]
    _import(cast, *rows)
    before = list(Appointment.objects.order_by("pk").values())

    report = _import(cast, *rows)

    assert (report.people, report.offices, report.unchanged) == (0, 0, 2)
    assert list(Appointment.objects.order_by("pk").values()) == before


def test_known_people_are_matched_by_e_mail_or_phone_and_stay_as_they_are(cast: Cast) -> None:
    before = Account.objects.filter(pk=cast.people["truc_bach"].pk).values().get()
    known = {"Họ tên": "do van nam", "E-mail": "Truc.Bach@example.vn", "Điện thoại": ""}

    report = _import(cast, known)

    assert (report.people, report.offices) == (0, 1)
    assert Account.objects.filter(pk=cast.people["truc_bach"].pk).values().get() == before
    assert cast.people["truc_bach"].appointments.filter(role="village_head").exists()


@pytest.mark.parametrize("who", ["mrs_ha", "ba_dinh", "phuc_xa"])
def test_what_is_taken_out_can_be_brought_in_again_and_changes_nothing(cast: Cast, who: str) -> None:
    Account.objects.filter(pk=cast.people["head_of_group_1"].pk).update(is_active=False)
    actions.name_deputy(
        cast.offices["phuc_xa"].pk, account_id=cast.people["truc_bach"].pk, starts_on=TODAY, ends_on=TODAY,
        actor=cast.actors["phuc_xa"], at=AT,
    )  # fmt: skip
    for kind in ("xlsx", "csv"):
        content = exports.export_people(cast.actors[who], at=AT, kind=kind)

        plan = queries.plan_people(cast.actors[who], content, at=AT)

        rows = {"mrs_ha": 10, "ba_dinh": 4, "phuc_xa": 1}[who]
        assert (plan.problems, plan.rows, plan.unchanged, plan.new_offices) == ((), rows, rows, 0)


def test_only_offices_that_may_be_given_are_taken_out_and_only_to_who_gives_them(cast: Cast) -> None:
    rows = read_table(exports.export_people(cast.actors["ba_dinh"], at=AT), headings=HEADINGS)

    assert [row.cells["Họ tên"] for row in rows] == ["Đặng Minh Châu", "Hoàng Thị Lan", "Bùi Thị Mai", "Đỗ Văn Nam"]
    assert rows[2].cells["Mã đơn vị"] == "00001.01"
    assert read_table(exports.people_template(cast.actors["phuc_xa"], at=AT), headings=HEADINGS) == []
    for wrong in ("head_of_group_1", "mr_dung", "culture_department"):
        with pytest.raises(NotYours):
            exports.export_people(cast.actors[wrong], at=AT)
        with pytest.raises(NotYours):
            exports.people_template(cast.actors[wrong], at=AT)
        with pytest.raises(NotYours):
            queries.plan_people(cast.actors[wrong], _table({}), at=AT)


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ({"Họ tên": "  "}, "Họ tên"),
        ({"Họ tên": "123"}, "Họ tên"),
        ({"E-mail": "a@"}, "E-mail"),
        ({"Điện thoại": "12"}, "Điện thoại"),
        ({"Điện thoại": ""}, "Điện thoại"),
        ({"Vai trò": ""}, "Vai trò"),
        ({"Vai trò": "Vua"}, "Vai trò"),
        ({"Vai trò": "UBND cấp xã"}, "Vai trò"),
        ({"Mã đơn vị": ""}, "Mã đơn vị"),
        ({"Mã đơn vị": "00004.01"}, "Mã đơn vị"),
        ({"Mã đơn vị": "99"}, "Mã đơn vị"),
        ({"Mã đơn vị": "00001", "Vai trò": "UBND cấp xã"}, "Mã đơn vị"),
        ({"Cơ quan": "Hội Chữ thập đỏ"}, "Cơ quan"),
        ({"Chức danh": "x" * 161}, "Chức danh"),
        ({"Từ ngày": ""}, "Từ ngày"),
        ({"Từ ngày": "hôm nay"}, "Từ ngày"),
        ({"Từ ngày": "01/01/0203"}, "Từ ngày"),
        ({"Đến ngày": "mai"}, "Đến ngày"),
        ({"Đến ngày": "01/01/2023"}, "Đến ngày"),
        ({"E-mail": "truc.bach@example.vn"}, "Họ tên"),
        ({"E-mail": "phuc.xa@example.vn", "Họ tên": "Hoàng Thị Lan", "Điện thoại": ""}, "Họ tên"),
    ],
)
def test_a_bad_cell_is_named_by_row_and_column_and_nothing_is_written(
    cast: Cast, row: dict[str, Any], column: str
) -> None:
    people = Account.objects.count()
    good = {"Họ tên": "Lê Văn Ba", "Điện thoại": "0911 222 333"}

    assert _problems(cast, good, row) == [(3, column)]
    with pytest.raises(BadInput, match=r"Chưa nạp dòng nào\. Dòng 3"):
        _import(cast, good, row)

    assert Account.objects.count() == people
    assert not Entry.objects.exists()


def test_rows_that_contradict_each_other_or_what_is_held_are_named(cast: Cast) -> None:
    mai = {"Họ tên": "Bùi Thị Mai", "E-mail": "head.of.group.1@example.vn", "Điện thoại": "", "Mã đơn vị": "00001.01"}
    front = {**mai, "Vai trò": "front_work_head", "Cơ quan": "Ban CTMT"}

    assert _problems(cast, {}, {"Họ tên": "Người Khác", "Mã đơn vị": "00001.01"}) == [(3, "Điện thoại")]
    assert _problems(cast, {"E-mail": "anh@example.vn"}, {"Mã đơn vị": "00001.01"}) == [(3, "Điện thoại")]
    assert _problems(cast, {}, {}) == [(3, "Từ ngày")]
    assert _problems(cast, front) == [(2, "Từ ngày")]
    assert _problems(cast, {**front, "Từ ngày": "01/01/2022", "Đến ngày": "31/12/2023"}) == [(2, "Từ ngày")]
    assert _problems(cast, {**front, "Từ ngày": "01/01/2022"}) == []
    assert _problems(cast, {"Đến ngày": TODAY}, {"Từ ngày": TODAY + timedelta(days=1)}) == []


def test_contacts_of_two_people_or_other_contacts_of_one_are_refused(cast: Cast) -> None:
    Account.objects.filter(pk=cast.people["truc_bach"].pk).update(phone="+84987654321")

    assert _problems(cast, {"E-mail": "dong.anh@example.vn"}) == [(2, "Điện thoại")]
    assert _problems(cast, {"Họ tên": "Đỗ Văn Nam", "E-mail": "khac@example.vn"}) == [(2, "E-mail")]
    other = {"Họ tên": "Đỗ Văn Nam", "E-mail": "truc.bach@example.vn", "Điện thoại": "0911 222 333"}
    assert _problems(cast, other) == [(2, "Điện thoại")]


def test_a_locked_person_gets_no_office_and_nobody_gives_one_to_themselves(cast: Cast) -> None:
    Account.objects.filter(pk=cast.people["truc_bach"].pk).update(is_active=False)
    locked = {"Họ tên": "Đỗ Văn Nam", "E-mail": "truc.bach@example.vn", "Điện thoại": ""}

    assert _problems(cast, locked) == [(2, "Họ tên")]
    own = {"Họ tên": "Phạm Quốc Bảo", "E-mail": "ba.dinh@example.vn", "Điện thoại": "", "Mã đơn vị": "00001.01"}
    assert _problems(cast, own, by="ba_dinh") == [(2, "Họ tên")]
    assert _problems(cast, own, by="phuc_xa") == []


@pytest.mark.parametrize("content", [b"", b"Ten,Vai tro\nA,B\n", b"PK\x03\x04 hong"])
def test_what_is_no_table_of_people_is_refused(cast: Cast, content: bytes) -> None:
    with pytest.raises(BadInput):
        actions.import_people(content, actor=cast.actors["phuc_xa"], at=AT)
    with pytest.raises(BadInput, match="từ một đến"):
        actions.import_people(_table(), actor=cast.actors["phuc_xa"], at=AT)


def test_a_machine_with_the_permission_brings_in_people_anywhere(cast: Cast) -> None:
    with pytest.raises(NotYours):
        _import(cast, {}, by=machine("thử"))

    report = _import(cast, {}, {"Mã đơn vị": "01", "Vai trò": "auditor"}, by=machine("thử", "appointment:appoint"))

    assert (report.people, report.offices) == (1, 2)


def test_a_long_table_costs_as_many_questions_as_a_short_one(cast: Cast) -> None:
    costs = []
    for wanted in (3, 60):
        rows = [
            {"Họ tên": f"Người số {n}", "Điện thoại": f"09{wanted:02}{n:06}", "Mã đơn vị": f"00001.0{n % 2 + 1}"}
            for n in range(wanted)
        ]
        with CaptureQueriesContext(connection) as captured:
            queries.plan_people(cast.actors["phuc_xa"], _table(*rows), at=AT)
        costs.append(len(captured))

    assert costs[0] == costs[1] <= 6


def test_a_table_saved_as_csv_with_semicolons_is_read_as_well(cast: Cast) -> None:
    row = {**ROW, "Vai trò": "village_head"}
    content = write_csv(HEADINGS, [[row[heading] for heading in HEADINGS]]).replace(b",", b";")

    assert actions.import_people(content, actor=cast.actors["phuc_xa"], at=AT).offices == 1


@given(st.dates(min_value=date(1945, 1, 1), max_value=date(2100, 12, 31)))
def test_a_day_is_read_as_it_is_written_out(day: date) -> None:
    assert day_of(day.isoformat()) == day_of(f"{day:%d/%m/%Y}") == day_of(f"{day.day}/{day.month}/{day.year}") == day


@given(st.text(max_size=20))
def test_whatever_is_no_day_is_none(text: str) -> None:
    found = day_of(text)

    assert found is None or 1945 <= found.year <= 2100

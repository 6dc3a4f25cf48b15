"""Tables of people on pages: look, then bring in; take out; an empty one."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from danban.accounts.models import Account
from danban.accounts.texts import HEADINGS
from danban.kit.tables import read_table, write_xlsx
from tests.cast import Cast
from tests.web.entering import enter

UPLOAD, OUT = "/nguoi/nap/", "/nguoi/xuat/"
GOOD = ("Đặng Thị Ánh", "", "0987 654 321", "Trưởng thôn, Tổ trưởng tổ dân phố", "00001.02", "", "", "10/02/2023", "")


def _upload(client: Client, *rows: tuple[str, ...]) -> Any:
    return client.post(UPLOAD, {"tep": SimpleUploadedFile("nguoi.xlsx", write_xlsx(HEADINGS, rows))}, follow=True)


def test_a_sound_table_is_shown_first_and_written_when_the_button_is_pressed(cast: Cast) -> None:
    client = enter(cast, "phuc_xa")
    people = Account.objects.count()

    shown = _upload(client, GOOD, (*GOOD[:4], "00001.01", *GOOD[5:]))
    text = shown.content.decode()
    assert all(words in text for words in ("Đặng Thị Ánh", "Người mới", "Tổ dân phố số 2", "10/02/2023"))
    assert Account.objects.count() == people
    done = client.post(shown.redirect_chain[0][0], follow=True)

    assert "Đã thêm 1 người, giao 2 vị trí; 0 dòng giữ nguyên" in done.content.decode()
    assert Account.objects.count() == people + 1
    assert "Không có gì để nạp" in _upload(client, GOOD).content.decode()


def test_bad_rows_are_listed_and_nothing_can_be_brought_in(cast: Cast) -> None:
    client = enter(cast, "phuc_xa")
    people = Account.objects.count()

    shown = _upload(client, GOOD, (*GOOD[:4], "00004.01", *GOOD[5:]), (*GOOD[:7], "mai", ""))
    text = shown.content.decode()
    forced = client.post(shown.redirect_chain[0][0])

    assert "Dòng 3, cột Mã đơn vị" in text
    assert "Dòng 4, cột Từ ngày" in text
    assert "Nạp người và vị trí" not in text
    assert forced.status_code == 422
    assert Account.objects.count() == people


def test_a_file_that_is_no_table_is_refused_on_the_first_page(cast: Cast) -> None:
    client = enter(cast, "phuc_xa")

    wrong = client.post(UPLOAD, {"tep": SimpleUploadedFile("anh.xlsx", b"khong phai bang")})
    none = client.post(UPLOAD, {})

    assert (wrong.status_code, none.status_code) == (422, 422)
    assert "Bảng thiếu cột" in wrong.content.decode()


def test_the_list_and_the_empty_table_are_taken_out(cast: Cast) -> None:
    client = enter(cast, "ba_dinh")

    out, empty, text = client.get(OUT), client.get(OUT, {"dang": "mau"}), client.get(OUT, {"dang": "csv"})

    assert len(read_table(out.content, headings=HEADINGS)) == len(read_table(text.content, headings=HEADINGS)) == 4
    assert read_table(empty.content, headings=HEADINGS) == []
    assert 'filename="nguoi-va-vi-tri-' in out["Content-Disposition"]
    assert (
        "Không có gì để nạp"
        in client.post(UPLOAD, {"tep": SimpleUploadedFile("nguoi.xlsx", out.content)}, follow=True).content.decode()
    )


def test_another_office_sees_a_kept_table_only_through_its_own_area(cast: Cast) -> None:
    shown = _upload(enter(cast, "phuc_xa"), GOOD)
    address = shown.redirect_chain[0][0]

    elsewhere = enter(cast, "truc_bach").get(address).content.decode()

    assert "Đặng Thị Ánh" not in elsewhere
    assert "không có đơn vị mã" in elsewhere
    assert enter(cast, "head_of_group_1").get(address).status_code == 403
    assert enter(cast, "phuc_xa").get(f"{UPLOAD}{'0' * 64}/").status_code == 404

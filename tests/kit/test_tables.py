"""Tables in and out."""

import contextlib
import csv
import io
import re
import zipfile
from datetime import date, datetime

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from danban.kit import tables
from danban.kit.refusals import BadInput, Refused

HEADINGS = ("Mã", "Tên", "Số hộ")
ROWS = [("00001", "Phường Phúc Xá", 12), ("00004", "=1+1", 0)]


@pytest.mark.parametrize("write", [tables.write_xlsx, tables.write_csv])
def test_what_is_written_is_read_back_with_its_row_numbers(write: object) -> None:
    content = write(HEADINGS, ROWS)  # type: ignore[operator]

    rows = tables.read_table(content, headings=("Tên", "Mã"))

    assert [row.number for row in rows] == [2, 3]
    assert rows[0].cells == {"Mã": "00001", "Tên": "Phường Phúc Xá"}


def test_headings_are_found_without_accents_in_any_order_and_semicolons_do() -> None:
    rows = tables.read_table("so ho;TEN;ma\n5;Thôn Đoài;01\n;;\n".encode(), headings=HEADINGS)

    assert len(rows) == 1
    assert rows[0].cells == {"Mã": "01", "Tên": "Thôn Đoài", "Số hộ": "5"}


def test_formulas_of_a_hostile_name_stay_text_in_csv() -> None:
    assert b"'=1+1" in tables.write_csv(HEADINGS, ROWS)


def test_days_and_whole_numbers_are_written_and_read_as_people_write_them() -> None:
    content = tables.write_xlsx(("Ngày", "Số"), [(date(2023, 2, 10), 5.0)])

    assert tables.read_table(content, headings=("Ngày", "Số"))[0].cells == {"Ngày": "10/02/2023", "Số": "5"}


def test_cells_that_hold_days_moments_and_fractions_become_plain_words() -> None:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"default_date_format": "dd/mm/yyyy"}) as workbook:
        page = workbook.add_worksheet()
        page.write_row(0, 0, ("Ngày", "Lúc", "Phần"))
        page.write_datetime(1, 0, datetime(2023, 2, 10))
        page.write_datetime(1, 1, datetime(2023, 2, 10, 8, 30))
        page.write_number(1, 2, 2.5)

    rows = tables.read_table(buffer.getvalue(), headings=("Ngày", "Lúc", "Phần"))

    assert rows[0].cells == {"Ngày": "2023-02-10", "Lúc": "2023-02-10", "Phần": "2.5"}


def test_a_quote_that_never_closes_is_said_to_be_broken() -> None:
    endless = '1,"' + "x" * (csv.field_size_limit() + 1)

    with pytest.raises(BadInput, match="dấu nháy"):
        tables.read_table(endless.encode(), headings=HEADINGS)


def _bomb() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * (tables.MAX_UNPACKED_BYTES + 1))
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "rỗng"),
        (b"   \n", "rỗng"),
        (b"x" * (tables.MAX_BYTES + 1), "20 MB"),
        (b"PK\x03\x04 not a workbook", "XLSX"),
        (b"\xff\xfe\x00garbage", "UTF-8"),
        (b"a,b\x00c\n", "CSV"),
        ("Mã,Tên\n1,2\n".encode(), "thiếu cột: Số hộ"),
    ],
)
def test_a_file_that_is_no_table_gets_a_sentence(content: bytes, words: str) -> None:
    with pytest.raises(BadInput) as refusal:
        tables.read_table(content, headings=HEADINGS)

    assert words in refusal.value.sentence


def test_a_workbook_without_any_sheet_gets_a_sentence() -> None:
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(tables.write_xlsx(HEADINGS, ROWS))) as whole,
        zipfile.ZipFile(buffer, "w") as robbed,
    ):
        for name in whole.namelist():
            robbed.writestr(name, re.sub(rb"<sheet [^>]*/>", b"", whole.read(name)))

    with pytest.raises(BadInput, match="không có trang tính"):
        tables.read_table(buffer.getvalue(), headings=HEADINGS)


def test_a_zip_bomb_is_not_unpacked() -> None:
    with pytest.raises(BadInput, match="100 MB"):
        tables.read_table(_bomb(), headings=HEADINGS)


@given(st.binary(max_size=300))
def test_no_bytes_bring_a_traceback(content: bytes) -> None:
    with contextlib.suppress(Refused):
        tables.read_table(content, headings=HEADINGS)


def test_a_row_problem_reads_as_one_sentence() -> None:
    problem = tables.RowProblem(12, "Mã", "trùng với dòng 9", "mã chưa dùng")

    assert problem.sentence() == "Dòng 12, cột “Mã”: trùng với dòng 9; cần mã chưa dùng."

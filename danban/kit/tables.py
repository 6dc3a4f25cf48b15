"""Tables in and out: XLSX by calamine and xlsxwriter, CSV by the standard library.

Reading gives every row its number as the person sees it in the sheet, so that a problem can be named
by row and column. Nothing here knows what the columns mean.
"""

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import xlsxwriter
from python_calamine import CalamineError, CalamineWorkbook

from danban.kit.refusals import BadInput
from danban.kit.vietnamese import fold, squeeze

MAX_BYTES = 20 * 1024 * 1024
MAX_UNPACKED_BYTES = 100 * 1024 * 1024
_FORMULA_LIKE = re.compile(r"'*[=+\-@\t]")


@dataclass(frozen=True)
class RowProblem:
    """One bad cell: where it is, what is wrong with it and what was expected."""

    row: int
    column: str
    wrong: str
    expected: str

    def sentence(self) -> str:
        """Dòng 12, cột “Mã”: trùng với dòng 9; cần mã chưa dùng."""
        return f"Dòng {self.row}, cột “{self.column}”: {self.wrong}; cần {self.expected}."


@dataclass(frozen=True)
class TableRow:
    """A row as text cells by heading; ``number`` is the row number shown by a spreadsheet program."""

    number: int
    cells: dict[str, str]


def read_table(content: bytes, *, headings: Sequence[str], optional: Sequence[str] = ()) -> list[TableRow]:
    """Rows of the first sheet (XLSX) or file (CSV, UTF-8, comma or semicolon).

    Headings are matched without accents or case, in any order; cells of an ``optional`` heading the
    table lacks are empty. Raises ``BadInput`` with one sentence if the file is not a table, is too
    large, or lacks a heading. Empty rows are passed over.
    """
    if len(content) > MAX_BYTES:
        raise BadInput("Tệp lớn quá 20 MB. Hãy bỏ bớt trang tính hoặc hình ảnh rồi tải lại.")
    if not content.strip():
        raise BadInput("Tệp rỗng. Hãy chọn lại tệp có dữ liệu.")
    grid = _read_xlsx(content) if content[:2] == b"PK" else _read_csv(content)
    return _with_headings(grid, headings, optional)


def _read_xlsx(content: bytes) -> list[list[str]]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(info.file_size for info in archive.infolist()) > MAX_UNPACKED_BYTES:
                raise BadInput("Tệp XLSX bung ra quá 100 MB nên không được đọc.")
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
        if not workbook.sheet_names:
            raise BadInput("Tệp XLSX không có trang tính nào.")
        rows = workbook.get_sheet_by_index(0).to_python(skip_empty_area=False)
    except (CalamineError, zipfile.BadZipFile) as error:
        raise BadInput("Không đọc được tệp này như một bảng tính XLSX. Hãy lưu lại từ Excel rồi thử lại.") from error
    return [[_as_text(cell) for cell in row] for row in rows]


def _as_text(cell: Any) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    return squeeze(str(cell))


def _read_csv(content: bytes) -> list[list[str]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput("Tệp không phải CSV mã UTF-8 hay XLSX. Hãy lưu lại dạng “CSV UTF-8” hoặc XLSX.") from error
    if "\x00" in text:
        raise BadInput("Tệp không phải bảng CSV hay XLSX.")
    first_line = text.split("\n", 1)[0]
    delimiter = ";" if first_line.count(";") > first_line.count(",") else ","
    try:
        return [[_active(squeeze(cell)) for cell in row] for row in csv.reader(io.StringIO(text), delimiter=delimiter)]
    except csv.Error as error:
        raise BadInput("Tệp CSV có dấu nháy hoặc dòng bị hỏng. Hãy xuất lại tệp.") from error


def _with_headings(grid: list[list[str]], headings: Sequence[str], optional: Sequence[str]) -> list[TableRow]:
    found = [fold(cell) for cell in grid[0]] if grid else []
    missing = [heading for heading in headings if fold(heading) not in found]
    if missing:
        raise BadInput(f"Bảng thiếu cột: {', '.join(missing)}. Dòng đầu phải là tên các cột: {', '.join(headings)}.")
    places = {heading: found.index(fold(heading)) for heading in (*headings, *optional) if fold(heading) in found}
    absent = {heading: "" for heading in optional if heading not in places}
    rows = []
    for number, line in enumerate(grid[1:], start=2):
        if any(line):
            rows.append(TableRow(number, {h: line[i] if i < len(line) else "" for h, i in places.items()} | absent))
    return rows


def write_xlsx(headings: Sequence[str], rows: Iterable[Sequence[Any]], *, sheet: str = "Danh sách") -> bytes:
    """A workbook of one sheet with a frozen, filtered heading row. Cells starting with "=" stay text."""
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as workbook:
        page = workbook.add_worksheet(sheet)
        bold = workbook.add_format({"bold": True, "bg_color": "#F3EFE7", "border": 1})
        page.write_row(0, 0, headings, bold)
        count = 0
        for count, row in enumerate(rows, start=1):
            page.write_row(count, 0, [_as_cell(value) for value in row])
        page.freeze_panes(1, 0)
        page.autofilter(0, 0, count, max(len(headings) - 1, 0))
        page.set_column(0, max(len(headings) - 1, 0), 24)
    return buffer.getvalue()


def _as_cell(value: Any) -> Any:
    if isinstance(value, (date, datetime)):
        return value.strftime("%d/%m/%Y")
    return "" if value is None else value


def write_csv(headings: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """CSV in UTF-8 with a mark, so that Excel shows accents; formula-like cells are quoted as text."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(headings)
    for row in rows:
        writer.writerow([_inert(_as_cell(value)) for value in row])
    return buffer.getvalue().encode("utf-8-sig")


def _inert(value: Any) -> Any:
    return "'" + value if isinstance(value, str) and _FORMULA_LIKE.match(value) else value


def _active(cell: str) -> str:
    """Undo ``_inert``: a quote before a formula-like text was put there by us, or by Excel."""
    return cell[1:] if cell.startswith("'") and _FORMULA_LIKE.match(cell) else cell

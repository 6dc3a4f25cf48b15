"""The matrix as a table for a spreadsheet."""

from typing import Any

from danban.kit.tables import write_csv, write_xlsx
from danban.overviews.queries import Matrix

Grid = tuple[list[str], list[list[Any]]]


def matrix_grid(matrix: Matrix) -> Grid:
    """Headings and rows: done, owed and late of each kind, a total line last."""
    headings = ["Đơn vị"]
    for column in matrix.columns:
        headings += [f"{column.short}: đã xong", f"{column.short}: phải làm", f"{column.short}: quá hạn"]
    rows: list[list[Any]] = [[row.spot.name, *_cells(row.cells)] for row in matrix.rows]
    return headings, [*rows, ["Cộng", *_cells(matrix.totals)]]


def _cells(tallies: Any) -> list[int]:
    return [figure for tally in tallies for figure in (tally.done, tally.total, tally.late)]


def matrix_xlsx(matrix: Matrix) -> bytes:
    """An XLSX workbook of the matrix."""
    return write_xlsx(*matrix_grid(matrix), sheet="Ma trận tiến độ")


def matrix_csv(matrix: Matrix) -> bytes:
    """The matrix as CSV in UTF-8."""
    return write_csv(*matrix_grid(matrix))

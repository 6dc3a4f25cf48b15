"""What the overviews give to other programs: tables for a spreadsheet, a calendar."""

from danban.overviews.exports.calendar import calendar_ics
from danban.overviews.exports.directory import directory_csv, directory_xlsx
from danban.overviews.exports.matrix import matrix_csv, matrix_grid, matrix_xlsx

__all__ = ["calendar_ics", "directory_csv", "directory_xlsx", "matrix_csv", "matrix_grid", "matrix_xlsx"]

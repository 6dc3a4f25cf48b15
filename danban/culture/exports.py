"""The records a number was counted from, as a table for a spreadsheet."""

from collections.abc import Iterable, Iterator
from typing import Any

from danban.culture.models import CleanUp
from danban.kit.tables import write_csv, write_xlsx
from danban.kit.vietnamese import weekday

HEADINGS = ("Mã đơn vị", "Đơn vị", "Thuộc", "Ngày", "Thứ", "Buổi", "Số người", "Số nơi", "Việc đã làm")


def _rows(clean_ups: Iterable[CleanUp]) -> Iterator[list[Any]]:
    for one in clean_ups:
        place = one.placement
        yield [
            place.code, place.name, place.parent.name if place.parent else "", one.held_on, weekday(one.held_on),
            one.get_slot_display(), one.people, one.places, one.text,
        ]  # fmt: skip


def clean_ups_xlsx(clean_ups: Iterable[CleanUp]) -> bytes:
    """An XLSX workbook of the records."""
    return write_xlsx(HEADINGS, _rows(clean_ups), sheet="Tổng vệ sinh")


def clean_ups_csv(clean_ups: Iterable[CleanUp]) -> bytes:
    """The records as CSV in UTF-8."""
    return write_csv(HEADINGS, _rows(clean_ups))

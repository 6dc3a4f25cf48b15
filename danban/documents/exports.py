"""The register of official numbers taken out as a table."""

from typing import Literal

from danban.documents.queries.register import RegisterFilter, list_numbers
from danban.kit.actor import Actor
from danban.kit.tables import write_csv, write_xlsx

Format = Literal["xlsx", "csv"]
MEDIA_TYPES: dict[Format, str] = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}
HEADINGS = ("Số thứ tự", "Số, ký hiệu", "Ngày ban hành", "Trích yếu", "Loại văn bản", "Cơ quan cấp số")


def export_register(actor: Actor, wanted: RegisterFilter, *, kind: Format = "xlsx") -> bytes:
    """Every number of the actor's area that fits, the latest first; what lies outside the area is not there."""
    rows = (
        (row.number, row.symbol, row.issued_on, row.subject, row.series_name, row.body_name)
        for row in list_numbers(actor, wanted)
    )
    return write_csv(HEADINGS, rows) if kind == "csv" else write_xlsx(HEADINGS, rows, sheet="Sổ số văn bản")

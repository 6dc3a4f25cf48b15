"""The registers of what went out and what came in, and who was sent a paper, taken out as tables."""

from collections.abc import Iterable
from typing import Literal

from danban.documents.models import IncomingEntry
from danban.documents.queries.register import RegisterFilter, list_numbers
from danban.documents.queries.sending import DeliveryRow
from danban.kit.actor import Actor
from danban.kit.clock import HANOI
from danban.kit.tables import write_csv, write_xlsx

Format = Literal["xlsx", "csv"]
MEDIA_TYPES: dict[Format, str] = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}
HEADINGS = ("Số thứ tự", "Số, ký hiệu", "Ngày ban hành", "Trích yếu", "Loại văn bản", "Cơ quan cấp số", "Người ký",
            "Số nơi nhận", "Bản ký")  # fmt: skip
INCOMING_HEADINGS = (
    "Ngày đến", "Số đến", "Cơ quan ban hành", "Số, ký hiệu", "Ngày văn bản", "Trích yếu", "Giao cho", "Sổ của",
)  # fmt: skip
DELIVERY_HEADINGS = ("Nơi nhận", "Gửi lúc", "Mở lúc", "Người mở", "Thư điện tử")


def export_register(actor: Actor, wanted: RegisterFilter, *, kind: Format = "xlsx") -> bytes:
    """Every number of the actor's area that fits, the latest first; what lies outside the area is not there."""
    rows = (
        (
            row.number,
            row.symbol,
            row.issued_on,
            row.subject,
            row.series_name,
            row.body_name,
            ", ".join(row.signers),
            row.recipients,
            "Có" if row.is_signed else "Chưa có",
        )
        for row in list_numbers(actor, wanted)
    )
    return write_csv(HEADINGS, rows) if kind == "csv" else write_xlsx(HEADINGS, rows, sheet="Sổ số văn bản")


def export_incoming(entries: Iterable[IncomingEntry], *, kind: Format = "xlsx") -> bytes:
    """Lines of the register of what came in, in the order given."""
    rows = (
        (one.received_on, one.number, one.issuer, one.symbol, one.issued_on, one.subject, one.handed_to,
         one.counter.body.name)
        for one in entries
    )  # fmt: skip
    if kind == "csv":
        return write_csv(INCOMING_HEADINGS, rows)
    return write_xlsx(INCOMING_HEADINGS, rows, sheet="Sổ văn bản đến")


def export_deliveries(rows: Iterable[DeliveryRow]) -> bytes:
    """Who was sent a paper and when it was opened, Hanoi time."""
    cells = (
        (row.name, f"{row.sent_at.astimezone(HANOI):%H:%M %d/%m/%Y}",
         f"{row.read_at.astimezone(HANOI):%H:%M %d/%m/%Y}" if row.read_at else "", row.reader, row.way)
        for row in rows
    )  # fmt: skip
    return write_xlsx(DELIVERY_HEADINGS, cells, sheet="Nơi nhận")

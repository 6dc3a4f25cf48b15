"""What the templates of papers on their way are handed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import content_disposition_header

from danban.documents.queries import DeliveriesPage, InboxFilter, PapersIn, RegisterRow, SendPage
from danban.documents.states import DOCUMENT, DocumentStatus
from danban.documents.texts import issuers, title_of
from danban.kit.actor import Actor
from danban.kit.vietnamese import number
from danban.web.desk.documents.sheets import doors
from danban.web.ui.navigation import address_of
from danban.web.ui.pieces import Link, Pill, PillKind, Tab

if TYPE_CHECKING:
    from danban.documents.models import Delivery, Document, IncomingEntry
    from danban.documents.queries.sending import Opened

Context = dict[str, Any]
OPENED: dict[str, Opened] = {"chua-mo": "unread", "da-mo": "read", "hop-thu": "mail"}


def page_asked(request: HttpRequest) -> int:
    """The number of the page in the address, 1 for anything odd."""
    typed = request.GET.get("trang", "")
    return int(typed) if typed.isdecimal() and len(typed) < 9 else 1


def page_of(document: Document) -> str:
    """Where a paper is seen at the desk, "" until it can be."""
    return address_of("desk:documents:show", document.pk)


def standing(document: Document) -> list[Pill]:
    """Nothing for a paper in force; what has become of any other."""
    if document.status == DocumentStatus.ISSUED:
        return []
    kind: PillKind = "late" if document.status == DocumentStatus.REVOKED else "quiet"
    return [Pill(kind, DOCUMENT.label(document.status))]


def inbox(found: PapersIn, wanted: InboxFilter, actor: Actor) -> Context:
    """One page of what was sent to us."""
    here = reverse("desk:documents:inbox")
    kept = {"q": wanted.text} if wanted.text else {}
    return {
        "found": found,
        "wanted": wanted,
        "rows": [(one, issuers(one.document), page_of(one.document), _pills(one)) for one in found.page],
        "tabs": [
            Tab("Tất cả", f"{here}?{urlencode(kept)}" if kept else here, not wanted.is_unread, found.total),
            Tab("Chưa mở", f"{here}?{urlencode({'chua': '1', **kept})}", wanted.is_unread, found.unread),
        ],
        "doors": doors(actor, "desk:documents:inbox"),
        "may_enter": actor.may("document:receive"),
        "sentence": "",
    }


def _pills(delivery: Delivery) -> list[Pill]:
    read = Pill("done", "Đã nhận") if delivery.read_at else Pill("soon", "Chưa mở")
    return [read, *standing(delivery.document)]


def send(found: SendPage) -> Context:
    """The page to choose recipients."""
    document = found.document
    return {
        "found": found,
        "document": document,
        "crumbs": _crumbs(document, "Gửi văn bản"),
        "title": title_of(document),
    }


def deliveries(found: DeliveriesPage, opened: Opened) -> Context:
    """Counts first, then the places."""
    here, counts = reverse("desk:documents:deliveries", args=[found.document.pk]), found.counts
    figures = {
        "": counts.units + counts.mailboxes,
        "unread": counts.unread,
        "read": counts.read,
        "mail": counts.mailboxes,
    }
    labels: dict[Opened, str] = {"": "Tất cả", "unread": "Chưa mở", "read": "Đã mở", "mail": "Hộp thư"}
    words = {code: key for key, code in OPENED.items()}
    return {
        "found": found,
        "document": found.document,
        "title": title_of(found.document),
        "states": standing(found.document),
        "tabs": [
            Tab(label, f"{here}?xem={words[code]}" if code else here, code == opened, figures[code])
            for code, label in labels.items()
            if figures[code] or not code
        ],
        "share": counts.read / counts.units if counts.units else 0.0,
        "figure": f"{number(counts.read)}/{number(counts.units)}",
        "crumbs": _crumbs(found.document, "Nơi nhận"),
        "remind": f"Nhắc {number(counts.unread)} đơn vị chưa mở",
    }


def _crumbs(document: Document, last: str) -> list[Link]:
    symbol = document.entry.symbol if document.entry else document.subject
    return [Link("Văn bản đi", reverse("desk:documents:index")), Link(symbol, page_of(document)), Link(last)]


def page_of_entry(entry: IncomingEntry) -> str:
    """Where a paper that was sent here is seen, "" for one brought by hand."""
    return address_of("desk:documents:show", entry.delivery.document_id) if entry.delivery else ""


def kept(request: HttpRequest) -> str:
    """The query of a list without its page, for links to the same in another shape."""
    query = request.GET.copy()
    query.pop("trang", None)
    return query.urlencode()


def as_attachment(content: bytes, name: str, media_type: str) -> HttpResponse:
    """A kept file to be saved, never shown inside our pages."""
    answer = HttpResponse(content, content_type=media_type)
    answer["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or "attachment"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def register_row(row: RegisterRow, actor: Actor) -> tuple[RegisterRow, str, str, list[Pill]]:
    """A number with the pages of its paper and, of our own, its recipients ("" for none), and its states."""
    if row.document_id is None:
        return row, "", "", []
    unsigned = [] if row.is_signed else [Pill("soon", "Chưa có bản ký")]
    stands = [Pill("quiet", DOCUMENT.label(row.status))] if row.status != DocumentStatus.ISSUED else []
    is_ours = row.unit_id == actor.unit_id
    recipients = reverse("desk:documents:deliveries", args=[row.document_id]) if is_ours else ""
    return row, address_of("desk:documents:show", row.document_id), recipients, [*stands, *unsigned]

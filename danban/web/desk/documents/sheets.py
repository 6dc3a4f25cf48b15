"""What the templates of papers and their signers are handed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.urls import reverse

from danban.documents.rules import DRAFT_KINDS, draft_kind, lines_of
from danban.documents.states import DOCUMENT, DocumentStatus
from danban.documents.texts import issuers, title_of
from danban.kit.vietnamese import day
from danban.papers.layout import lay_out
from danban.web.ui.navigation import address_of
from danban.web.ui.paper import draw
from danban.web.ui.pieces import Link, Pill, PillKind, Point, Tab

if TYPE_CHECKING:
    from danban.documents.models import Document
    from danban.documents.queries import DocumentFilter, DocumentPage, DocumentsPage, SignersPage
    from danban.kit.actor import Actor

Context = dict[str, Any]
OTHER_KINDS = {
    "plan": "Kế hoạch", "agenda": "Chương trình", "action_programme": "Chương trình hành động", "minutes": "Biên bản",
    "resolution": "Nghị quyết", "decision": "Quyết định", "settlement": "Bảng quyết toán", "list": "Danh sách",
}  # fmt: skip
NAMES = OTHER_KINDS | {kind.code: kind.name for kind in DRAFT_KINDS}
_PILLS: dict[str, PillKind] = {
    DocumentStatus.DRAFTING: "info", DocumentStatus.CHECKING: "soon", DocumentStatus.ISSUED: "done",
    DocumentStatus.REPLACED: "quiet", DocumentStatus.REVOKED: "late", DocumentStatus.DROPPED: "quiet",
}  # fmt: skip


def kind_name(code: str) -> str:
    """What people call a kind of paper."""
    return NAMES.get(code, "Văn bản")


def states(document: Document) -> list[Pill]:
    """The state, and that the signed copy lacks."""
    found = [Pill(_PILLS[document.status], DOCUMENT.label(document.status))]
    if document.issued_at is not None and document.signed_file_id is None:
        found.append(Pill("soon", "Chưa có bản ký"))
    return found


def doors(actor: Actor, current: str) -> list[Tab]:
    """The pages of papers, one beside the other; those the office may open."""
    wanted = (
        ("Văn bản đi", "desk:documents:index", True),
        ("Văn bản đến", "desk:documents:inbox", True),
        ("Sổ số", "desk:documents:register", actor.may("plan:see")),
        ("Mẫu văn bản", "desk:documents:gallery", True),
        ("Kiểm tra thể thức", "desk:documents:check_paper", True),
    )
    found = [(label, address_of(name), name == current) for label, name, may in wanted if may]
    return [Tab(label, href, is_current) for label, href, is_current in found if href]


def index(found: DocumentsPage, wanted: DocumentFilter, actor: Actor) -> Context:
    """One page of papers with what it is narrowed to."""
    here = reverse("desk:documents:index")
    sides = [Tab("Của đơn vị", here, not wanted.is_below)]
    sides += [Tab("Cấp dưới", f"{here}?xem=cap-duoi", wanted.is_below)] if found.has_below else []
    asked = {
        "xem": "cap-duoi" if wanted.is_below else "", "tinh_trang": wanted.state, "loai": wanted.kind,
        "nam": str(wanted.year or ""), "q": wanted.text,
    }  # fmt: skip
    return {
        "found": found,
        "wanted": wanted,
        "rows": [(one, kind_name(one.kind), issuers(one), states(one)) for one in found.page],
        "doors": doors(actor, "desk:documents:index"),
        "sides": sides,
        "kinds": sorted(((code, kind_name(code)) for code in found.kinds), key=lambda one: one[1]),
        "statuses": [(state.value, state.label) for state in DocumentStatus],
        "is_narrowed": bool(wanted.state or wanted.kind or wanted.year or wanted.text),
        "kept": urlencode({name: value for name, value in asked.items() if value}),
        "clear_href": f"{here}?xem=cap-duoi" if wanted.is_below else here,
    }


def show(found: DocumentPage) -> Context:
    """A paper as it looks, with its facts and its way."""
    document = found.document
    return {
        "found": found,
        "document": document,
        "title": title_of(document),
        "kind": kind_name(document.kind),
        "issuers": issuers(document),
        "states": states(document),
        "sheet": draw(lay_out(found.paper)),
        "course": _way(found),
        "crumbs": [
            Link("Văn bản đi", reverse("desk:documents:index")),
            Link(document.entry.symbol if document.entry else kind_name(document.kind)),
        ],
        "is_draft": document.issued_at is None,
        "plan_href": address_of("desk:plans:own") if document.origin == "plans" else "",
        "next_words": _next_words(found),
    }


def _next_words(found: DocumentPage) -> str:
    """What the paper waits for, in a sentence; "" where it waits for nothing."""
    document = found.document
    if document.status == DocumentStatus.DRAFTING:
        return "Bản thảo. Người soạn trình để kiểm tra và ký."
    if document.status != DocumentStatus.CHECKING:
        return ""
    if found.needs_checks and (document.content_checked_at is None or document.form_checked_at is None):
        return "Chờ hai người khác nhau kiểm tra nội dung và thể thức, rồi mới ký."
    unsigned = [one.signature.name for one in found.signatures if one.signature.signed_at is None]
    return f"Chờ chữ ký của {', '.join(unsigned)}." if unsigned else "Đã đủ chữ ký. Ban hành để lấy số."


def _way(found: DocumentPage) -> list[Point]:
    """What happened, in order."""
    one = found.document
    points = [Point("Soạn", day(one.drafted_at.date()), one.drafted_by.title if one.drafted_by else "")]
    if one.return_reason:
        points.append(Point("Đã trả lại để sửa", text=one.return_reason, state="late"))
    for at, by, title in (
        (one.content_checked_at, one.content_checked_by, "Kiểm tra nội dung"),
        (one.form_checked_at, one.form_checked_by, "Kiểm tra thể thức"),
    ):
        if at or (found.needs_checks and one.status == DocumentStatus.CHECKING):
            points.append(_point(title, at, by.title if by else ""))
    for line in found.signatures:
        signature = line.signature
        recorder = signature.appointment.title if signature.appointment else ""
        points.append(_point(f"{signature.name} ký", signature.signed_at, recorder))
    if one.issued_on:
        points.append(Point("Ban hành", day(one.issued_on), text=f"Số {one.entry.symbol}" if one.entry else ""))
    if found.replaced_by and found.replaced_by.issued_on:
        href = reverse("desk:documents:show", args=[found.replaced_by.pk])
        points.append(Point("Được thay thế", day(found.replaced_by.issued_on), href=href))
    if one.revoked_at:
        points.append(Point("Thu hồi", day(one.revoked_at.date()), text=one.revoke_reason, state="late"))
    return points


def _point(title: str, at: Any, by: str) -> Point:
    return Point(title, day(at.date()), by) if at else Point(title, state="later")


def signers(found: SignersPage, today: Any) -> Context:
    """Who signs, with the lines as printed; those whose term is over last."""
    rows = [
        (one, lines_of(one, one.body.kind.code), one.ends_on is not None and one.ends_on < today)
        for one in found.signers
    ]
    crumbs = [Link("Văn bản đi", reverse("desk:documents:index")), Link("Người ký")]
    return {"found": found, "rows": rows, "crumbs": crumbs}


def draft(code: str) -> Context:
    """The form of a kind."""
    return {"kind": draft_kind(code), "crumbs": [Link("Văn bản đi", reverse("desk:documents:index")), Link("Soạn")]}


def first_words(document: Document, code: str) -> Context:
    """What the form begins with where a paper is written about an issued one: sent on by a dispatch, or told of."""
    if document.issued_on is None:
        return {}
    symbol = f" số {document.entry.symbol}" if document.entry else ""
    paper = f"{kind_name(document.kind)}{symbol} ngày {day(document.issued_on)}"
    if code == "dispatch":
        return {
            "subject": f"gửi {paper[:1].lower()}{paper[1:]}",
            "addressed_to": "Các đơn vị trên địa bàn",
            "text": f"{issuers(document)} gửi kèm {paper}: {document.subject}.\nĐề nghị các đơn vị đọc, xác nhận đã"
            " nhận trên hệ thống và thực hiện đúng thời gian ghi trong văn bản.",
        }
    return {
        "subject": f"việc ban hành {paper[:1].lower()}{paper[1:]}",
        "text": f"I. Nội dung báo cáo\n1. {issuers(document)} đã ban hành {paper}: {document.subject}."
        "\nII. Đề xuất\n1. Đề nghị Thường trực cấp ủy cho ý kiến chỉ đạo và phân công lãnh đạo dự hội nghị.",
    }

"""The words of this room: its sentences in the diary, what recipients of papers are told."""

from datetime import date
from typing import TYPE_CHECKING

from danban.documents.states import DocumentStatus
from danban.kit.vietnamese import day

if TYPE_CHECKING:
    from danban.documents.models import Document

EVENTS: dict[str, str] = {
    "number.taken": "Lấy một số văn bản vào sổ.",
    "numbers.loaded": "Nạp sổ số văn bản hàng loạt.",
    "document.drafted": "Soạn một văn bản.",
    "document.edited": "Sửa một bản thảo văn bản.",
    "document.dropped": "Bỏ một bản thảo văn bản.",
    "document.submitted": "Trình một văn bản để kiểm tra và ký.",
    "document.content_checked": "Kiểm tra nội dung một văn bản.",
    "document.form_checked": "Kiểm tra thể thức một văn bản.",
    "document.returned": "Trả lại một văn bản cho người soạn.",
    "document.signed": "Ghi nhận một chữ ký trên văn bản.",
    "document.revoked": "Thu hồi một văn bản.",
    "document.signed_attached": "Đính kèm bản có chữ ký, con dấu.",
    "document.issued": "Ban hành một văn bản.",
    "document.replaced": "Một văn bản được văn bản khác thay thế.",
    "document.rendered": "Tạo tệp PDF của một văn bản đã ban hành.",
    "document.sent": "Gửi một văn bản tới nơi nhận.",
    "document.read": "Xác nhận đã nhận một văn bản được gửi tới.",
    "document.reminded": "Nhắc các đơn vị chưa mở một văn bản.",
    "incoming.entered": "Ghi một văn bản vào sổ văn bản đến.",
    "deliveries.loaded": "Nạp nơi nhận văn bản hàng loạt.",
    "documents.loaded": "Nạp văn bản đã ban hành hàng loạt.",
    "signer.named": "Cử một người ký văn bản.",
    "signers.loaded": "Nạp người ký của các cơ quan hàng loạt.",
    "signer.ended": "Kết thúc thời gian ký của một người ký.",
}


def sent_fact(document: "Document") -> str:
    """The fact that a paper was sent, told once to whoever gets it."""
    return f"document:{document.pk}:sent"


def reminded_fact(document: "Document", on: date) -> str:
    """The fact that a paper waits to be opened, told once a day."""
    return f"document:{document.pk}:unread:{on.isoformat()}"


def public_path(document: "Document") -> str:
    """Where anybody may check a paper (``web.portal.documents``)."""
    return f"/kiem-tra/{document.public_code}/"


def title_of(document: "Document") -> str:
    """The number and the subject: "03/KHLT-UBND-UBMTTQ: Tổ chức hội nghị…"; the subject where there is no number."""
    return f"{document.entry.symbol}: {document.subject}" if document.entry else document.subject


def named(document: "Document") -> str:
    """A paper in the middle of a sentence: "Văn bản số 03/KHLT-UBND-UBMTTQ ngày 28/12/2022 của …"."""
    symbol = f" số {document.entry.symbol}" if document.entry else ""
    on = f" ngày {day(document.issued_on)}" if document.issued_on else ""
    return f"Văn bản{symbol}{on} của {issuers(document)}"


def issuers(document: "Document") -> str:
    """The bodies that issue a paper."""
    second = document.second_body
    return f"{document.body.name} và {second.name}" if second else document.body.name


def sent_body(document: "Document", note: str) -> str:
    """What a unit is told when a paper comes in."""
    return _with_note(f"{issuers(document)} gửi đơn vị văn bản: {document.subject}.", note)


def mailed_body(document: "Document", note: str) -> str:
    """What a mailbox is told; the paper is attached."""
    return _with_note(f"{named(document)} về việc: {document.subject}.\n\nVăn bản gửi kèm thư này.", note)


def reminded_subject(document: "Document") -> str:
    """The subject of a reminder."""
    return f"Chưa mở: {title_of(document)}"


def reminded_body(document: "Document") -> str:
    """What a unit is told that has not opened a paper."""
    return f"{issuers(document)} đã gửi văn bản này và đề nghị đơn vị mở, xác nhận đã nhận."


def standing_subject(document: "Document") -> str:
    """ "Đã thu hồi: 03/KHLT-UBND-UBMTTQ: …"."""
    return f"{DocumentStatus(document.status).label}: {title_of(document)}"


def revoked_body(document: "Document") -> str:
    """What recipients are told of a revoked paper."""
    return f"{named(document)} đã bị thu hồi. Lý do: {document.revoke_reason.rstrip('.')}."


def replaced_body(document: "Document", by: "Document") -> str:
    """What recipients are told of a replaced paper."""
    later = named(by)
    return f"{named(document)} đã được thay thế bằng {later[0].lower()}{later[1:]}."


def _with_note(words: str, note: str) -> str:
    return f"{words}\n\nLời nhắn: {note}" if note else words

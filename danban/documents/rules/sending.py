"""Who may send a paper on its way, say that it has arrived, and remind those who have not opened it."""

from datetime import datetime

from danban.accounts.roles import ROLES
from danban.documents.models import Delivery, Document
from danban.documents.states import DOCUMENT, DocumentStatus
from danban.kit.actor import Actor
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours

RECEIVING = frozenset(
    role.code for role in ROLES.values() if "document:receive" in role.permissions or role.level == "village"
)
"""Roles that take in what a unit is sent: those who keep its papers; in a village whoever heads it."""
MOST_MAILBOXES = 20
NOTE_LENGTH = 500


def check_can_send(actor: Actor, document: Document | None, *, at: datetime) -> None:
    """Offices of the unit that issued a paper send it, as long as it stands."""
    if document is None:
        raise NotFound
    if not actor.is_machine:
        actor.check_may("document:write", "Văn bản do người làm công tác văn bản của cơ quan ban hành gửi đi.")
        if not issued_by(actor, document):
            raise NotYours("Văn bản do cơ quan, đơn vị đã ban hành gửi đi.")
    if document.status != DocumentStatus.ISSUED:
        raise NotNow(f"Văn bản {DOCUMENT.label(document.status).lower()} nên không gửi đi được.")


def check_can_remind(actor: Actor, document: Document | None, *, unread: int, is_reminded: bool, at: datetime) -> None:
    """Whoever sent it reminds, once a day, while somebody has not opened it."""
    check_can_send(actor, document, at=at)
    if not unread:
        raise NotNow("Mọi đơn vị được gửi đều đã mở văn bản này.")
    if is_reminded:
        raise NotNow("Hôm nay đã nhắc rồi. Mỗi văn bản chỉ nhắc một lần trong ngày.")


def check_can_read(actor: Actor, delivery: Delivery | None, *, at: datetime) -> None:
    """A unit's receiving offices say that a paper sent to it has arrived; others know nothing of it."""
    if delivery is None or delivery.unit_id is None or delivery.unit_id != actor.unit_id:
        raise NotFound("Văn bản này không được gửi tới đơn vị của bạn.")
    if actor.role not in RECEIVING:
        raise NotYours("Văn bản gửi tới đơn vị do người nhận văn bản của đơn vị xác nhận.")


def check_recipients(own_units: set[int], wanted: set[int], known: set[int], mailboxes: int, note: str) -> None:
    """Somebody is named, nobody twice or unknown, the issuing units not themselves; raises ``BadInput``."""
    if not wanted and not mailboxes:
        raise BadInput("Hãy chọn ít nhất một nơi nhận.")
    if wanted - known:
        _refuse("units", "Có đơn vị được chọn không còn trong danh sách. Hãy chọn lại nơi nhận.")
    if wanted & own_units:
        _refuse("units", "Đơn vị ban hành đã có văn bản này nên không gửi cho chính mình.")
    if mailboxes > MOST_MAILBOXES:
        _refuse("addresses", f"Mỗi lần gửi được nhiều nhất {MOST_MAILBOXES} hộp thư.")
    if len(note) > NOTE_LENGTH:
        _refuse("note", f"Lời nhắn dài nhất {NOTE_LENGTH} ký tự.")


def issued_by(actor: Actor, document: Document) -> bool:
    """Whether a paper is the actor's unit's own, alone or together with another."""
    return actor.unit_id is not None and actor.unit_id in units_of(document)


def units_of(document: Document) -> set[int]:
    """The units whose bodies issue a paper."""
    second = document.second_body
    return {document.body.unit_id} | ({second.unit_id} if second else set())


def _refuse(name: str, sentence: str) -> None:
    raise BadInput(sentence, {name: sentence})

"""Who may check, return, sign, issue, revoke a paper drafted here: never the person who drafted it, each step its own.

The state's papers are checked for content and for form by two people more, and neither of them signs (Decree
30/2020/NĐ-CP, article 12). The Front's, joint and Party papers need no such checks: a Front of two people works.
"""

from collections.abc import Sequence
from datetime import date, datetime

from danban.accounts.models import Appointment
from danban.documents.models import Document, Signature
from danban.documents.rules.content import JPEG, PDF, PNG, kind_of
from danban.documents.rules.drafting import check_can_see, check_is_own
from danban.documents.rules.profiles import is_front
from danban.documents.states import DOCUMENT, DocumentStatus
from danban.kit import clock
from danban.kit.actor import Actor
from danban.kit.refusals import BadInput, NotNow, NotYours
from danban.kit.vietnamese import day, squeeze
from danban.papers.paper import Profile
from danban.units.models import Body

LONGEST_REASON = 2_000
_DRAFTER = "Bạn đã soạn văn bản này nên không kiểm tra và không ký. Hãy để người khác trong cơ quan làm bước này."


def needs_checks(document: Document) -> bool:
    """Whether content and form are checked by two more people."""
    return document.profile == Profile.STATE.value


def check_can_check_content(actor: Actor, document: Document, *, at: datetime) -> None:
    """Somebody who neither drafted it nor checked its form."""
    _check_can_check(actor, document, "check_content", at=at)
    if document.content_checked_at is not None:
        raise NotNow("Nội dung văn bản này đã được kiểm tra.")
    _check_is_other(actor, document.form_checked_by, "kiểm tra thể thức")


def check_can_check_form(actor: Actor, document: Document, *, at: datetime) -> None:
    """Somebody who neither drafted it nor checked its content."""
    _check_can_check(actor, document, "check_form", at=at)
    if document.form_checked_at is not None:
        raise NotNow("Thể thức văn bản này đã được kiểm tra.")
    _check_is_other(actor, document.content_checked_by, "kiểm tra nội dung")


def check_can_return(actor: Actor, document: Document, *, reason: str, at: datetime) -> None:
    """Any office of the unit that drafts, checks or signs sends it back, with a reason; the drafter takes it back."""
    check_is_own(actor, document, "document:write", at=at)
    DOCUMENT.target("return", document.status)
    check_reason(reason)


def check_can_sign(actor: Actor, document: Document, signature: Signature, *, at: datetime) -> None:
    """An office of the body that signs records it: not whoever drafted or checked it."""
    check_is_own(actor, document, "document:sign", at=at)
    DOCUMENT.target("sign", document.status)
    _check_is_not_drafter(actor, document)
    _check_is_checked(document)
    _check_is_other(actor, document.content_checked_by, "kiểm tra nội dung")
    _check_is_other(actor, document.form_checked_by, "kiểm tra thể thức")
    if signature.signed_at is not None:
        raise NotNow(f"{signature.name} đã ký văn bản này.")
    _check_is_of_side(actor, signature)


def check_can_issue(actor: Actor, document: Document, signatures: Sequence[Signature], *, at: datetime) -> None:
    """Once everybody signed, an office of the unit takes the number."""
    check_is_own(actor, document, "document:write", at=at)
    if document.status == DocumentStatus.ISSUED and document.entry is not None:
        raise NotNow(f"Văn bản này đã ban hành, số {document.entry.symbol}.")
    DOCUMENT.target("issue", document.status)
    _check_is_checked(document)
    missing = [signature.name for signature in signatures if signature.signed_at is None]
    if missing or not signatures:
        raise NotNow(f"Còn chờ chữ ký của {', '.join(missing)}. Số chỉ cấp sau khi ký.")


def check_issue_day(document: Document, on: date, *, at: datetime) -> None:
    """The day on the paper is today or earlier, not before it was drafted; raises ``BadInput``."""
    drafted_on = clock.day_of(document.drafted_at)
    if on < drafted_on:
        sentence = f"Văn bản soạn ngày {day(drafted_on)}, ngày ban hành không đứng trước ngày ấy."
        raise BadInput(sentence, {"issued_on": sentence})


def check_can_revoke(actor: Actor, document: Document, *, reason: str, at: datetime) -> None:
    """An office that signs takes an issued paper back, with a reason; its number stays used."""
    check_is_own(actor, document, "document:sign", at=at)
    DOCUMENT.target("revoke", document.status)
    check_reason(reason)


def check_can_draft_replacement(actor: Actor, document: Document, *, at: datetime) -> None:
    """An issued paper is replaced by one draft at a time."""
    check_is_own(actor, document, "document:write", at=at)
    DOCUMENT.target("replace", document.status)
    if Document.objects.filter(replaces=document).exclude(status=DocumentStatus.DROPPED).exists():
        raise NotNow("Đã có bản thảo thay thế văn bản này. Hãy mở bản thảo ấy soạn tiếp.")


def check_can_attach_signed(actor: Actor, document: Document, *, at: datetime) -> None:
    """The issuing unit keeps the signed and sealed copy, of papers of every room."""
    check_can_see(actor, document, at=at)
    units = {document.body.unit_id, document.second_body.unit_id if document.second_body else None}
    if not actor.is_machine and (actor.unit_id not in units or not actor.may("document:write")):
        raise NotYours(f"Bản có chữ ký, con dấu do {document.body.name} đính kèm.")
    if document.issued_at is None:
        raise NotNow("Bản có chữ ký, con dấu được đính kèm sau khi ban hành.")


def check_is_scan(content: bytes) -> None:
    """A PDF (scanned, or signed digitally) or a photograph; raises ``BadInput``."""
    if kind_of(content) not in {PDF, JPEG, PNG}:
        sentence = "Bản có chữ ký, con dấu là tệp PDF hoặc ảnh .jpg, .png."
        raise BadInput(sentence, {"file": sentence})


def check_reason(reason: str) -> None:
    """Going back needs a reason people can read."""
    if not squeeze(reason):
        raise BadInput("Hãy ghi lý do.", {"reason": "Không được để trống."})
    if len(reason) > LONGEST_REASON:
        raise BadInput(f"Hãy rút lý do xuống {LONGEST_REASON} ký tự.", {"reason": f"Tối đa {LONGEST_REASON} ký tự."})


def _check_can_check(actor: Actor, document: Document, verb: str, *, at: datetime) -> None:
    check_is_own(actor, document, "document:check", at=at)
    DOCUMENT.target(verb, document.status)
    if not needs_checks(document):
        raise NotNow("Văn bản này không phải qua bước kiểm tra, trình xong là ký được.")
    _check_is_not_drafter(actor, document)


def _check_is_checked(document: Document) -> None:
    if needs_checks(document) and (document.content_checked_at is None or document.form_checked_at is None):
        raise NotNow("Văn bản của cơ quan nhà nước được kiểm tra nội dung và thể thức trước khi ký.")


def _check_is_not_drafter(actor: Actor, document: Document) -> None:
    if document.drafted_by is not None and document.drafted_by.account_id == actor.user_id:
        raise NotYours(_DRAFTER)


def _check_is_other(actor: Actor, office: Appointment | None, step: str) -> None:
    if office is not None and office.account_id == actor.user_id:
        raise NotYours(f"Bạn đã {step} văn bản này. Bước này do người khác làm.")


def _check_is_of_side(actor: Actor, signature: Signature) -> None:
    """The Front's office records the Front's signature, the committee's office the committee's."""
    own = Body.objects.filter(pk=actor.body_id or 0).select_related("kind").first()
    if own is not None and is_front(own) != is_front(signature.body):
        raise NotYours(f"Chữ ký của {signature.name} do văn phòng {signature.body.name} ghi nhận.")

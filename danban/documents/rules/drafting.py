"""Who may draft a paper of the own unit, change it, drop it, hand it on to be checked and signed."""

from collections.abc import Sequence
from datetime import datetime

from danban.documents.models import Document, Signer
from danban.documents.rules.profiles import VILLAGE_KINDS, profile_of
from danban.documents.rules.sheet import Sheet, check_is_whole, check_sheet
from danban.documents.states import DOCUMENT, DocumentStatus
from danban.kit import clock
from danban.kit.actor import Actor
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from danban.kit.terms import is_in_term
from danban.papers.paper import Profile
from danban.units.models import Body

PAGES = {"plans": "Kế hoạch", "resolutions": "Biên bản, Nghị quyết của hội nghị"}
"""What the pages of rooms that compose papers are called."""
_NOT_DRAFTING = "Soạn văn bản là việc của văn phòng UBND, Ủy ban MTTQ từ cấp xã trở lên. Vị trí của bạn xem được."


def check_can_see(actor: Actor, document: Document, *, at: datetime) -> None:
    """Raises ``NotFound`` for a paper outside what the actor sees."""
    if not actor.is_machine and not Document.objects.visible_to(actor).filter(pk=document.pk).exists():
        raise NotFound("Không tìm thấy văn bản này trong phạm vi của bạn.")


def check_is_drafted_here(document: Document) -> None:
    """Papers other rooms compose are changed where they are made; raises ``NotNow`` naming the page."""
    if document.origin:
        page = PAGES.get(document.origin, "nghiệp vụ")
        raise NotNow(f"Văn bản này do trang {page} lập. Hãy thay đổi ở trang ấy, văn bản sẽ theo.")


def check_can_draft(
    actor: Actor, sheet: Sheet, bodies: Sequence[Body], signers: Sequence[Signer], *, at: datetime
) -> None:
    """An office drafts for bodies of its own unit; ``bodies`` and ``signers`` are those of the sheet that were found.

    Raises ``NotYours`` or ``BadInput`` naming the bad fields.
    """
    check_may_draft(actor)
    if len(bodies) != len(sheet.body_ids) or any(body.unit_id != actor.unit_id for body in bodies):
        raise NotYours("Văn bản do cơ quan của chính đơn vị bạn ban hành. Hãy chọn cơ quan trong danh sách.")
    check_sheet(sheet)
    _check_bodies(sheet, bodies, at=at)
    check_signers(sheet, bodies, signers, at=at)


def check_may_draft(actor: Actor) -> None:
    """Whether the office drafts papers at all; raises ``NotYours``."""
    actor.check_may("document:write", _NOT_DRAFTING)


def check_can_edit(actor: Actor, document: Document, *, at: datetime) -> None:
    """Whoever drafted it changes it while it is a draft."""
    _check_is_drafters(actor, document, at=at)
    if document.status != DocumentStatus.DRAFTING:
        raise NotNow("Văn bản đã trình nên không sửa được. Nếu cần sửa, hãy trả lại để soạn tiếp.")


def check_can_drop(actor: Actor, document: Document, *, at: datetime) -> None:
    """Any office of the unit that drafts puts a draft away."""
    check_is_own(actor, document, "document:write", at=at)
    DOCUMENT.target("drop", document.status)


def check_can_submit(actor: Actor, document: Document, *, at: datetime) -> None:
    """Whoever drafted it hands it on; whether it is whole is asked by ``check_is_ready``."""
    _check_is_drafters(actor, document, at=at)
    DOCUMENT.target("submit", document.status)


def check_is_ready(
    document: Document, sheet: Sheet, bodies: Sequence[Body], signers: Sequence[Signer], *, at: datetime
) -> None:
    """Whole, every body with somebody who signs, and none of these the drafter; raises ``BadInput``."""
    check_is_whole(sheet)
    check_signers(sheet, bodies, signers, at=at)
    for body in bodies:
        if body.pk not in {signer.body_id for signer in signers}:
            _refuse(f"Hãy chọn người ký của {body.name}.")
    drafter = document.drafted_by.account_id if document.drafted_by else None
    if drafter is not None and drafter in {signer.account_id for signer in signers}:
        _refuse("Người soạn không đồng thời là người ký. Hãy chọn người ký khác, hoặc để người khác soạn.")


def check_signers(sheet: Sheet, bodies: Sequence[Body], signers: Sequence[Signer], *, at: datetime) -> None:
    """Those chosen sign for the bodies of the sheet and stand today, one for each body at most."""
    today = clock.day_of(at)
    body_ids = [signer.body_id for signer in signers]
    if len(signers) != len(sheet.signer_ids) or not set(body_ids) <= {body.pk for body in bodies}:
        _refuse("Có người ký không thuộc cơ quan ban hành. Hãy chọn lại.")
    if len(set(body_ids)) != len(body_ids):
        _refuse("Mỗi cơ quan chọn một người ký.")
    for signer in signers:
        if not is_in_term(today, signer.starts_on, signer.ends_on):
            _refuse(f"{signer.full_name} hiện không còn ký cho cơ quan. Hãy chọn người khác.")


def check_is_own(actor: Actor, document: Document, permission: str, *, at: datetime) -> None:
    """An office of the issuing unit with a permission, about a paper drafted here."""
    check_can_see(actor, document, at=at)
    if actor.unit_id != document.body.unit_id:
        raise NotYours(f"Văn bản này của {document.body.name}; chỉ đơn vị ấy thực hiện bước này.")
    actor.check_may(permission, "Vị trí của bạn xem được văn bản này, không thực hiện bước này.")
    check_is_drafted_here(document)


def _check_is_drafters(actor: Actor, document: Document, *, at: datetime) -> None:
    check_is_own(actor, document, "document:write", at=at)
    if document.drafted_by is None or document.drafted_by.account_id != actor.user_id:
        raise NotYours("Bản thảo do người đã soạn sửa và trình. Bạn có thể bỏ bản thảo này rồi soạn bản khác.")


def _check_bodies(sheet: Sheet, bodies: Sequence[Body], *, at: datetime) -> None:
    today = clock.day_of(at)
    for body in bodies:
        if not is_in_term(today, body.starts_on, body.ends_on):
            sentence = f"{body.name} hiện không hoạt động."
            raise BadInput(sentence, {"body": sentence})
        if body.kind.code in VILLAGE_KINDS:
            sentence = "Văn bản của thôn, tổ dân phố không lấy số, lập từ trang hội nghị."
            raise BadInput(sentence, {"body": sentence})
    if sheet.profile not in {profile_of(bodies), Profile.PARTY if sheet.kind == "party_report" else None}:
        raise BadInput("Thể thức không hợp với cơ quan ban hành.", {"body": "Hãy chọn lại cơ quan ban hành."})


def _refuse(sentence: str) -> None:
    raise BadInput(sentence, {"signers": sentence})

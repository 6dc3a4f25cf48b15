"""Who may do what with a promise: its unit settles it, residents may doubt, the city keeps the catalogue."""

from datetime import datetime

from danban.commitments.models import Commitment
from danban.commitments.states import COMMITMENT
from danban.conferences.models import Conference
from danban.kit.actor import Actor
from danban.kit.refusals import BadInput, NotFound, NotYours
from danban.kit.vietnamese import squeeze
from danban.units.models import Placement

LONGEST = 2_000
_NOT_SETTLING = "Đánh giá chỉ tiêu là việc của đơn vị đã hứa."


def check_can_see(actor: Actor, commitment: Commitment, *, at: datetime) -> None:
    """Seen in its area; raises ``NotFound``."""
    if not (actor.may("commitment:see") or actor.is_machine):
        raise NotFound
    if not actor.covers(commitment.tree_id, commitment.placement.path):
        raise NotFound("Không tìm thấy chỉ tiêu này trong phạm vi của bạn.")


def check_can_adopt(actor: Actor, conference: Conference, *, at: datetime) -> None:
    """With the issue of a resolution, by whoever may issue it."""
    if not actor.covers(conference.campaign.tree_id, conference.placement.path):
        raise NotFound
    if not actor.is_machine:
        actor.check_may("resolution:issue", _NOT_SETTLING)


def check_can_enter(actor: Actor, place: Placement, *, at: datetime) -> None:
    """A unit for itself; a commune also for its villages."""
    if not actor.covers(place.tree_id, place.path):
        raise NotFound
    actor.check_may("commitment:settle", "Nhập nghị quyết năm trước là việc của đơn vị ấy hoặc của cấp xã.")


def check_can_settle(actor: Actor, commitment: Commitment, *, at: datetime) -> None:
    """The unit that promised, or its commune for it; again where residents doubt or a figure was wrong."""
    check_can_see(actor, commitment, at=at)
    actor.check_may("commitment:settle", _NOT_SETTLING)
    COMMITMENT.target("settle", commitment.status)


def check_can_dispute(actor: Actor, commitment: Commitment, *, reason: str = "lý do", at: datetime) -> None:
    """What residents say against a result, entered by who speaks for them."""
    check_can_see(actor, commitment, at=at)
    actor.check_may("commitment:dispute", "Ghi ý kiến bà con là việc của thôn, tổ dân phố và Mặt trận xã.")
    COMMITMENT.target("dispute", commitment.status)
    check_reason(reason)


def check_can_cancel(actor: Actor, commitment: Commitment, *, reason: str = "lý do", at: datetime) -> None:
    """The unit gives a promise up, with a reason; it stays in the count of those not met."""
    check_can_see(actor, commitment, at=at)
    actor.check_may("commitment:settle", _NOT_SETTLING)
    COMMITMENT.target("cancel", commitment.status)
    check_reason(reason)


def check_can_set_indicator(actor: Actor, *, at: datetime) -> None:
    """The city keeps the catalogue."""
    actor.check_may("commitment:set", "Danh mục chỉ tiêu do Ủy ban MTTQ Thành phố giữ.")


def check_can_load(actor: Actor, *, at: datetime) -> None:
    """A machine."""
    if not actor.is_machine:
        raise NotYours("Việc này do hệ thống làm.")


def check_reason(reason: str) -> None:
    """A reason, not too long; raises ``BadInput``."""
    sentence = ""
    if len(squeeze(reason)) < 5:
        sentence = "Hãy ghi rõ lý do."
    elif len(reason) > LONGEST:
        sentence = f"Hãy rút xuống {LONGEST} ký tự."
    if sentence:
        raise BadInput(sentence, {"reason": sentence})


def check_row(title: str, *, line: int) -> None:
    """A promise has words; raises ``BadInput`` that names the line."""
    if not 3 <= len(squeeze(title)) <= 240:
        sentence = f"Dòng {line}: hãy ghi chỉ tiêu, từ 3 tới 240 ký tự."
        raise BadInput(sentence, {"title": sentence})

"""Who sends whom to a conference below, who is put in charge of an area, who writes down what was inspected."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, datetime

from danban.accounts.models import Appointment
from danban.campaigns.models import Campaign
from danban.campaigns.rules import check_is_running
from danban.conferences.models import Conference
from danban.conferences.rules import check_can_see, check_holds
from danban.conferences.states import ConferenceStatus
from danban.envoys.models import AreaCharge, Envoy
from danban.envoys.states import ENVOY, EnvoyRole
from danban.kit.actor import Actor
from danban.kit.clock import day_of
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours, is_allowed
from danban.kit.vietnamese import fold, squeeze
from danban.units.models import Placement

LONGEST_TEXT = 4_000
_NOT_SENDING = "Cử người dự hội nghị ở cơ sở là việc của Thành phố, cấp huyện và cấp xã với các đơn vị bên dưới mình."
_NOT_CHARGING = "Phân công cán bộ theo dõi địa bàn là việc của cấp trên với các đơn vị bên dưới mình."
_OVER = (ConferenceStatus.HELD, ConferenceStatus.NOT_HELD)
CHECKS = {
    "agenda": "Chương trình đủ nội dung bắt buộc",
    "delegates": "Đại biểu đủ thành phần đã thống nhất",
    "venue": "Nơi họp, loa máy, tài liệu sẵn sàng",
    "last_year": "Có đánh giá nghị quyết năm trước",
    "opinions": "Ý kiến của dân được ghi và trả lời",
    "minutes": "Có biên bản, nghị quyết sau hội nghị",
}
"""What an inspection looks at: code → sentence."""


@dataclass(frozen=True)
class EnvoySheet:
    """Somebody to be sent: by an office of the own unit (``appointment_id``), or by name and title."""

    full_name: str = ""
    title: str = ""
    role: str = EnvoyRole.LEADER
    appointment_id: int | None = None


@dataclass(frozen=True)
class InspectionSheet:
    """What was found: ``checks`` maps codes of ``CHECKS`` to yes, no or nothing."""

    text: str
    noted_on: date
    checks: dict[str, bool | None] = field(default_factory=dict)
    conference_id: int | None = None
    photo_id: int | None = None


def slot_of(conference: Conference) -> tuple[date | None, str]:
    """The day and session somebody sent is needed; none while it waits for its day or is not held."""
    if conference.day is None or conference.status == ConferenceStatus.NOT_HELD:
        return None, ""
    return conference.day, conference.session


def check_can_let_follow(actor: Actor, moved: Collection[Conference]) -> None:
    """Whoever moved conferences stands in their tree; the deed itself was judged by its own rule."""
    if not actor.is_machine and any(actor.path_in(one.campaign.tree_id) is None for one in moved):
        raise NotFound


def check_can_propose_envoy(actor: Actor, conference: Conference, sheet: EnvoySheet, *, at: datetime) -> None:
    """An office above the unit that holds a conference which is not over; somebody with a name."""
    check_can_see(actor, conference)
    actor.check_may("envoy:propose", _NOT_SENDING)
    if not actor.stands_above(conference.campaign.tree_id, conference.placement.path):
        raise NotYours(_NOT_SENDING)
    check_is_running(conference.campaign)
    if conference.status in _OVER:
        raise NotNow("Hội nghị này đã xong nên không cử người dự nữa.")
    if sheet.role not in EnvoyRole.values:
        raise BadInput("Hãy chọn tư cách dự.", {"role": "Hãy chọn trong danh sách."})
    if sheet.appointment_id is None and not squeeze(sheet.full_name):
        raise BadInput("Hãy ghi họ tên, hoặc chọn một người của cơ quan.", {"full_name": "Không được để trống."})


def check_can_approve(actor: Actor, envoy: Envoy, *, at: datetime) -> None:
    """The unit that sends them, to a conference that is not over."""
    _check_sends(actor, envoy, "envoy:approve")
    ENVOY.target("approve", envoy.status)
    if envoy.conference.status in _OVER:
        raise NotNow("Hội nghị này đã xong nên không cử người dự nữa.")


def check_can_decline(actor: Actor, envoy: Envoy, *, reason: str, at: datetime) -> None:
    """The unit that sends them, with a reason."""
    _check_sends(actor, envoy, "envoy:approve")
    ENVOY.target("decline", envoy.status)
    _check_words(reason)


def check_can_withdraw(actor: Actor, envoy: Envoy, *, reason: str, at: datetime) -> None:
    """The unit that sends them, with a reason."""
    _check_sends(actor, envoy, "envoy:propose")
    ENVOY.target("withdraw", envoy.status)
    _check_words(reason)


def check_can_confirm_presence_of(actor: Actor, envoy: Envoy, *, at: datetime) -> None:
    """The unit that sends them or the one that holds the conference, once its day has come."""
    _check_confirms(actor, envoy, at)
    ENVOY.target("confirm_presence_of", envoy.status)


def check_can_record_absence_of(actor: Actor, envoy: Envoy, *, reason: str, at: datetime) -> None:
    """The same, with a reason."""
    _check_confirms(actor, envoy, at)
    ENVOY.target("record_absence_of", envoy.status)
    _check_words(reason)


def check_holds_charge(actor: Actor) -> None:
    """Whoever may put somebody in charge of an area at all; raises ``NotYours``."""
    actor.check_may("area:charge", _NOT_CHARGING)


def check_can_charge_area(actor: Actor, campaign: Campaign, place: Placement, *, at: datetime) -> None:
    """An office above an area, in a running year."""
    actor.check_may("area:charge", _NOT_CHARGING)
    if not actor.covers(campaign.tree_id, place.path):
        raise NotFound
    if not actor.stands_above(campaign.tree_id, place.path):
        raise NotYours(_NOT_CHARGING)
    check_is_running(campaign)


def check_can_end_charge(actor: Actor, charge: AreaCharge, *, at: datetime) -> None:
    """The unit that gave it, once."""
    check_can_charge_area(actor, charge.campaign, charge.placement, at=at)
    if not actor.is_machine and actor.unit_id != charge.unit_id:
        raise NotYours(_NOT_CHARGING)
    if charge.ended_at is not None:
        raise NotNow("Phân công này đã kết thúc.")


def check_can_note(actor: Actor, campaign: Campaign, place: Placement, sheet: InspectionSheet, *, at: datetime) -> None:
    """An office above a place writes down what it found there, on a day that has come."""
    actor.check_may("inspection:note", _NOT_CHARGING)
    check_can_charge_area(actor, campaign, place, at=at)
    if not squeeze(sheet.text):
        raise BadInput("Hãy ghi điều đã thấy.", {"text": "Không được để trống."})
    if len(sheet.text) > LONGEST_TEXT:
        raise BadInput(f"Dài quá {LONGEST_TEXT} ký tự.", {"text": f"Hãy rút xuống {LONGEST_TEXT} ký tự."})
    if sheet.noted_on > day_of(at):
        raise BadInput("Ngày kiểm tra còn ở phía trước.", {"noted_on": "Cần một ngày đã đến."})
    if set(sheet.checks) - set(CHECKS):
        raise BadInput("Có mục kiểm tra không có trong danh sách.")


def person_key(appointment: Appointment | None, unit_id: int, sheet: EnvoySheet) -> str:
    """What makes two envoys the same person: the account, else name and title within the unit that sends them."""
    if appointment is not None:
        return f"a{appointment.account_id}"
    return f"n{unit_id}:{fold(squeeze(sheet.full_name))}|{fold(squeeze(sheet.title))}"[:300]


def _check_sends(actor: Actor, envoy: Envoy, permission: str) -> None:
    check_can_see(actor, envoy.conference)
    actor.check_may(permission, _NOT_SENDING)
    if not actor.is_machine and actor.unit_id != envoy.unit_id:
        raise NotYours("Việc này do đơn vị cử người quyết định.")
    check_is_running(envoy.conference.campaign)


def _check_confirms(actor: Actor, envoy: Envoy, at: datetime) -> None:
    holds = is_allowed(lambda: check_holds(actor, envoy.conference, "conference:run"))
    if not holds:
        _check_sends(actor, envoy, "envoy:confirm")
    check_is_running(envoy.conference.campaign)
    if envoy.day is None or envoy.day > day_of(at):
        raise NotNow("Hội nghị chưa đến ngày nên chưa xác nhận được ai dự.")


def _check_words(reason: str) -> None:
    if not squeeze(reason):
        raise BadInput("Hãy ghi lý do.", {"reason": "Không được để trống."})

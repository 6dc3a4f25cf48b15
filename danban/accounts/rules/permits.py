"""Who may do what with people and offices, and when."""

from datetime import datetime

from danban.accounts.models import Account, Appointment
from danban.accounts.rules.offices import check_is_below, is_below
from danban.kit import clock
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound, NotNow, NotYours
from danban.kit.vietnamese import day
from danban.units.models import Placement

_MAY_NOT_APPOINT = (
    "Vị trí bạn đang giữ không có quyền giao vị trí cho người khác. Hãy đề nghị đơn vị cấp trên, "
    "hoặc Ban Phong trào cấp Thành phố thực hiện."
)
_OFFICES_ELSEWHERE = (
    "Người này giữ vị trí ở ngoài các đơn vị bên dưới của bạn. Hãy đề nghị đơn vị cấp trên thực hiện."
)


def check_can_create(actor: Actor, *, at: datetime) -> None:
    """Only an office that appoints people may enter new ones."""
    actor.check_may("appointment:appoint", _MAY_NOT_APPOINT)


def check_can_load(actor: Actor, *, at: datetime) -> None:
    """Loading many people at once is for machines: demonstrations and imports."""
    check_can_create(actor, at=at)
    if not actor.is_machine:
        raise NotYours("Nạp danh sách người hàng loạt chỉ chạy từ dòng lệnh của máy chủ.")


def check_can_see(actor: Actor, appointment: Appointment, *, at: datetime) -> None:
    """An office is seen by its own unit and by the units above it; raises ``NotFound``."""
    places = Placement.objects.filter(unit_id=appointment.unit_id)
    known = actor.is_machine or actor.may("unit:see")
    if not known or not any(actor.covers(place.tree_id, place.path) for place in places):
        raise NotFound("Không tìm thấy vị trí này trong phạm vi của bạn.")


def check_can_appoint(actor: Actor, account: Account, *, at: datetime) -> None:
    """An office is given to somebody else, who is not locked out. The place is checked by ``checked_place``."""
    check_can_create(actor, at=at)
    if actor.user_id is not None and actor.user_id == account.pk:
        raise NotYours("Không ai tự giao vị trí cho mình. Hãy nhờ người khác có quyền này thực hiện.")
    if not account.is_active:
        raise NotNow("Tài khoản này đang bị khóa. Hãy mở lại tài khoản trước khi giao vị trí.")


def check_can_end(actor: Actor, appointment: Appointment, *, at: datetime) -> None:
    """Ends somebody else's office below the own unit, and only while it still runs. The caller has seen it."""
    actor.check_may("appointment:appoint", _MAY_NOT_APPOINT)
    check_is_below(actor, *appointment.unit.placements.all())
    if actor.user_id is not None and actor.user_id == appointment.account_id:
        raise NotYours("Không ai tự thôi giữ vị trí của mình. Hãy nhờ người khác có quyền này thực hiện.")
    if appointment.ends_on is not None and appointment.ends_on < clock.day_of(at):
        raise NotNow(f"Vị trí này đã kết thúc từ ngày {day(appointment.ends_on)}.")


def check_can_change_password(actor: Actor, account: Account, *, at: datetime) -> None:
    """Everybody changes their own password and nobody else's."""
    if actor.user_id != account.pk:
        raise NotYours("Bạn chỉ đổi được mật khẩu của chính mình.")


def check_can_deactivate(actor: Actor, account: Account, *, at: datetime) -> None:
    """Locks out somebody else who is not locked out yet, all of whose offices are the actor's to give."""
    check_can_create(actor, at=at)
    if actor.user_id == account.pk:
        raise NotYours("Không ai tự khóa tài khoản của mình. Hãy nhờ người khác có quyền này thực hiện.")
    check_has_all_below(actor, account, at)
    if not account.is_active:
        raise NotNow("Tài khoản này đã bị khóa từ trước.")


def check_can_reactivate(actor: Actor, account: Account, *, at: datetime) -> None:
    """Lets somebody in again who was locked out, all of whose offices are the actor's to give."""
    check_can_create(actor, at=at)
    check_has_all_below(actor, account, at)
    if account.is_active:
        raise NotNow("Tài khoản này đang hoạt động, không cần mở lại.")


def check_has_all_below(actor: Actor, account: Account, at: datetime) -> None:
    """Every office the person holds or will hold, or every one they ever held if all are over, is the actor's.

    Raises ``NotYours``.
    """
    offices = account.appointments.prefetch_related("unit__placements").order_by("pk")
    running = offices.overlapping(clock.day_of(at), None)
    for office in running or offices:
        if not any(is_below(actor, place) for place in office.unit.placements.all()):
            raise NotYours(_OFFICES_ELSEWHERE)


def check_can_sign_in(account: Account, *, at: datetime) -> None:
    """An account that is locked does not open."""
    if not account.is_active:
        raise NotYours("Tài khoản này đã bị khóa. Hãy liên hệ người phụ trách ở đơn vị cấp trên.")


def check_can_end_sessions(actor: Actor, account: Account, *, at: datetime) -> None:
    """Everybody signs out their own machines. Who locks a person out ends all of theirs."""
    if actor.user_id != account.pk:
        raise NotYours("Bạn chỉ đăng xuất được các máy của chính mình.")

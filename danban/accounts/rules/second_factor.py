"""Who must have a second factor, and who may set it up, renew, remove or reset it."""

from datetime import datetime

from allauth.mfa.models import Authenticator
from django.conf import settings

from danban.accounts.models import Account
from danban.accounts.roles import ROLES
from danban.accounts.rules.permits import check_can_create, check_has_all_below
from danban.accounts.texts import LOST_SECOND_FACTOR
from danban.kit import clock
from danban.kit.actor import Actor
from danban.kit.refusals import BadInput, NotNow, NotYours


def is_second_factor_required(role: str) -> bool:
    """Whether an office of this role may only be held with a second factor: those of the city, by the setting."""
    known = ROLES.get(role)
    return settings.SECOND_FACTOR == "city" and known is not None and known.level == "city"


def check_can_set_up_second_factor(actor: Actor, account: Account, *, at: datetime) -> None:
    """Everybody for themselves, one at a time."""
    _check_own(actor, account)
    if _is_on(account):
        raise NotNow("Tài khoản của bạn đã có xác thực hai lớp.")


def check_can_renew_recovery_codes(actor: Actor, account: Account, *, at: datetime) -> None:
    """Everybody for themselves, while they have a second factor."""
    _check_own(actor, account)
    _check_on(account)


def check_can_remove_second_factor(actor: Actor, account: Account, *, at: datetime) -> None:
    """Everybody for themselves, unless an office held today demands it."""
    _check_own(actor, account)
    _check_on(account)
    held = account.appointments.held_on(clock.day_of(at)).order_by("pk")
    if any(is_second_factor_required(appointment.role) for appointment in held):
        raise NotNow("Vị trí cấp Thành phố phải có xác thực hai lớp nên không gỡ được.")


def check_can_reset_second_factor(actor: Actor, account: Account, *, at: datetime) -> None:
    """An office that appoints people helps somebody else, all of whose offices are its own to give."""
    check_can_create(actor, at=at)
    if actor.user_id == account.pk:
        raise NotYours("Không ai tự gỡ xác thực hai lớp của mình ở đây. Hãy nhờ người khác có quyền này thực hiện.")
    check_has_all_below(actor, account, at)
    if not _is_on(account):
        raise NotNow("Tài khoản này chưa có xác thực hai lớp.")


def check_lost_reason(reason: str) -> None:
    """Why a second factor is reset is chosen from a list, since the diary holds no words about people."""
    if reason not in LOST_SECOND_FACTOR:
        raise BadInput("Hãy chọn lý do.", {"reason": "Hãy chọn một lý do trong danh sách."})


def _check_own(actor: Actor, account: Account) -> None:
    if actor.user_id != account.pk:
        raise NotYours("Mỗi người chỉ tự thiết lập xác thực hai lớp của chính mình.")


def _check_on(account: Account) -> None:
    if not _is_on(account):
        raise NotNow("Tài khoản của bạn chưa có xác thực hai lớp.")


def _is_on(account: Account) -> bool:
    return bool(Authenticator.objects.filter(user=account, type=Authenticator.Type.TOTP).exists())

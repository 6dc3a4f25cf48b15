"""Who may log, correct, withdraw and see clean-ups.

A unit logs for itself. The unit right above it logs for it only while nobody there can.
"""

from datetime import date, datetime

from danban.accounts.queries import holders_of
from danban.accounts.roles import ROLES
from danban.culture.models import CleanUp
from danban.kit.actor import Actor
from danban.kit.clock import day_of
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from danban.kit.vietnamese import day, squeeze
from danban.units.models import Placement, Tree

LOGGING_ROLES = frozenset(code for code, role in ROLES.items() if "clean_up:log" in role.permissions)
_NOT_LOGGING = "Buổi tổng vệ sinh do thôn, tổ dân phố, xã, phường và cấp trên của xã ghi cho chính đơn vị mình."
_NOT_LOADING = "Nạp các buổi tổng vệ sinh hàng loạt chỉ chạy từ dòng lệnh của máy chủ."


def check_can_see(actor: Actor, clean_up: CleanUp, *, at: datetime) -> None:
    """Seen by its own unit and by the units above it; raises ``NotFound``."""
    place = clean_up.placement
    if not actor.may("clean_up:see") or not actor.covers(place.tree_id, place.path):
        raise NotFound("Không tìm thấy buổi tổng vệ sinh này trong phạm vi của bạn.")


def check_can_log(actor: Actor, place: Placement, *, at: datetime) -> None:
    """For the own unit, or for one right below it where nobody holds an office that logs."""
    if not actor.covers(place.tree_id, place.path):
        raise NotFound
    actor.check_may("clean_up:log", _NOT_LOGGING)
    own = actor.path_in(place.tree_id)
    if own == place.path:
        return
    if place.parent is None or own != place.parent.path:
        raise NotYours(f"{place.name} không ở ngay dưới đơn vị bạn nên bạn không ghi thay được.")
    if holders_of(unit_ids=[place.unit_id], roles=LOGGING_ROLES, on=day_of(at)):
        raise NotYours(f"{place.name} đã có người phụ trách; hãy để nơi đó tự ghi.")


def check_is_first(place: Placement, *, slot: str, held_on: date, but: int | None = None) -> None:
    """One clean-up a unit, day and slot; ``but`` is the one being corrected."""
    same = CleanUp.objects.standing().filter(placement=place, slot=slot, held_on=held_on)
    if same.exclude(pk=but or 0).exists():
        raise NotNow(f"Buổi này của {place.name} đã được ghi. Nếu số liệu sai, hãy mở buổi đã ghi và sửa.")


def check_can_correct(actor: Actor, clean_up: CleanUp, *, at: datetime) -> None:
    """What still counts may be put right by whoever may log it."""
    check_can_see(actor, clean_up, at=at)
    check_can_log(actor, clean_up.placement, at=at)
    if clean_up.withdrawn_at is not None:
        raise NotNow(f"Lần ghi này đã được rút ngày {day(day_of(clean_up.withdrawn_at))} nên không sửa được nữa.")


def check_can_withdraw(actor: Actor, clean_up: CleanUp, *, reason: str, at: datetime) -> None:
    """What was logged by mistake is taken out of the count, with a reason; the row stays."""
    check_can_correct(actor, clean_up, at=at)
    if not squeeze(reason):
        raise BadInput("Hãy ghi lý do rút.", {"reason": "Không được để trống."})


def check_can_load(actor: Actor, tree: Tree, *, at: datetime) -> None:
    """Loading a year at once is for machines: demonstrations and imports."""
    actor.check_may("clean_up:log", _NOT_LOGGING)
    if not actor.is_machine:
        raise NotYours(_NOT_LOADING)

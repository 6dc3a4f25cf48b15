"""Who may say how a post is reached, and who opens its calendar feed."""

from datetime import datetime

from danban.accounts.models import Appointment
from danban.kit import clock
from danban.kit.actor import Actor
from danban.kit.refusals import NotNow, NotYours
from danban.kit.terms import is_in_term
from danban.kit.vietnamese import day
from danban.units.models import Placement

_NOT_YOUR_CONTACTS = (
    "Điện thoại và thư công vụ do chính người giữ vị trí hoặc đơn vị cấp trên ghi. "
    "Hãy báo người đó khi thấy chỗ chưa đúng."
)
_NOT_YOUR_FEED = "Địa chỉ lịch chỉ dành cho chính người giữ vị trí, khi đang làm việc ở vị trí đó."


def check_can_set_work_contacts(actor: Actor, appointment: Appointment, place: Placement, *, at: datetime) -> None:
    """The holder, an office above that gives posts, and at the top whoever gives posts there.

    ``place`` is where the post's unit stands in the tree in force. Everybody may read work contacts.
    """
    holds = actor.user_id is not None and actor.user_id == appointment.account_id
    is_top = place.path == "" and actor.covers(place.tree_id, place.path)
    above = actor.may("appointment:appoint") and (is_top or actor.stands_above(place.tree_id, place.path))
    if not (holds or above):
        raise NotYours(_NOT_YOUR_CONTACTS)
    if appointment.ends_on is not None and appointment.ends_on < clock.day_of(at):
        raise NotNow(f"Vị trí này đã kết thúc từ ngày {day(appointment.ends_on)} nên không sửa liên hệ nữa.")


def check_can_create_feed(actor: Actor, appointment: Appointment, *, at: datetime) -> None:
    """Only the holder, acting for that very post, and only while it is held."""
    _check_acts_for(actor, appointment)
    if not is_in_term(clock.day_of(at), appointment.starts_on, appointment.ends_on):
        raise NotNow(f"Hôm nay ({day(clock.day_of(at))}) vị trí này không có người giữ nên không mở lịch được.")


def check_can_revoke_feed(actor: Actor, appointment: Appointment, *, at: datetime) -> None:
    """Only the holder, acting for that very post."""
    _check_acts_for(actor, appointment)


def _check_acts_for(actor: Actor, appointment: Appointment) -> None:
    if actor.appointment_id is None or actor.appointment_id != appointment.pk:
        raise NotYours(_NOT_YOUR_FEED)

"""Who may be named, dropped, elected, invited; what is written down of a person, and nothing more."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from danban.conferences.models import Conference
from danban.conferences.rules import check_holds
from danban.conferences.states import ConferenceStatus
from danban.delegates.models import Delegate
from danban.delegates.rules.structure import LONGEST_LABEL, check_can_name
from danban.delegates.states import INVITATION, Group, Reply
from danban.kit.actor import Actor
from danban.kit.clock import day_of
from danban.kit.contacts import normal_phone
from danban.kit.refusals import BadInput, NotNow
from danban.kit.vietnamese import squeeze

LONGEST_NAME = 120
_NOT_ELECTING = "Đại biểu dự hội nghị cấp xã do hội nghị thôn, tổ dân phố cử."
_NOT_INVITING = "Mời đại biểu là việc của đơn vị tổ chức hội nghị."


@dataclass(frozen=True)
class DelegateSheet:
    """A person as typed. ``household_id`` where they stand for a household of the roll."""

    full_name: str
    group: str = Group.HOUSEHOLD
    group_label: str = ""
    household_id: int | None = None
    village_id: int | None = None
    phone: str = ""
    note: str = ""


def phone_of(typed: str) -> str:
    """+84… of what was typed, "" of nothing; raises ``BadInput``."""
    if not squeeze(typed):
        return ""
    found = normal_phone(typed)
    if found is None:
        raise BadInput("Số điện thoại chưa đúng.", {"phone": "Ví dụ: 0912 345 678."})
    return found


def check_sheet(sheet: DelegateSheet) -> None:
    """A name and a known group, a label only for the group ``OTHER``; raises ``BadInput`` by field."""
    problems = {}
    if not squeeze(sheet.full_name):
        problems["full_name"] = "Hãy ghi họ tên."
    elif len(squeeze(sheet.full_name)) > LONGEST_NAME:
        problems["full_name"] = f"Hãy rút họ tên xuống {LONGEST_NAME} ký tự."
    if sheet.group not in Group.values:
        problems["group"] = "Hãy chọn thành phần trong danh sách."
    elif (sheet.group == Group.OTHER) != bool(squeeze(sheet.group_label)):
        problems["group_label"] = "Chỉ ghi tên thành phần khi chọn “Thành phần khác”."
    if len(squeeze(sheet.group_label)) > LONGEST_LABEL:
        problems["group_label"] = f"Hãy rút xuống {LONGEST_LABEL} ký tự."
    if problems:
        raise BadInput(" ".join(problems.values()), problems)
    phone_of(sheet.phone)


def check_can_drop_delegate(actor: Actor, delegate: Delegate, *, at: datetime) -> None:
    """Taken off before being invited, or after declining; who was invited and may come is replaced instead."""
    check_can_name(actor, delegate.conference, at=at)
    if delegate.dropped_at is not None or delegate.reply == Reply.REPLACED:
        raise NotNow("Người này đã không còn trong danh sách.")
    if delegate.attendances.filter(taken_back_at__isnull=True).exists():
        raise NotNow("Người này đã được điểm danh nên không rút khỏi danh sách được.")


def check_can_elect(actor: Actor, conference: Conference, *, at: datetime) -> None:
    """A village conference that meets or has met chooses who goes to the commune's; raises ``NotNow``."""
    check_holds(actor, conference, "delegate:name", _NOT_ELECTING)
    if conference.placement.parent is None or conference.status not in (ConferenceStatus.OPENED, ConferenceStatus.HELD):
        raise NotNow("Cử đại biểu khi hội nghị thôn, tổ dân phố đang họp hoặc đã họp xong.")


def check_can_invite(actor: Actor, conference: Conference, *, is_agreed: bool, at: datetime) -> None:
    """Once the day is announced and both heads agreed to the structure (III.5.3)."""
    check_holds(actor, conference, "delegate:invite", _NOT_INVITING)
    if conference.status != ConferenceStatus.ANNOUNCED:
        raise NotNow("Hội nghị chưa được thông báo nên chưa in giấy mời: giấy mời cần ngày, giờ, nơi họp đã chốt.")
    if conference.day is not None and conference.day < day_of(at):
        raise NotNow("Ngày họp đã qua nên không mời được nữa.")
    if not is_agreed:
        raise NotNow("Cơ cấu đại biểu chưa được hai bên thống nhất nên chưa mời được.")


def check_can_accept(delegate: Delegate, *, at: datetime) -> None:
    """By the link, until the conference opens."""
    _check_may_reply(delegate, "accept")


def check_can_decline(delegate: Delegate, *, at: datetime) -> None:
    """By the link, until the conference opens."""
    _check_may_reply(delegate, "decline")


def check_can_replace(delegate: Delegate, sheet: DelegateSheet, *, at: datetime) -> None:
    """By the link, until the conference opens; somebody else of the same household or group comes."""
    _check_may_reply(delegate, "replace")
    check_sheet(sheet)


def _check_may_reply(delegate: Delegate, verb: str) -> None:
    if delegate.conference.status not in (ConferenceStatus.ANNOUNCED, ConferenceStatus.POSTPONED):
        raise NotNow("Hội nghị đã khai mạc hoặc đã xong nên không trả lời giấy mời được nữa.")
    INVITATION.target(verb, delegate.reply)


def living(delegates: Sequence[Delegate]) -> list[Delegate]:
    """Those still expected: neither dropped nor replaced."""
    return [one for one in delegates if one.dropped_at is None and one.reply != Reply.REPLACED]

"""What a presence is before it is a row, who may record one, and when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from danban.conferences.models import Conference
from danban.conferences.rules import check_holds
from danban.conferences.states import ConferenceStatus
from danban.delegates.models import Device
from danban.delegates.states import Group, Way
from danban.kit.actor import Actor
from danban.kit.clock import day_of
from danban.kit.refusals import BadInput, NotFound, NotNow
from danban.kit.vietnamese import squeeze

MOST_OPERATIONS = 200
LONGEST_NAME = LONGEST_LABEL = 120
BELIEVED = timedelta(hours=12)
"""A phone's clock is believed when it is not ahead of ours and not further behind than this."""
NOT_RECORDING = "Điểm danh do đơn vị tổ chức hội nghị làm."
NO_SUCH_DEVICE = "Máy này không mở được danh sách điểm danh. Hãy xin thư ký mã mới."


@dataclass(frozen=True)
class Presence:
    """Somebody came. One of ``token_hash``, ``delegate_id``, ``household_id``, or a name with its group.

    ``uuid`` is made by whoever writes it down; the same uuid again is the same presence. ``came_at`` by the phone's
    clock, None for ours. ``village_id`` (a placement) is a walk-in's, where a conference serves several units.
    """

    uuid: UUID
    way: Way
    came_at: datetime | None = None
    token_hash: str = ""
    delegate_id: int | None = None
    household_id: int | None = None
    full_name: str = ""
    group: str = ""
    group_label: str = ""
    village_id: int | None = None


@dataclass(frozen=True)
class TakeBack:
    """The presence of this uuid was a mistake. It may arrive before the presence itself."""

    uuid: UUID


Operation = Presence | TakeBack


@dataclass(frozen=True)
class RefusedOne:
    """An operation that was not taken, and why."""

    uuid: UUID
    sentence: str


@dataclass(frozen=True)
class Result:
    """How many operations changed something, how many were known already, which were refused."""

    written: int
    known: int
    refused: tuple[RefusedOne, ...] = ()


def believable(came_at: datetime | None, at: datetime) -> datetime:
    """When somebody came: the phone's moment, or ours where its clock cannot be right."""
    return came_at if came_at is not None and at - BELIEVED <= came_at <= at else at


def check_count(operations: Sequence[Operation]) -> None:
    """At most ``MOST_OPERATIONS`` at once; raises ``BadInput``."""
    if len(operations) > MOST_OPERATIONS:
        raise BadInput(f"Mỗi lần gửi được tối đa {MOST_OPERATIONS} lượt. Hãy gửi làm nhiều lần.")


def check_moment(conference: Conference, *, at: datetime) -> None:
    """On the day of an announced conference, or while it meets; raises ``NotNow``."""
    if conference.status == ConferenceStatus.OPENED:
        return
    if conference.status == ConferenceStatus.HELD:
        raise NotNow("Hội nghị đã kết thúc nên không điểm danh thêm được.")
    if conference.status != ConferenceStatus.ANNOUNCED:
        raise NotNow("Hội nghị chưa được thông báo nên chưa điểm danh được.")
    if conference.day != day_of(at):
        raise NotNow("Điểm danh mở trong ngày họp.")


def check_can_record(actor: Actor, conference: Conference, *, at: datetime) -> None:
    """Whoever holds the conference, in its hours; raises ``NotFound``, ``NotYours`` or ``NotNow``."""
    check_holds(actor, conference, "attendance:record", NOT_RECORDING)
    check_moment(conference, at=at)


def check_device(device: Device, conference_id: int, *, at: datetime) -> None:
    """A phone of this conference, neither revoked nor expired, in the conference's hours.

    Raises ``NotFound`` for the device of another conference, ``NotNow`` with what to do otherwise.
    """
    if device.conference_id != conference_id:
        raise NotFound(NO_SUCH_DEVICE)
    if device.revoked_at is not None:
        raise NotNow("Máy này đã bị ngừng điểm danh. Hãy hỏi thư ký hội nghị.")
    if at >= device.expires_at:
        raise NotNow("Mã của máy này đã hết hạn. Hãy xin thư ký mã mới.")
    check_moment(device.conference, at=at)


def check_walk_in(one: Presence) -> None:
    """A name and a group of the list, a label where the group is another one; raises ``BadInput`` by field."""
    problems = {}
    if not squeeze(one.full_name):
        problems["full_name"] = "Hãy ghi họ tên người đến."
    elif len(squeeze(one.full_name)) > LONGEST_NAME:
        problems["full_name"] = f"Hãy rút họ tên xuống {LONGEST_NAME} ký tự."
    if one.group not in Group.values:
        problems["group"] = "Hãy chọn thành phần trong danh sách."
    if len(squeeze(one.group_label)) > LONGEST_LABEL:
        problems["group_label"] = f"Hãy rút tên thành phần xuống {LONGEST_LABEL} ký tự."
    if problems:
        raise BadInput(" ".join(problems.values()), problems)

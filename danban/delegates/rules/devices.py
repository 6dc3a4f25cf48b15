"""Who may let a phone in, and what counts without names may be written down."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from danban.conferences.models import Conference
from danban.conferences.rules import check_holds
from danban.conferences.states import ConferenceStatus
from danban.delegates.models import Device
from danban.delegates.rules.presence import NOT_RECORDING
from danban.delegates.states import Group
from danban.kit.actor import Actor
from danban.kit.clock import day_of
from danban.kit.refusals import BadInput, NotNow
from danban.kit.vietnamese import squeeze

LONGEST_LABEL = 80
MOST_DEVICES, MOST_TALLIES, BIGGEST_TALLY = 20, 200, 100_000


@dataclass(frozen=True)
class TallyLine:
    """A count of those present.

    ``group`` "" and ``label`` "": all of them; a group, with a label where it is another one: of that group; a label
    alone: women, an age band. ``village_id`` (a placement): of these, those of one unit it is held for.
    """

    group: str
    label: str
    count: int
    village_id: int | None = None


def check_can_issue_device(actor: Actor, conference: Conference, label: str, *, at: datetime) -> None:
    """Whoever holds an announced conference whose day is not over; at most ``MOST_DEVICES`` phones at once."""
    check_holds(actor, conference, "attendance:record", NOT_RECORDING)
    if conference.status not in (ConferenceStatus.ANNOUNCED, ConferenceStatus.OPENED):
        raise NotNow("Thêm máy được khi hội nghị đã thông báo và chưa kết thúc.")
    if conference.status == ConferenceStatus.ANNOUNCED and conference.day and conference.day < day_of(at):
        raise NotNow("Ngày họp đã qua. Hãy đổi lịch trước khi thêm máy điểm danh.")
    if not squeeze(label) or len(squeeze(label)) > LONGEST_LABEL:
        sentence = f"Hãy đặt tên máy, tối đa {LONGEST_LABEL} ký tự, ví dụ “Cửa chính”."
        raise BadInput(sentence, {"label": sentence})
    if conference.devices.filter(revoked_at__isnull=True, expires_at__gt=at).count() >= MOST_DEVICES:
        raise NotNow(f"Đã có {MOST_DEVICES} máy đang điểm danh. Hãy ngừng một máy không dùng trước.")


def check_can_revoke_device(actor: Actor, device: Device, *, at: datetime) -> None:
    """Whoever holds the conference, at any time."""
    check_holds(actor, device.conference, "attendance:record", NOT_RECORDING)


def check_can_set_tallies(
    actor: Actor, conference: Conference, tallies: Sequence[TallyLine], *, at: datetime
) -> None:  # fmt: skip
    """While it meets and after; each count once, of its own units; raises ``NotNow`` or ``BadInput``."""
    check_holds(actor, conference, "attendance:record", NOT_RECORDING)
    if conference.status not in (ConferenceStatus.OPENED, ConferenceStatus.HELD):
        raise NotNow("Số lượng người dự ghi được khi hội nghị khai mạc.")
    keys = [(one.village_id, one.group, squeeze(one.label)) for one in tallies]
    if len(set(keys)) < len(keys):
        raise BadInput("Có dòng số lượng ghi hai lần. Hãy giữ một dòng.")
    if len(keys) > MOST_TALLIES:
        raise BadInput(f"Hãy ghi tối đa {MOST_TALLIES} dòng số lượng.")
    if any(one.group and one.group not in Group.values for one in tallies):
        raise BadInput("Hãy chọn thành phần trong danh sách.")
    if any(not 0 <= one.count <= BIGGEST_TALLY or len(squeeze(one.label)) > LONGEST_LABEL for one in tallies):
        raise BadInput("Hãy ghi số người từ 0 đến 100.000 và tên dòng ngắn gọn.")
    villages = {one.village_id for one in tallies} - {None}
    if villages and villages - set(conference.places.values_list("placement_id", flat=True)):
        raise BadInput("Có dòng ghi cho thôn, tổ dân phố không thuộc hội nghị này.")

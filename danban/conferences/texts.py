"""The words of this room: its events in the diary, what people are told, sentences of the proposer."""

from dataclasses import dataclass

from danban.conferences.models import Conference
from danban.conferences.states import Session
from danban.kit.clock import HANOI
from danban.kit.vietnamese import long_day

EVENTS: dict[str, str] = {
    "conferences.loaded": "Nạp lịch hội nghị hàng loạt.",
    "conference.planned": "Lập danh sách hội nghị phải tổ chức.",
    "conference.proposed": "Đề xuất ngày họp hội nghị.",
    "conference.scheduled": "Xếp lịch một hội nghị.",
    "conference.unscheduled": "Bỏ lịch đã xếp của một hội nghị.",
    "conference.announced": "Thông báo một hội nghị.",
    "conference.moved": "Đổi lịch một hội nghị đã thông báo.",
    "conference.postponed": "Hoãn một hội nghị.",
    "conference.given_up": "Ghi nhận một hội nghị không tổ chức.",
    "conference.opened": "Khai mạc hội nghị.",
    "conference.stepped": "Chuyển sang nội dung khác của hội nghị.",
    "conference.explained": "Ghi vì sao một nội dung không bàn.",
    "conference.closed": "Bế mạc hội nghị.",
    "conference.recorded_held": "Ghi lại một hội nghị đã họp, nhập từ giấy.",
    "conference.excused": "Chấp nhận lý do không tổ chức hội nghị.",
    "conference.excused_late": "Chấp nhận lý do họp hội nghị muộn.",
    "conference.chosen_as_pilot": "Chọn hội nghị điểm.",
    "conference.joined": "Ghép các hội nghị họp chung.",
    "conference.parted": "Tách một đơn vị khỏi hội nghị họp chung.",
    "timetable.applied": "Áp dụng lịch hội nghị của một địa bàn.",
    "schedule.sent": "Gửi lịch hội nghị lên cấp trên.",
    "agenda.drafted": "Lập chương trình hội nghị từ nội dung của kế hoạch.",
    "agenda.set": "Sửa chương trình hội nghị.",
    "agenda.agreed": "Thống nhất chương trình hội nghị.",
    "agenda.noted": "Ghi nội dung chuẩn bị cho một mục của chương trình.",
    "officers.named": "Dự kiến Đoàn Chủ tịch và thư ký của một hội nghị.",
    "guests.listed": "Ghi danh sách khách mời của một hội nghị.",
    "prepared_paper.asked": "Đặt một tham luận.",
    "prepared_paper.handed_in": "Nhận bài tham luận.",
    "prepared_paper.dropped": "Bỏ một tham luận chưa nộp bài.",
    "summary.written": "Viết phần tóm tắt kinh tế - xã hội của cấp mình.",
    "hall.added": "Thêm một hội trường.",
    "hall.edited": "Sửa một hội trường.",
    "hall.closed": "Ngừng dùng một hội trường.",
}


@dataclass(frozen=True)
class Words:
    """What somebody is told."""

    subject: str
    body: str


def when(conference: Conference) -> str:
    """ "19:30 tối Thứ Sáu 17/02/2023, Nhà văn hóa thôn"; as much of it as is set."""
    if conference.day is None:
        return "chưa có ngày"
    session = Session(conference.session).label.lower()
    clock = f"{conference.starts_at.astimezone(HANOI):%H:%M} " if conference.starts_at else ""
    place = f", {conference.hall.name}" if conference.hall else ""
    return f"{clock}{session} {long_day(conference.day)}{place}"


def words_for_proposal(conference: Conference) -> Words:
    """What the commune is told of a wish."""
    assert conference.proposed_day is not None
    session = Session(conference.proposed_session).label.lower()
    hall = f", {conference.proposed_hall.name}" if conference.proposed_hall else ""
    wish = f"{session} {long_day(conference.proposed_day)}{hall}"
    name = conference.placement.name
    return Words(f"{name} đề xuất họp {wish}", "Mở hội nghị để xếp đúng đề xuất, hoặc chọn ngày khác.")


def words_for_schedule(conference: Conference) -> Words:
    """What the heads are told of a day set."""
    body = f"{when(conference)}. Chưa vừa thì báo cấp xã hoặc đề xuất ngày khác trước khi thông báo."
    return Words(f"Lịch hội nghị của {conference.placement.name}: {when(conference)}", body)


def words_for_unschedule(conference: Conference) -> Words:
    """What the heads are told of a day taken back."""
    return Words(f"Lịch hội nghị của {conference.placement.name} đã được bỏ", "Cấp xã sẽ xếp ngày khác.")


def words_for_announcement(conference: Conference) -> Words:
    """What heads and commune are told."""
    return Words(f"Hội nghị của {conference.placement.name} họp {when(conference)}", f"Thời gian: {when(conference)}.")


def words_for_move(conference: Conference, reason: str, *, before: str) -> Words:
    """What the heads are told of another day."""
    body = f"Lịch cũ: {before}.\nLịch mới: {when(conference)}.\nLý do: {reason}"
    return Words(f"Đổi lịch hội nghị của {conference.placement.name}: {when(conference)}", body)


def words_for_postponement(conference: Conference, reason: str, *, before: str) -> Words:
    """What the heads are told of a day that is no more."""
    body = f"Lịch cũ: {before}.\nLý do: {reason}\nNgày mới sẽ được báo sau."
    return Words(f"Hoãn hội nghị của {conference.placement.name}", body)


def words_for_giving_up(conference: Conference, cause: str) -> Words:
    """What the commune is told."""
    return Words(f"Hội nghị của {conference.placement.name} không tổ chức", f"Nguyên nhân: {cause}")


def words_for_excuse(conference: Conference, reason: str) -> Words:
    """What the heads are told."""
    name = conference.placement.name
    return Words(f"Đã chấp nhận lý do {name} không tổ chức hội nghị", f"Ý kiến của cấp trên: {reason}")


def words_for_agenda(conference: Conference) -> Words:
    """What the other head is told when an agenda is written or changed."""
    name = conference.placement.name
    return Words(
        f"Chương trình hội nghị của {name} vừa thay đổi",
        "Ý kiến thống nhất trước đó không còn tính. Mở phần Chuẩn bị để xem bản mới và thống nhất.",
    )


def words_for_assent(conference: Conference, head: str, *, by_both: bool) -> Words:
    """What the other head is told when one has agreed."""
    name = conference.placement.name
    if by_both:
        return Words(f"Chương trình hội nghị của {name} đã được hai bên thống nhất", "Có thể thông báo hội nghị.")
    return Words(f"{head} đã thống nhất chương trình hội nghị của {name}", "Còn chờ ý kiến của bạn ở phần Chuẩn bị.")


def words_for_record(conference: Conference) -> Words:
    """What the commune is told of a conference entered from paper."""
    assert conference.held_on is not None
    body = f"Nguyên nhân họp ngoài đợt: {conference.cause}" if conference.cause else "Số liệu nhập từ biên bản giấy."
    return Words(f"{conference.placement.name} đã họp ngày {long_day(conference.held_on)}", body)


def words_for_late_excuse(conference: Conference, reason: str) -> Words:
    """What the heads are told."""
    return Words(f"Đã chấp nhận lý do {conference.placement.name} họp muộn", f"Ý kiến của cấp trên: {reason}")


def words_for_timetable(place: str) -> Words:
    """What the villages of a commune are told of a timetable."""
    return Words(f"{place} đã có lịch hội nghị", "Mở trang hội nghị để xem ngày, buổi và nơi họp của đơn vị mình.")


def words_for_sent_schedule(place: str, count: int, changes: int) -> Words:
    """What the unit above is told of a schedule sent up."""
    body = f"{count} hội nghị." + (f" {changes} thay đổi so với lần gửi trước." if changes else "")
    return Words(f"{place} gửi lịch hội nghị", body)


def cause_of_joining(place: str) -> str:
    """The cause kept with a conference that was joined to another."""
    return f"Họp chung với {place}."

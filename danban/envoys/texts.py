"""The words of this room: its events in the diary, what those sent are told."""

from danban.conferences.models import Conference
from danban.conferences.texts import when

EVENTS: dict[str, str] = {
    "envoy.proposed": "Đề xuất người dự hội nghị.",
    "envoy.approved": "Duyệt người dự hội nghị.",
    "envoy.declined": "Không duyệt người dự hội nghị.",
    "envoy.withdrawn": "Rút người dự hội nghị.",
    "envoy.confirmed": "Xác nhận người được cử đã dự.",
    "envoy.missed": "Ghi người được cử vắng mặt.",
    "envoy.followed": "Lịch dự theo lịch mới của hội nghị.",
    "area.charged": "Phân công người theo dõi địa bàn.",
    "area.released": "Kết thúc phân công theo dõi địa bàn.",
    "inspection.noted": "Ghi kết quả kiểm tra.",
}


def told(conference: Conference) -> tuple[str, str]:
    """Subject and body for somebody who is sent."""
    name, moment = conference.placement.name, when(conference)
    place = f" Nơi họp: {conference.hall.name}." if conference.hall else ""
    return f"Được cử dự hội nghị {name}", f"Thời gian: {moment}.{place}"


def told_again(conference: Conference, *, clashes: bool) -> tuple[str, str]:
    """Subject and body after the conference moved."""
    after = " Lịch mới trùng một hội nghị khác của ông/bà nên cần duyệt lại." if clashes else ""
    return f"Hội nghị {conference.placement.name} đổi lịch", f"Thời gian mới: {when(conference)}.{after}"

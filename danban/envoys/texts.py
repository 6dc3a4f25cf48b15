"""The words of this room: its events in the diary, what those sent are told."""

from danban.conferences.models import Conference
from danban.conferences.states import ConferenceStatus
from danban.conferences.texts import when
from danban.envoys.models import Envoy

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


def told_hosts(envoy: Envoy) -> tuple[str, str]:
    """Subject and body for the unit that holds the conference: somebody comes."""
    conference = envoy.conference
    return f"{envoy.full_name} sẽ dự hội nghị {conference.placement.name}", f"Thời gian: {when(conference)}."


def told_off(envoy: Envoy) -> tuple[str, str]:
    """Subject and body for the person and the hosts: they come no more."""
    return f"{envoy.full_name} thôi dự hội nghị {envoy.conference.placement.name}", f"Lý do: {envoy.reason}"


def told_again(conference: Conference, *, clashes: bool) -> tuple[str, str]:
    """Subject and body after the conference moved, lost its day or was given up."""
    name = conference.placement.name
    if conference.status == ConferenceStatus.NOT_HELD:
        return f"Hội nghị {name} không tổ chức", f"Ông/bà không phải dự. {conference.cause}".strip()
    if conference.day is None:
        return f"Hội nghị {name} hoãn, chờ lịch mới", "Ngày mới được báo sau."
    after = " Lịch mới trùng một hội nghị khác của ông/bà nên cần duyệt lại." if clashes else ""
    return f"Hội nghị {name} đổi lịch", f"Thời gian mới: {when(conference)}.{after}"


def reason_of_clash(other: Conference | None) -> str:
    """Why somebody approved is only proposed again."""
    if other is None:
        return "Lịch mới của hội nghị trùng một hội nghị khác."
    return f"Lịch mới trùng hội nghị {other.placement.name} mà người này đã nhận dự."


def told_of_clash(envoy: Envoy) -> tuple[str, str]:
    """Subject and body for the unit that sent them."""
    name = envoy.conference.placement.name
    return f"{envoy.full_name} trùng lịch: cần duyệt lại việc dự hội nghị {name}", envoy.reason

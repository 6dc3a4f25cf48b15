"""Wording and emphasis of the overviews: the four big steps, the telling figures, the reasons to look.

Kinds of obligation are data of each campaign. The codes below are those the shipped duties use; a plan
with other codes falls back on levels, days and positions, so nothing here is needed for a page to work.
"""

from dataclasses import dataclass

from danban.campaigns.texts import EVENTS as CAMPAIGN_EVENTS
from danban.kit.vietnamese import number

PLAN, CONFERENCE = "plan", "conference"
FIGURES = {
    PLAN: "Kế hoạch đã ban hành",
    CONFERENCE: "Hội nghị {level} đã họp",
    "resolution": "Nghị quyết hội nghị {level} đã gửi",
}
"""What the telling figures count, where the name of the kind would say it less well."""


@dataclass(frozen=True)
class StepName:
    """One of the four big steps of a village, and the kinds of obligation that belong to it."""

    code: str
    label: str
    kinds: frozenset[str]


PREPARE = StepName(
    "prepare",
    "Chuẩn bị",
    frozenset({"schedule", "agenda", "last_resolution", "public_conduct", "self_managed", "families"}),
)
INVITE = StepName("invite", "Mời", frozenset({"invitation", "delegates"}))
MEET = StepName("meet", "Họp", frozenset({CONFERENCE}))
SEND = StepName("send", "Gửi", frozenset({"minutes", "resolution", "petitions", "synthesis", "settlement"}))
STEPS = (PREPARE, INVITE, MEET, SEND)

TELLING = (PLAN, CONFERENCE, "resolution", "petitions", "synthesis", "schedule", "minutes", "settlement")
"""Which kinds of obligation make the figures of an overview, the most telling first."""

_TO_COME: dict[str, str] = {
    "leaders_proposed": "đề xuất lãnh đạo Thành phố dự hội nghị ở từng nơi và ghi ý kiến của cấp ủy",
    "grants_paid": "ghi từng khoản đã chuyển và nơi nhận xác nhận",
    "supervision": "phân công người theo dõi từng địa bàn và ghi kết quả mỗi lần đến",
    "evaluation": "tổng kết từ số liệu các nơi đã báo cáo",
    "pilot": "chọn nơi làm điểm và mời lãnh đạo dự",
    "leaders_assigned": "phân công lãnh đạo, ban ngành dự từng hội nghị",
    "schedule": "xếp lịch họp của các thôn, tổ dân phố trên một bảng và gửi lên",
    "petitions_handled": "theo dõi từng kiến nghị cho đến khi có trả lời",
    "synthesis": "tổng hợp kiến nghị từ biên bản các nơi thành báo cáo gửi lên",
    "settlement": "kê các khoản đã chi kèm chứng từ và gửi quyết toán",
    "delegates": "lập cơ cấu, danh sách đại biểu và in giấy mời",
    "consultation": "gửi dự thảo cho người góp ý và giữ lại từng ý kiến",
    "agenda": "chọn nội dung từ mẫu của năm, hai trưởng cùng thống nhất",
    "conference": "ghi ngày giờ, nơi họp, điểm danh, ý kiến và biểu quyết của hội nghị",
    "last_resolution": "ghi kết quả từng chỉ tiêu của nghị quyết năm trước",
    "public_conduct": "ghi đánh giá việc thực hiện Quy tắc ứng xử nơi công cộng",
    "self_managed": "ghi kết quả của từng mô hình tự quản",
    "families": "lập danh sách hộ đăng ký và in để niêm yết",
    "petitions": "ghi từng kiến nghị ngay khi nghe và gửi lên cấp xã",
}
"""Kinds of obligation whose deed gets its page in a later part of the work: what one will do there."""


def deed_to_come(kind_code: str) -> str:
    """What the page of a thing owed says while its deed is still done on paper."""
    what = _TO_COME.get(kind_code, "làm việc này")
    return (
        f"Sắp tới, ngay tại đây sẽ {what}. Bây giờ việc vẫn làm bằng giấy như mọi năm; hạn và lý do hệ thống giữ ở đây."
    )


EVENTS: dict[str, str] = {}
"""This room only reads: no deed of its own stands in the diary."""


def counted(count: int, words: str) -> str:
    """A number with what it counts: "3 khó khăn chờ mình trả lời"."""
    return f"{number(count)} {words}"


def without_plan(count: int) -> str:
    """Why a unit needs a look: plans that are late."""
    return f"{number(count)} chưa có kế hoạch"


def late_things(count: int) -> str:
    """Why a unit needs a look: anything that is late."""
    return f"{number(count)} việc quá hạn"


SLOW = "Họp chậm"
"""Why a unit needs a look: its conferences lag behind those of its neighbours."""


def event_sentence(event: str) -> str:
    """What a diary entry about an obligation says to people."""
    return CAMPAIGN_EVENTS.get(event, "Một việc khác được ghi vào nhật ký.")


OPEN_LATE, OPEN_SOON, OPEN_REST = "Việc quá hạn", "Việc sắp đến hạn", "Việc khác chưa xong"
OPEN_WEEKLY, OPEN_WAITING = "Việc làm hằng tuần", "Vướng mắc chờ trả lời"
"""How open work is called in the record of a handover."""

"""The words of this room: its events in the diary, how papers and notices are worded."""

from dataclasses import dataclass
from datetime import date

from danban.kit.vietnamese import day
from danban.plans.models import Plan
from danban.units.models import Body

EVENTS: dict[str, str] = {
    "plan.derived": "Lập kế hoạch của đơn vị từ kế hoạch cấp trên.",
    "plan.edited": "Sửa bản dự thảo kế hoạch.",
    "plan.submitted": "Trình kế hoạch để hai bên duyệt.",
    "plan.withdrawn": "Rút kế hoạch đang trình về soạn lại.",
    "plan.approved": "Duyệt kế hoạch.",
    "plan.declined": "Không duyệt kế hoạch, trả về soạn lại.",
    "plan.issued": "Ban hành kế hoạch.",
    "plan.sent_back": "Trả lại kế hoạch đã ban hành để sửa.",
    "plan.revised": "Mở kế hoạch đã ban hành ra sửa.",
    "change.confirmed": "Xác nhận thay đổi của kế hoạch cấp trên.",
    "kickoff.recorded": "Ghi nhận hội nghị triển khai kế hoạch.",
    "plan.received": "Xác nhận đã nhận kế hoạch.",
    "plans.loaded": "Nạp kế hoạch của các đơn vị hàng loạt.",
}
TOPIC = "plan"
SERIES = "plan"
"""The series of official numbers plans are entered in."""
KIND, ORIGIN = "plan", "plans"
"""What the paper of a plan is among the documents, and the room that composes it."""
NOTE_OF_ISSUING = (
    "Xin mở kế hoạch và xác nhận đã nhận. Đơn vị cấp dưới đã có kế hoạch thì xem khác biệt rồi xác nhận hoặc sửa đổi"
    " cho khớp."
)
"""What goes with an issued plan to the units it is sent to."""


def lower_first(name: str) -> str:
    """ "Phường Phúc Xá" inside a sentence: "phường Phúc Xá"."""
    return name[:1].lower() + name[1:]


def title_of(campaign_name: str, unit_name: str) -> str:
    """The title a plan starts with, at most 300 characters."""
    return f"Kế hoạch triển khai {campaign_name} trên địa bàn {lower_first(unit_name)}"[:300]


def paper_of(symbol: str, on: date) -> str:
    """How an issued plan is called: "Kế hoạch số 03/KHLT-UBND-UBMTTQ ngày 28/12/2022"."""
    return f"Kế hoạch số {symbol} ngày {day(on)}"


@dataclass(frozen=True)
class Words:
    """What people are told of a deed."""

    subject: str
    body: str


def words_of_submitting(plan: Plan) -> Words:
    """For the other chairing body."""
    body = f"Kế hoạch “{plan.title}” đã soạn xong và một bên đã duyệt. Xin mở ra đọc, duyệt hoặc trả về soạn lại."
    return Words(f"Chờ duyệt kế hoạch của {plan.placement.name}", body)


def words_of_approving(plan: Plan, chair: Body) -> Words:
    """For the unit's own offices."""
    return Words(
        f"{chair.name} đã duyệt kế hoạch",
        f"Kế hoạch “{plan.title}” đã đủ hai bên duyệt. Việc tiếp theo là ban hành: lấy số và ghi ngày đã ký.",
    )


def words_of_declining(plan: Plan, chair: Body) -> Words:
    """For the unit's own offices."""
    return Words(f"{chair.name} trả kế hoạch về soạn lại", f"Lý do: {plan.return_comment}")


def words_of_sending_back(plan: Plan, by: str) -> Words:
    """For the unit whose plan came back."""
    return Words(
        f"{by} trả lại kế hoạch đã ban hành để sửa",
        f"Điều cần sửa: {plan.return_comment}\nHãy sửa đổi kế hoạch, trình hai bên duyệt và ban hành lại.",
    )


def words_of_amending(campaign_name: str, reason: str) -> Words:
    """For every unit that has a plan."""
    return Words(
        f"Kế hoạch của năm vừa được sửa đổi: {campaign_name}",
        f"Lý do: {reason}\nXin mở kế hoạch của đơn vị để xem điều gì thay đổi, rồi xác nhận hoặc sửa đổi cho khớp.",
    )

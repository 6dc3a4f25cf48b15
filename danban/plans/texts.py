"""The words of this room: its events in the diary, how papers and notices are worded."""

from datetime import date

from danban.kit.vietnamese import day

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
TOPIC = "plans"
SERIES = "plan"
"""The series of official numbers plans are entered in."""


def lower_first(name: str) -> str:
    """ "Phường Phúc Xá" inside a sentence: "phường Phúc Xá"."""
    return name[:1].lower() + name[1:]


def title_of(campaign_name: str, unit_name: str) -> str:
    """The title a plan starts with, at most 300 characters."""
    return f"Kế hoạch triển khai {campaign_name} trên địa bàn {lower_first(unit_name)}"[:300]


def paper_of(symbol: str, on: date) -> str:
    """How an issued plan is called: "Kế hoạch số 03/KHLT-UBND-UBMTTQ ngày 28/12/2022"."""
    return f"Kế hoạch số {symbol} ngày {day(on)}"

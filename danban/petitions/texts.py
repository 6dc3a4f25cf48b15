"""The words of this room: its sentences in the diary, the steps of a petition's way, what people are told."""

from dataclasses import dataclass

from danban.kit.vietnamese import long_day
from danban.petitions.models import Petition, PetitionStep

EVENTS: dict[str, str] = {
    "petition.recorded": "Ghi một kiến nghị của Nhân dân.",
    "petition.classified": "Phân loại một kiến nghị.",
    "petition.routed": "Chuyển một kiến nghị tới cơ quan có thẩm quyền.",
    "petition.acknowledged": "Tiếp nhận một kiến nghị.",
    "petition.forwarded": "Chuyển tiếp một kiến nghị sang nơi khác.",
    "petition.returned": "Trả lại một kiến nghị cho Mặt trận.",
    "petition.answered": "Trả lời một kiến nghị.",
    "petition.confirmed": "Xác nhận kết quả một kiến nghị.",
    "petition.disputed": "Chưa đồng ý với câu trả lời một kiến nghị.",
    "petition.reopened": "Mở lại một kiến nghị.",
    "petition.turned_away": "Hướng dẫn một nội dung sang thủ tục riêng.",
    "petition.restored": "Đưa một nội dung trở lại danh sách kiến nghị.",
    "petition.split": "Tách một kiến nghị.",
    "petition.merged": "Nhập một kiến nghị ghi hai lần.",
    "petition.unmerged": "Tách lại một kiến nghị đã nhập.",
    "petition.grouped": "Gộp kiến nghị cùng việc.",
    "petition.left_group": "Đưa một kiến nghị ra khỏi nhóm.",
    "petition.paused": "Tạm dừng thời hạn một kiến nghị.",
    "petition.resumed": "Tính tiếp thời hạn một kiến nghị.",
    "petition.published": "Sửa phần công khai của một kiến nghị.",
    "petition.read_back": "Đọc lại câu trả lời cho bà con.",
    "petition.carried_over": "Đưa một kiến nghị chưa xong sang năm sau.",
    "petition.escalated": "Báo kiến nghị quá hạn lên cấp trên trực tiếp.",
    "petition_terms.set": "Đặt thời hạn giải quyết kiến nghị.",
    "closed_day.set": "Ghi một ngày nghỉ hoặc làm bù.",
    "closed_day.dropped": "Bỏ một ngày nghỉ hoặc làm bù đã ghi.",
    "routing_rule.set": "Sửa bảng thẩm quyền giải quyết kiến nghị.",
    "routing_rule.dropped": "Bỏ một dòng của bảng thẩm quyền.",
    "petition_synthesis.sent": "Gửi bảng tổng hợp kiến nghị.",
    "petitions.loaded": "Nạp kiến nghị của dữ liệu minh họa.",
}

STEPS: dict[str, str] = {
    "record": "Ghi lại tại {seat}",
    "classify": "{by} xếp lĩnh vực",
    "route": "Chuyển {to}",
    "acknowledge": "{to} tiếp nhận",
    "forward": "{by} chuyển tiếp sang {to}",
    "return": "{by} trả lại cho Mặt trận",
    "answer": "{to} trả lời",
    "confirm": "Bà con xác nhận",
    "dispute": "Bà con chưa đồng ý",
    "reopen": "Mở lại",
    "turn_away": "Hướng dẫn theo thủ tục riêng",
    "restore": "Đưa trở lại danh sách kiến nghị",
    "split": "Tách thành nhiều kiến nghị",
    "merge": "Nhập vào kiến nghị đã có",
    "unmerge": "Tách lại để theo dõi riêng",
    "group": "Gộp với kiến nghị cùng việc",
    "leave_group": "Đưa ra khỏi nhóm",
    "pause": "{to} tạm dừng thời hạn",
    "resume": "{to} tính tiếp thời hạn",
    "publish": "Sửa phần công khai",
    "read_back": "Đọc lại cho bà con",
    "carry_over": "Sang năm {year}, vẫn chưa xong",
    "escalate": "Quá hạn, báo cấp trên trực tiếp",
}
"""A step of the way; ``by`` is the unit that took it, ``to`` the body it lay with afterwards."""


@dataclass(frozen=True)
class Words:
    """What one side is told of a step."""

    subject: str
    body: str


def words_for_body(petition: Petition, step: PetitionStep) -> Words:
    """What the body it came to, or the Front it came back to, is told."""
    due = f"Đề nghị trả lời chậm nhất hết {long_day(petition.answer_due_on)}." if petition.answer_due_on else ""
    if step.verb == "return":
        return Words(f"Kiến nghị bị trả lại: {petition.title}", f"Lý do: {step.text}")
    opening = {
        "route": "Kiến nghị chuyển tới", "forward": "Kiến nghị chuyển tiếp tới", "dispute": "Bà con chưa đồng ý",
        "reopen": "Kiến nghị mở lại",
    }[step.verb]  # fmt: skip
    why = f"Lý do: {step.text}" if step.text else ""
    return Words(f"{opening}: {petition.title}"[:190], "\n".join(filter(None, (petition.seat.name, why, due))))


def words_for_village(petition: Petition, step: PetitionStep) -> Words:
    """What the village that asked is told."""
    body = petition.body.name if petition.body else "Mặt trận"
    subject = {
        "route": f"Đã chuyển {body}", "forward": f"Đã chuyển tiếp sang {body}", "answer": f"{body} đã trả lời",
        "turn_away": "Theo thủ tục riêng", "pause": f"{body} tạm dừng thời hạn", "return": "Chuyển lại để tìm đúng nơi",
    }[step.verb]  # fmt: skip
    end = "Xin đọc lại cho bà con, rồi ghi bà con đồng ý hay chưa." if step.verb == "answer" else ""
    why = f"Lý do: {step.text}" if step.text and step.verb != "answer" else step.text
    return Words(f"{subject}: {petition.title}"[:190], "\n".join(filter(None, (why, end))) or petition.title)

"""The words of this room in the diary."""

EVENTS: dict[str, str] = {
    "assignment.accepted": "Cơ quan nhận việc được phân công.",
    "assignment.noted": "Ghi tiến độ một việc được phân công.",
    "assignment.finished": "Ghi một việc được phân công đã hoàn thành.",
    "assignment.reopened": "Mở lại một việc được phân công.",
    "body.named": "Ghi cơ quan chịu trách nhiệm một việc được phân công.",
    "partner.added": "Thêm cơ quan phối hợp.",
    "partner.removed": "Bỏ một cơ quan phối hợp.",
    "file.attached": "Đính kèm một tài liệu.",
    "file.withdrawn": "Rút một tài liệu đã đính kèm.",
    "briefing.held": "Ghi buổi hướng dẫn trưởng thôn, tổ trưởng và Trưởng ban công tác Mặt trận.",
    "briefing.withdrawn": "Rút một buổi hướng dẫn ghi nhầm.",
    "joint_event.recorded": "Ghi một hoạt động hai cơ quan phối hợp tổ chức.",
    "joint_event.withdrawn": "Rút một hoạt động phối hợp ghi nhầm.",
    "work.loaded": "Nạp hàng loạt việc của phần phân công.",
}

"""The words of this room: what notices are about, and its sentences in the diary."""

EVENTS: dict[str, str] = {}

TOPICS: dict[str, str] = {
    "reminder": "Đôn đốc",
    "escalation": "Báo cấp trên",
    "plan": "Kế hoạch",
    "amendment": "Sửa đổi kế hoạch",
    "assignment": "Nhiệm vụ",
    "difficulty": "Khó khăn, vướng mắc",
    "account": "Tài khoản",
    "digest": "Gộp tin trong ngày",
}
"""What a notice is about, as the inbox and the outbox name it."""

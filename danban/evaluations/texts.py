"""The sentences of this room in the diary."""

EVENTS: dict[str, str] = {
    "evaluation.saved": "Lưu một bản tự đánh giá.",
    "evaluation.submitted": "Gửi một bản tự đánh giá.",
    "evaluation.returned": "Trả lại một bản tự đánh giá để bổ sung.",
}

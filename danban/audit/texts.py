"""What the diary says about itself."""

EVENTS: dict[str, str] = {
    "diary.verified": "Kiểm tra chuỗi nhật ký",
}

"""The words of this room in the diary."""

EVENTS: dict[str, str] = {
    "clean_up.logged": "Ghi một buổi tổng vệ sinh.",
    "clean_up.corrected": "Sửa một buổi tổng vệ sinh đã ghi.",
    "clean_up.withdrawn": "Rút một buổi tổng vệ sinh ghi nhầm.",
    "clean_ups.loaded": "Nạp các buổi tổng vệ sinh hàng loạt.",
}

"""Diary sentences of the room."""

EVENTS: dict[str, str] = {
    "device.issued": "Thêm một máy điểm danh.",
    "device.revoked": "Ngừng một máy điểm danh.",
    "presence.recorded": "Ghi người dự hội nghị.",
    "presence.taken_back": "Rút lại một lượt điểm danh.",
    "tallies.set": "Ghi số lượng người dự.",
}

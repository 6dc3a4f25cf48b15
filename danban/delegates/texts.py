"""Diary sentences of the room."""

EVENTS: dict[str, str] = {
    "tallies.loaded": "Nạp số người dự hàng loạt.",
    "structure.set": "Lập cơ cấu đại biểu.",
    "structure.agreed": "Thống nhất cơ cấu đại biểu.",
    "delegate.named": "Ghi đại biểu vào danh sách.",
    "delegate.dropped": "Rút một người khỏi danh sách đại biểu.",
    "delegate.elected": "Cử đại biểu dự hội nghị cấp xã.",
    "delegate.invited": "Mời đại biểu.",
    "invitation.accepted": "Người được mời nhận lời.",
    "invitation.declined": "Người được mời báo bận.",
    "invitation.replaced": "Người được mời cử người thay.",
    "device.issued": "Thêm một máy điểm danh.",
    "device.revoked": "Ngừng một máy điểm danh.",
    "presence.recorded": "Ghi người dự hội nghị.",
    "presence.taken_back": "Rút lại một lượt điểm danh.",
    "tallies.set": "Ghi số lượng người dự.",
}

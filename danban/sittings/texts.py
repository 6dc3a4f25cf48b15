"""The words of this room: its events in the diary."""

EVENTS: dict[str, str] = {
    "records.loaded": "Nạp diễn biến hội nghị hàng loạt.",
    "opinion.recorded": "Ghi một ý kiến tại hội nghị.",
    "opinion.edited": "Sửa một ý kiến đã ghi.",
    "opinion.answered": "Ghi trả lời tại chỗ cho một ý kiến.",
    "opinion.settled": "Ghi ý của người nêu về câu trả lời.",
    "opinion.marked": "Chuyển một ý kiến thành kiến nghị, hoặc bỏ đánh dấu.",
    "turn.asked": "Thêm một người đăng ký phát biểu.",
    "turn.begun": "Mời một người phát biểu.",
    "turn.ended": "Một người phát biểu xong.",
    "turn.left": "Một người rút đăng ký phát biểu.",
    "target.put": "Đưa một chỉ tiêu ra hội nghị.",
    "target.changed": "Sửa một chỉ tiêu trước khi biểu quyết.",
    "target.dropped": "Bỏ một chỉ tiêu.",
    "hand_count.counted": "Ghi kết quả giơ tay biểu quyết.",
    "hand_count.corrected": "Sửa số đếm biểu quyết.",
    "poll.prepared": "Chuẩn bị một cuộc bỏ phiếu kín.",
    "poll.opened": "Mở một cuộc bỏ phiếu kín.",
    "poll.closed": "Kiểm phiếu một cuộc bỏ phiếu kín.",
    "poll.cancelled": "Hủy một cuộc bỏ phiếu kín.",
}

"""The sentences of this room in the diary."""

EVENTS: dict[str, str] = {
    "commitments.adopted": "Chỉ tiêu vào nghị quyết, được theo dõi.",
    "commitments.entered": "Nhập chỉ tiêu nghị quyết năm trước từ giấy.",
    "commitments.loaded": "Nạp chỉ tiêu của dữ liệu minh họa.",
    "commitment.settled": "Đánh giá một chỉ tiêu nghị quyết.",
    "commitment.disputed": "Bà con chưa đồng ý với kết quả một chỉ tiêu.",
    "commitment.cancelled": "Thôi thực hiện một chỉ tiêu.",
    "indicator.set": "Sửa danh mục chỉ tiêu.",
}

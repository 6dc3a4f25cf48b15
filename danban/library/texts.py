"""The words of this room: its events in the diary."""

EVENTS: dict[str, str] = {
    "reference.entered": "Nhập một văn bản căn cứ vào thư viện.",
    "reference.edited": "Sửa một văn bản căn cứ trong thư viện.",
    "references.gathered": "Đưa các văn bản kế hoạch dẫn vào thư viện.",
    "references.loaded": "Nạp văn bản căn cứ hàng loạt.",
    "outline.begun": "Bắt đầu soạn một đề cương.",
    "version.begun": "Bắt đầu soạn bản tiếp theo của một đề cương.",
    "version.edited": "Sửa bản đang soạn của một đề cương.",
    "version.published": "Đưa một bản đề cương ra dùng.",
    "version.withdrawn": "Rút một bản đề cương.",
    "presentation.recorded": "Ghi nơi trình bày một đề cương.",
    "presentation.removed": "Bỏ một lần trình bày ghi nhầm.",
    "presentations.loaded": "Nạp các lần trình bày hàng loạt.",
}

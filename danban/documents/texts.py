"""The words of this room in the diary."""

EVENTS: dict[str, str] = {
    "number.taken": "Lấy một số văn bản vào sổ.",
    "numbers.loaded": "Nạp sổ số văn bản hàng loạt.",
}

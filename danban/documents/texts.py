"""The words of this room in the diary."""

EVENTS: dict[str, str] = {
    "number.taken": "Lấy một số văn bản vào sổ.",
    "numbers.loaded": "Nạp sổ số văn bản hàng loạt.",
    "document.issued": "Ban hành một văn bản.",
    "document.replaced": "Một văn bản được văn bản khác thay thế.",
    "document.rendered": "Tạo tệp PDF của một văn bản đã ban hành.",
    "documents.loaded": "Nạp văn bản đã ban hành hàng loạt.",
    "signer.named": "Cử một người ký văn bản.",
    "signers.loaded": "Nạp người ký của các cơ quan hàng loạt.",
    "signer.ended": "Kết thúc thời gian ký của một người ký.",
}

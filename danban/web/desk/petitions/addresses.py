"""Addresses of the lists of petitions, and the words filters have in them."""

from urllib.parse import urlencode

from django.urls import reverse

SIDES = {"sorting": "phan-loai", "answering": "tra-loi", "confirming": "xac-nhan", "area": "dia-ban"}
STATES = {
    "open": "chua-xong", "sorting": "cho-phan-loai", "waiting": "cho-tra-loi", "late": "qua-han", "soon": "sap-den-han",
    "unacknowledged": "chua-tiep-nhan", "paused": "tam-dung", "answered": "da-tra-loi", "confirmed": "da-xac-nhan",
    "unread": "chua-doc-lai", "disputed": "chua-dong-y", "carried": "nam-truoc", "turned_away": "thu-tuc-rieng",
    "complaint": "khieu-nai",
}  # fmt: skip
STATE_LABELS = {
    "open": "Chưa xong", "sorting": "Chờ phân loại", "waiting": "Chờ trả lời", "late": "Quá hạn", "soon": "Sắp đến hạn",
    "unacknowledged": "Chưa tiếp nhận", "paused": "Tạm dừng", "answered": "Đã trả lời", "confirmed": "Đã xác nhận",
    "unread": "Chưa đọc lại", "disputed": "Dân chưa đồng ý", "carried": "Từ năm trước", "turned_away": "Thủ tục riêng",
    "complaint": "Có dấu hiệu khiếu nại",
}  # fmt: skip


def code_of(word: str, words: dict[str, str]) -> str:
    """The code a word of an address stands for; "" for none."""
    return next((code for code, known in words.items() if known == word), "")


def to(name: str, *args: int, **query: object) -> str:
    """The address of a page; empty parts of the query are left out."""
    kept = {key: value for key, value in query.items() if value not in ("", None, False)}
    path = reverse(f"desk:petitions:{name}", args=args)
    return f"{path}?{urlencode(kept)}" if kept else path


def listing(
    *,
    side: str = "area",
    state: str = "",
    place: int | None = None,
    field: str = "",
    body: int | None = None,
    campaign: int | None = None,
    words: str = "",
) -> str:
    """The list a number was counted from."""
    return to(
        "index", xem=SIDES[side], tinh_trang=STATES.get(state, ""), don_vi=place, linh_vuc=field, co_quan=body,
        nam=campaign, q=words,
    )  # fmt: skip

"""Addresses of assignments, and the words filters have in them."""

from urllib.parse import urlencode

from django.urls import reverse

ROOM = "desk:assignments"
STATES = {
    "late": "qua-han", "waiting": "chua-nhan", "working": "dang-lam", "done": "da-xong", "weekly": "hang-tuan",
    "unnamed": "chua-ro", "below": "cap-duoi", "withdrawn": "da-bo",
}  # fmt: skip
STATE_LABELS = {
    "late": "Quá hạn, chậm ghi", "waiting": "Chưa nhận việc", "working": "Đang thực hiện", "done": "Đã hoàn thành",
    "weekly": "Lặp lại", "unnamed": "Chưa rõ cơ quan", "below": "Giao cấp dưới",
    "withdrawn": "Không còn trong kế hoạch",
}  # fmt: skip
PURPOSES = {"outline": "de-cuong", "guidance": "huong-dan"}


def to(name: str, *args: int | None, year: str = "", **query: str | int | None) -> str:
    """The address of a page of this room; empty parts of the query are left out."""
    path = reverse(f"{ROOM}:{name}", args=[argument for argument in args if argument is not None])
    kept = {key: value for key, value in {**query, "nam": year}.items() if value not in ("", None)}
    return f"{path}?{urlencode(kept)}" if kept else path


def code_of(word: str, words: dict[str, str]) -> str:
    """The key a word of an address stands for; "" for none."""
    return next((code for code, known in words.items() if known == word), "")

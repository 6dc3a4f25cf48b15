"""Addresses of the lists of difficulties, and the words filters have in them."""

from urllib.parse import urlencode

from django.urls import reverse

SIDES = {"held": "cho-tra-loi", "asked": "da-bao", "area": "dia-ban"}
STATES = {
    "late": "qua-han", "urgent": "gap", "waiting": "dang-cho", "answered": "da-tra-loi", "closed": "da-khep",
    "replied_late": "tra-loi-muon",
}  # fmt: skip
STATE_LABELS = {
    "late": "Quá hạn", "urgent": "Gấp", "waiting": "Đang chờ", "answered": "Đã trả lời", "closed": "Đã khép lại",
    "replied_late": "Trả lời muộn",
}  # fmt: skip


def code_of(word: str, words: dict[str, str]) -> str:
    """The code a word of an address stands for; "" for none."""
    return next((code for code, known in words.items() if known == word), "")


def to(name: str, **query: object) -> str:
    """The address of a page without a thing of its own; empty parts of the query are left out."""
    kept = {key: value for key, value in query.items() if value not in ("", None, False)}
    path = reverse(f"desk:difficulties:{name}")
    return f"{path}?{urlencode(kept)}" if kept else path


def listing(
    *,
    side: str = "area",
    place: int | None = None,
    state: str = "",
    kind: str = "",
    is_alone: bool = False,
    campaign: int | None = None,
) -> str:
    """The list a number was counted from."""
    return to(
        "index", xem=SIDES[side], don_vi=place, tinh_trang=STATES.get(state, ""), viec=kind,
        rieng="1" if is_alone else "", nam=campaign,
    )  # fmt: skip

"""Addresses of the library and the words filters have in them."""

from urllib.parse import urlencode

from django.urls import reverse

from danban.web.ui.pieces import Link, Tab

STATES = {"standing": "con-hieu-luc", "replaced": "da-thay-the", "ended": "het-hieu-luc", "coming": "chua-co-hieu-luc"}
STATE_LABELS = {
    "standing": "Còn hiệu lực", "replaced": "Đã được thay thế", "ended": "Hết hiệu lực", "coming": "Chưa có hiệu lực",
}  # fmt: skip
SIDES = {"party": "dang", "state": "nha-nuoc"}
AREAS = {"urban": "do-thi", "rural": "nong-thon"}


def code_of(word: str, words: dict[str, str]) -> str:
    """The code a word of an address stands for; "" for none."""
    return next((code for code, known in words.items() if known == word), "")


def to(name: str, *args: object, **query: object) -> str:
    """The address of a page; empty parts of the query are left out."""
    kept = {key: value for key, value in query.items() if value not in ("", None, False)}
    path = reverse(f"desk:library:{name}", args=args)
    return f"{path}?{urlencode(kept)}" if kept else path


def room(current: str) -> list[Tab]:
    """The three shelves of the library."""
    labels = {
        "index": "Đề cương tuyên truyền", "references": "Văn bản căn cứ", "presentations": "Đã trình bày",
    }  # fmt: skip
    return [Tab(label, to(name), name == current) for name, label in labels.items()]


OUTLINES = "Đề cương tuyên truyền"
REFERENCES = "Văn bản căn cứ"


def crumbs(shelf: str, *more: Link) -> list[Link]:
    """The way to a page of one shelf: "index" or "references"."""
    return [Link(OUTLINES if shelf == "index" else REFERENCES, to(shelf)), *more]

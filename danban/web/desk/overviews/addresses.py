"""Addresses that keep the cycle looked at, and the words filters have in them."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from danban.web.ui.navigation import address_of
from danban.web.ui.pieces import Link

ROOM = "desk:overviews"
STATES = {
    "late": "qua-han", "soon": "sap-den-han", "open": "chua-xong", "done": "da-xong", "done_late": "xong-muon",
    "excused": "duoc-chap-nhan",
}  # fmt: skip
STATE_LABELS = {
    "late": "Quá hạn", "soon": "Sắp đến hạn", "open": "Chưa xong", "done": "Đã xong", "done_late": "Xong muộn",
    "excused": "Được chấp nhận lý do",
}  # fmt: skip
_LEVELS = {"city": "thanh-pho", "district": "huyen", "commune": "xa", "village": "thon"}


@dataclass(frozen=True)
class DeedPage:
    """Where a deed is done: the name of a page that takes the id of the obligation, and what its button says."""

    url_name: str
    label: str


DEEDS: dict[str, DeedPage] = {
    "plan": DeedPage("desk:plans:of_obligation", "Mở kế hoạch của đơn vị"),
    "funding": DeedPage("desk:plans:of_obligation", "Xác nhận kinh phí trong kế hoạch"),
    "minutes": DeedPage("desk:resolutions:of_obligation", "Mở biên bản hội nghị"),
    "resolution": DeedPage("desk:resolutions:of_obligation", "Mở nghị quyết hội nghị"),
    "guidance": DeedPage("desk:assignments:brief", "Ghi buổi hướng dẫn"),
    "agenda": DeedPage("desk:conferences:agenda_of_duty", "Mở chương trình hội nghị"),
    "assignment": DeedPage("desk:assignments:of_obligation", "Mở việc phân công"),
}
"""Kind of obligation → the page where its deed is done. Kinds made of assignments are called "assignment-…"."""


def level_word(code: str) -> str:
    """How a level is written in an address; levels of other schemes keep their code."""
    return _LEVELS.get(code, code)


def level_code(word: str) -> str:
    """The level a word of an address means."""
    return next((code for code, known in _LEVELS.items() if known == word), word)


def state_code(word: str) -> str:
    """The state a word of an address means; "" for none."""
    return next((code for code, known in STATES.items() if known == word), "")


def to(name: str, *args: int | str | None, year: str = "", **query: str | int) -> str:
    """The address of a page of this room; empty parts of the query are left out."""
    path = reverse(f"{ROOM}:{name}", args=[argument for argument in args if argument is not None])
    kept = {key: value for key, value in {**query, "nam": year}.items() if value not in ("", None)}
    return f"{path}?{urlencode(kept)}" if kept else path


def by_pk(name: str, *, year: str = "") -> Callable[[int], str]:
    """The same for many things at once: resolved one time, filled in for each."""
    before, after = to(name, 0, year=year).split("/0/", 1)
    return lambda pk: f"{before}/{pk}/{after}"


def listing(*, place: int, state: str = "", kind: str = "", level: str = "", year: str = "") -> str:
    """The list of obligations a number was counted from."""
    return to(
        "obligations",
        year=year,
        don_vi=place,
        viec=kind,
        cap=level_word(level) if level else "",
        tinh_trang=STATES.get(state, ""),
    )


def reminding(campaign_pk: int, *, place: int | None = None, kind: str = "", level: str = "", owed: int = 0) -> str:
    """Where somebody reminds of what is late: of a whole list, or of one obligation."""
    query = {"don_vi": place, "viec": kind, "cap": level_word(level) if level else "", "so": owed or None}
    kept = {key: value for key, value in query.items() if value}
    return f"{reverse('desk:campaigns:remind_late', args=[campaign_pk])}?{urlencode(kept)}"


def deed(kind_code: str, pk: int) -> Link | None:
    """Where the deed of an obligation is done; None as long as no room brings a page for it."""
    page = DEEDS.get(kind_code) or DEEDS.get(kind_code.partition("-")[0])
    address = address_of(page.url_name, pk) if page else ""
    return Link(page.label, address) if page and address else None

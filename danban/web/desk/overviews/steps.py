"""The four steps of a conference as pages show them: each with its sentence, the one deed with its address."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from danban.web.ui import pieces
from danban.web.ui.navigation import address_of

if TYPE_CHECKING:
    from danban.overviews.queries import ConferenceSteps

Context = dict[str, Any]
_PAGES = {
    "prepare": "desk:conferences:agenda",
    "invite": "desk:delegates:index",
    "meet": "desk:sittings:run",
    "send": "desk:resolutions:minutes",
}
_DEEDS = {
    "agenda.draft": ("desk:conferences:agenda", "Lập chương trình"),
    "agenda.agree": ("desk:conferences:agenda", "Xem và thống nhất chương trình"),
    "agenda.wait": ("desk:conferences:agenda", "Mở chương trình"),
    "day.propose": ("desk:conferences:propose", "Đề xuất ngày họp"),
    "day.wait": ("desk:conferences:show", "Xem lịch họp"),
    "announce": ("desk:conferences:show", "Mở để thông báo hội nghị"),
    "structure": ("desk:delegates:index", "Lập cơ cấu đại biểu"),
    "name": ("desk:delegates:index", "Ghi danh sách đại biểu"),
    "invite": ("desk:delegates:index", "Gửi giấy mời"),
    "look": ("desk:sittings:run", "Mở trang điều hành"),
    "open": ("desk:sittings:run", "Mở trang điều hành để khai mạc"),
    "run": ("desk:sittings:run", "Tiếp tục điều hành"),
    "paper": ("desk:resolutions:paper_entry", "Nhập từ giấy"),
    "minutes": ("desk:resolutions:minutes", "Mở biên bản"),
    "resolution": ("desk:resolutions:resolution", "Mở nghị quyết"),
}


def of_conference(found: ConferenceSteps) -> Context:
    """The steps, the next deed, the ways beside it."""
    pk, now = found.conference.pk, found.next
    name, label = _DEEDS[now.deed] if now else ("desk:conferences:show", "Xem hội nghị")
    return {
        "of_conference": found,
        "steps": [pieces.Step(step.label, step.state, address_of(_PAGES[step.code], pk)) for step in found.steps],
        "step_now": next(((at, step.label) for at, step in enumerate(found.steps, 1) if step.state == "now"), None),
        "conference_deed": pieces.Link(label, address_of(name, pk)),
        "told": [pieces.Term(step.label, step.sentence) for step in found.steps],
    }

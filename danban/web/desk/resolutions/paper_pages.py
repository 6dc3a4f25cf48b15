"""What the pages of paper are handed: the form for what was written, the sheets to write on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from danban.conferences.rules import check_can_record_held, check_holds
from danban.kit.clock import HANOI
from danban.kit.refusals import is_allowed
from danban.resolutions.rules import may_read_names
from danban.resolutions.states import MinutesStatus
from danban.web.desk.conferences import heads
from danban.web.ui.navigation import address_of
from danban.web.ui.pieces import Link

if TYPE_CHECKING:
    from datetime import datetime

    from danban.kit.actor import Actor
    from danban.resolutions.models import Minutes
    from danban.resolutions.queries import MinutesPage, PaperEntry
    from danban.web.desk.resolutions.paper_forms import SheetForm

Context = dict[str, Any]
_PARTS = ("opinion", "target", "vote")
_SHEETS = (
    ("desk:conferences:blank_agenda", "Chương trình", "Nội dung của kế hoạch in sẵn, dòng trống cho mục của đơn vị."),
    ("desk:delegates:blank", "Cơ cấu, danh sách đại biểu", "Ghi họ tên từng người, thành phần, điện thoại."),
    ("desk:delegates:attendance_sheet", "Điểm danh", "Tên đại biểu in sẵn, mỗi người ký một dòng."),
    ("desk:sittings:blank", "Diễn biến", "Giờ từng mục, ý kiến, biểu quyết."),
    ("desk:resolutions:blank_minutes", "Biên bản", "Hai chữ ký ở cuối; chụp lại rồi nhập ở trang nhập từ giấy."),
)
_CALLED_BY = {"desk:delegates:attendance_sheet": "attendance:record", "desk:delegates:blank": "delegate:see"}


def known(found: PaperEntry) -> dict[str, Any]:
    """What the form begins with."""
    one = found.conference
    start = one.starts_at.astimezone(HANOI).strftime("%H:%M") if one.starts_at else ""
    return {"held_on": one.day, "starts": start, "chair": found.chair, "secretary": found.secretary}


def done(minutes: Minutes) -> str:
    """What is said when everything was taken."""
    if minutes.status == MinutesStatus.CONFIRMED:
        return "Đã nhập từ giấy. Hội nghị và biên bản đã được ghi nhận."
    return "Đã nhập từ giấy. Biên bản còn là dự thảo: đọc lại rồi trình chủ tọa."


def entry(actor: Actor, found: PaperEntry, form: SheetForm) -> Context:
    """The form, its lines part by part."""
    return {
        "head": heads.head(actor, found.conference, ""),
        "one": found.conference,
        "found": found,
        "form": form,
        "groups": form.groups(),
        "has_groups": any(bound.value() or bound.errors for bound in form.groups()),
        "counts": form.counts,
        **{f"{part}s": form.lines(part) for part in _PARTS},
    }


def blank_forms(actor: Actor, found: MinutesPage, at: datetime) -> Context:
    """The sheets this person may open."""
    one = found.conference
    sheets = [
        (Link(label, address_of(name, one.pk)), words)
        for name, label, words in _SHEETS
        if name not in _CALLED_BY or is_allowed(check_holds, actor, one, _CALLED_BY[name])
    ]
    return {
        "head": heads.head(actor, one, ""),
        "one": one,
        "sheets": sheets,
        "may_enter": is_allowed(check_can_record_held, actor, one, None, at=at),
    }


def blank_minutes(actor: Actor, found: MinutesPage) -> Context:
    """Minutes with what is known printed and the rest as lines."""
    return {
        "head": heads.head(actor, found.conference, ""),
        "one": found.conference,
        "facts": found.facts,
        "may_see_names": may_read_names(actor, found.conference),
        "lines": range(8),
        "votes": range(4),
    }

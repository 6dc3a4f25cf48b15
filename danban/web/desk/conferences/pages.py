"""What each template is handed: rows with their states and ways on."""

from __future__ import annotations

import math
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.urls import reverse

from danban.conferences.queries import Board, ConferenceList, ConferencePage, Proposal, Year
from danban.conferences.states import CONFERENCE, ConferenceStatus, Session
from danban.conferences.texts import when
from danban.kit.vietnamese import long_day, short_day, weekday
from danban.web.ui.pieces import Link, Pill, PillKind, Tab, Term

if TYPE_CHECKING:
    from danban.conferences.models import Conference
    from danban.conferences.queries.standing import Slot, Standing

Context = dict[str, Any]
_KINDS: dict[str, PillKind] = {
    ConferenceStatus.PLANNED: "quiet", ConferenceStatus.SCHEDULED: "info", ConferenceStatus.ANNOUNCED: "info",
    ConferenceStatus.OPENED: "soon", ConferenceStatus.HELD: "done", ConferenceStatus.POSTPONED: "soon",
    ConferenceStatus.NOT_HELD: "late",
}  # fmt: skip
_TONES = ((0, "c-none"), (1, "c-s1"), (10, "c-s2"), (30, "c-s3"))
MOST_LINES = 60
CHANGED = Pill("soon", "Đã đổi từ khi gửi")


def to(name: str, *args: int, **query: object) -> str:
    """An address of this room; empty parts of the query are left out."""
    kept = {key: value for key, value in query.items() if value not in ("", None, False)}
    path = reverse(f"desk:conferences:{name}", args=args)
    return f"{path}?{urlencode(kept)}" if kept else path


def tabs(current: str, *, may_propose: bool = True, has_below: bool = True) -> list[Tab]:
    """The pages of the room."""
    places = [("board", "Theo tuần"), ("calendar", "Cả đợt"), ("index", "Danh sách"), ("halls", "Hội trường")]
    places = places if has_below else [one for one in places if one[0] != "calendar"]
    places += [("proposer", "Lập lịch"), ("summary", "Tóm tắt")] if may_propose else []
    found = [Tab(label, to(name), name == current) for name, label in places]
    sent = [Tab("Lãnh đạo dự", reverse("desk:envoys:index"), current == "envoys")] if may_propose else []
    return [*found, *sent]


def pills(one: Conference | Standing) -> list[Pill]:
    """Its status, and what sets it apart."""
    found = [Pill(_KINDS[one.status], CONFERENCE.label(one.status))]
    return [*found, *([Pill("soon", "Hội nghị điểm")] if one.is_pilot else [])]


def slot_words(slot: Slot | None) -> str:
    """ "Tối Thứ Sáu 17/02/2023"."""
    return f"{Session(slot[1]).label} {long_day(slot[0])}" if slot else "Chưa có ngày"


def index(found: ConferenceList) -> Context:
    """A list, with its states as tabs."""
    place = found.year.place.pk
    states = [("", "Tất cả"), *ConferenceStatus.choices]
    return {
        "found": found,
        "rows": [
            (one, when(one), [*pills(one), *([CHANGED] if one.pk in found.changed else [])]) for one in found.page
        ],
        "states": [
            Tab(
                label,
                to("index", tinh_trang=code, q=found.words, don_vi=place, ngay=found.day, diem=found.is_pilot),
                code == found.status,
            )
            for code, label in states
        ],
        "tabs": tabs("index", may_propose=found.may_join, has_below=_has_below(found.year)),
        "join_href": to("join") if found.may_join and found.year.own.depth == found.year.deepest - 1 else "",
        "is_narrowed": bool(found.words or found.status or found.day or found.is_pilot),
    }


def board(found: Board, today: date) -> Context:
    """A week."""
    place, week = found.year.place, timedelta(days=7)
    names = [(f"{weekday(day)} {short_day(day)}", day == today) for day in found.days]
    return {
        "found": found,
        "place": place,
        "names": names,
        "sessions": [
            (Session(session).label, list(zip(names, cells, strict=True))) for session, cells in found.cells.items()
        ],
        "heat": [
            (
                row,
                to("board", don_vi=row.place.pk, ngay=found.monday),
                [(n, tone(n), name) for n, (name, _) in zip(row.counts, names, strict=True)],
            )
            for row in found.heat
        ],
        "before": to("board", don_vi=place.pk, ngay=found.monday - week),
        "after": to("board", don_vi=place.pk, ngay=found.monday + week),
        "until": found.monday + timedelta(days=6),
        "tabs": tabs("board", may_propose="apply" in found.verbs, has_below=_has_below(found.year)),
        "changed": {one.conference_id for one in found.changes or ()},
        "undated": [(one, _wish(one)) for one in found.standing if not one.slot],
        "sent_href": to("sent", don_vi=place.pk),
        "crumbs": _crumbs(found.year),
        "send_query": urlencode({"don_vi": place.pk}),
        "sums_href": _sums(found.year),
        "figures": _figures(found),
        "sentence": "",
    }


def _wish(one: Standing) -> str:
    """What the heads of a village proposed, in words."""
    return slot_words(one.wish) if one.wish else ""


def _has_below(year: Year) -> bool:
    return year.own.depth < year.deepest


def _crumbs(year: Year) -> list[Link]:
    crumbs = [Link("Hội nghị", to("board"))]
    if year.place.pk != year.own.pk and year.place.parent is not None:
        crumbs.append(Link(year.place.parent.name, to("board", don_vi=year.place.parent_id)))
    return [*crumbs, Link(year.place.name)]


def _sums(year: Year) -> str:
    """Where the conferences of an area are added up; villages have none below them."""
    if year.place.depth >= year.deepest:
        return ""
    return f"{reverse('desk:resolutions:area')}?{urlencode({'don_vi': year.place.pk})}"


def _figures(found: Board) -> list[tuple[str, int]]:
    """What stands beside the board: how many there are, without a day, changed since sent up."""
    figures = [("hội nghị", len(found.standing)), ("chưa có ngày", found.undated)]
    if found.changes is not None:
        figures.append(("thay đổi từ lần gửi trước", len(found.changes)))
    return figures


def tone(count: int) -> str:
    """The shade of a count."""
    return next(name for least, name in reversed(_TONES) if count >= least)


def show(found: ConferencePage) -> Context:
    """One conference."""
    one = found.conference
    wish = slot_words((one.proposed_day, one.proposed_session)) if one.proposed_day else ""
    rows = [
        Term("Thời gian", when(one)),
        Term("Nơi họp", one.hall.name if one.hall else "Chưa có"),
        Term("Đợt hội nghị", str(found.window)),
        *([Term("Đề xuất", f"{wish}{f', {one.proposed_hall.name}' if one.proposed_hall else ''}")] if wish else []),
        *([Term("Lý do", one.cause)] if one.cause else []),
        *([Term("Cấp trên", "Đã chấp nhận lý do")] if one.excused_at else []),
    ]
    return {
        "found": found,
        "one": one,
        "pills": pills(one),
        "rows": rows,
        "crumbs": [Link("Hội nghị", to("board")), Link(one.placement.name)],
        "may_part": "schedule" in found.verbs and len(found.places) > 1,
    }


def gap_words(found: Proposal) -> str:
    """How far from the best there can be, proven."""
    if found.gap is None:
        return "Phương án nhanh, chưa so được với phương án tốt nhất." if found.is_first else ""
    if not found.gap:
        return "Đã chứng minh không có phương án nào tốt hơn theo các yêu cầu đặt ra."
    share = f"{math.ceil(found.gap * 1000) / 10:.1f}".replace(".", ",")
    return f"Cách phương án tốt nhất có thể không quá {share} %."


def proposer(found: Proposal, year: Year, asked: dict[str, Any]) -> Context:
    """What would change, the longest lists cut; what is not shown is counted."""
    changed = [line for line in found.lines if line.is_new or line.is_moved]
    new, moved, stay, lost = found.counts
    level = asked.get("cap") or "thon"
    return {
        "found": found,
        "year": year,
        "lines": [
            (line, slot_words(line.before), slot_words(line.after), _wish(line.standing))
            for line in changed[:MOST_LINES]
        ],
        "hidden": max(len(changed) - MOST_LINES, 0),
        "figures": [("được xếp mới", new), ("đổi lịch", moved), ("giữ nguyên", stay), ("chưa xếp được", lost)],
        "changed": len(changed),
        "gap_words": gap_words(found),
        "better_href": to(
            "proposer",
            don_vi=year.place.pk,
            cap=asked.get("cap"),
            lanh_dao=asked.get("lanh_dao"),
            lam_lai=asked.get("lam_lai") and 1,
            tot=1,
        )
        if found.is_first and found.gap != 0
        else "",
        "levels": [
            Tab("Thôn, tổ dân phố", to("proposer", don_vi=year.place.pk), level == "thon"),
            Tab("Xã, phường, thị trấn", to("proposer", don_vi=year.place.pk, cap="xa"), level == "xa"),
        ],
        "asked": asked,
        "level": level,
        "tabs": tabs("proposer"),
        "crumbs": [Link("Hội nghị", to("board")), Link("Lập lịch")],
    }

"""What each template is handed: the paper, its state, its way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.safestring import SafeString

from danban.kit.clock import day_of
from danban.kit.vietnamese import day
from danban.kit.vietnamese import number as figure
from danban.papers.layout import lay_out
from danban.resolutions.rules.wording import present_words
from danban.resolutions.states import MINUTES, RESOLUTION, MinutesStatus, ResolutionStatus
from danban.web.desk.conferences import heads
from danban.web.ui.navigation import address_of
from danban.web.ui.paper import draw
from danban.web.ui.pieces import Pill, PillKind, Point, Tab, Term

if TYPE_CHECKING:
    from danban.kit.actor import Actor
    from danban.kit.lifecycle import Lifecycle
    from danban.papers.paper import Paper
    from danban.resolutions.models import Minutes, Resolution
    from danban.resolutions.queries import MinutesPage, ResolutionPage

Context = dict[str, Any]
_PILLS: dict[str, PillKind] = {
    MinutesStatus.DRAFTED: "info", MinutesStatus.SUBMITTED: "soon", MinutesStatus.CONFIRMED: "done",
    MinutesStatus.CORRECTED: "quiet", ResolutionStatus.ISSUED: "done", ResolutionStatus.REPLACED: "quiet",
}  # fmt: skip


def to(name: str, *args: int | str) -> str:
    """An address of this room."""
    return reverse(f"desk:resolutions:{name}", args=args)


def minutes(actor: Actor, found: MinutesPage) -> Context:
    """Minutes: the paper where names may be read, the figures for everybody."""
    one = found.shown
    return {
        "head": heads.head(actor, found.conference, "desk:resolutions:minutes"),
        "found": found,
        "one": one,
        "pill": _pill(one, MINUTES),
        "sheet": _sheet(found.paper),
        "editions": _editions("minutes", found.conference.pk, found.revisions, one),
        "course": [point for row in found.revisions for point in _minutes_way(row)],
        "figures": _figures(found),
        "document_href": _document(one),
    }


def resolution(actor: Actor, found: ResolutionPage) -> Context:
    """A resolution: the paper, its commitments, what was left out."""
    one = found.shown
    return {
        "head": heads.head(actor, found.conference, "desk:resolutions:resolution"),
        "found": found,
        "one": one,
        "pill": _pill(one, RESOLUTION),
        "sheet": _sheet(found.paper),
        "editions": _editions("resolution", found.conference.pk, found.revisions, one),
        "course": [point for row in found.revisions for point in _resolution_way(row)],
        "document_href": _document(one),
    }


def _pill(one: Minutes | Resolution | None, table: Lifecycle) -> Pill | None:
    return Pill(_PILLS[one.status], table.label(one.status)) if one else None


def _sheet(paper: Paper | None) -> SafeString | None:
    return draw(lay_out(paper)) if paper else None


def _editions(name: str, pk: int, rows: Any, shown: Minutes | Resolution | None) -> list[Tab]:
    if len(rows) < 2:
        return []
    return [
        Tab("Bản đầu" if one.revision == 1 else f"Bản {one.revision}", f"{to(name, pk)}?ban={one.revision}",
            shown is not None and one.pk == shown.pk)
        for one in rows
    ]  # fmt: skip


def _document(one: Minutes | Resolution | None) -> str:
    return address_of("desk:documents:show", one.document_id) if one and one.document_id else ""


def _minutes_way(one: Minutes) -> list[Point]:
    """What happened to a revision."""
    named = "Lập dự thảo" if one.revision == 1 else f"Lập bản sửa {one.revision}"
    by = one.drafted_by.title if one.drafted_by else ""
    points = [Point(named, day(day_of(one.drafted_at)), by, one.reason)]
    if one.returned_for:
        points.append(Point("Đã trả lại", text=one.returned_for, state="late"))
    if one.confirmed_at:
        by = one.confirmed_by.title if one.confirmed_by else ""
        points.append(Point("Xác nhận", day(day_of(one.confirmed_at)), by))
    elif one.status == MinutesStatus.SUBMITTED:
        points.append(Point("Chờ chủ tọa xác nhận", state="now"))
    return points


def _resolution_way(one: Resolution) -> list[Point]:
    named = "Lập dự thảo" if one.revision == 1 else f"Lập bản thay thế {one.revision}"
    points = [Point(named, day(day_of(one.drafted_at)), one.drafted_by.title if one.drafted_by else "", one.reason)]
    if one.issued_at:
        by = one.issued_by.title if one.issued_by else ""
        points.append(Point("Ban hành", day(day_of(one.issued_at)), by))
    return points


def _figures(found: MinutesPage) -> list[Term]:
    """What anybody who sees the conference may know: counts, never names."""
    facts = found.facts
    passed = sum(one.is_passed for one in facts.counts)
    return [
        Term("Có mặt", present_words(facts)),
        Term("Nội dung đã bàn", f"{len(facts.heard)}/{len(facts.items)}"),
        Term("Ý kiến", f"{figure(len(facts.opinions))}, trong đó {figure(facts.petitions)} chuyển thành kiến nghị"),
        Term("Biểu quyết", f"{figure(passed)}/{figure(len(facts.counts))} lần giơ tay thông qua"),
        Term("Phiếu kín", figure(len(facts.polls))),
        Term("Chỉ tiêu", f"{sum(t.standing == 'agreed' for t in facts.targets)}/{len(facts.targets)} được thông qua"),
    ]

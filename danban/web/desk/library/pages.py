"""What each template is handed: the answer of the query, its states as pills, its ways on."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from danban.kit.vietnamese import day, number
from danban.library.queries import (
    Coverage,
    OutlinePage,
    OutlinesPage,
    PresentationsPage,
    ReferencePage,
    ReferencesPage,
    VersionsPage,
    name_of,
    paragraphs_of,
)
from danban.library.states import VERSION, Area, VersionStatus
from danban.web.desk.library.addresses import AREAS, SIDES, STATE_LABELS, STATES, crumbs, room, to
from danban.web.ui.pieces import Link, Pill, Segment, Tab

if TYPE_CHECKING:
    from danban.library.models import Outline, OutlineVersion, Reference

Context = dict[str, Any]
FEW = 8
"""Up to so many are looked through faster than searched."""


def reference_pill(one: Reference, today: date) -> Pill:
    """How a reference stands on a day."""
    if one.is_in_force(today):
        return Pill("done", STATE_LABELS["standing"])
    first = one.in_force_from or one.issued_on
    if first and first > today:
        return Pill("info", f"Có hiệu lực từ {day(first)}")
    return Pill("quiet", STATE_LABELS["replaced" if one.replaced_by_id else "ended"])


def version_pill(version: OutlineVersion, current: OutlineVersion | None) -> Pill:
    """How a version stands: in use, older, drafted, withdrawn."""
    if version.status == VersionStatus.PUBLISHED:
        is_used = current is None or version.pk == current.pk
        return Pill("done", "Đang dùng") if is_used else Pill("quiet", "Bản cũ")
    kind: Any = "soon" if version.status == VersionStatus.DRAFTING else "late"
    return Pill(kind, VERSION.label(version.status))


def for_whom(outline: Outline) -> str:
    """ "Thôn, tổ dân phố · Đô thị"; "Mọi cấp" where it is for all."""
    level = outline.level.name if outline.level else "Mọi cấp"
    return level if outline.area == Area.ANY else f"{level} · {Area(outline.area).label}"


def references(found: ReferencesPage, today: date) -> Context:
    """The list of legal bases."""
    wanted = found.wanted
    kept: dict[str, object] = {"q": wanted.words, "ben": SIDES.get(wanted.side, ""), "nam": wanted.campaign_id}
    tabs = [Tab("Tất cả", to("references", **kept), not wanted.state, found.total)]
    tabs += [
        Tab(label, to("references", **kept, hieu_luc=STATES[code]), wanted.state == code, found.counts[code])
        for code, label in STATE_LABELS.items()
        if found.counts[code] or wanted.state == code
    ]
    return {
        "found": found,
        "room": room("references"),
        "states": tabs,
        "rows": [(one, name_of(one), reference_pill(one, today)) for one in found.page],
        "sides": [
            (SIDES["party"], "Văn bản của Đảng", wanted.side == "party"),
            (SIDES["state"], "Văn bản Nhà nước, Mặt trận", wanted.side == "state"),
        ],
        "hieu_luc": STATES.get(wanted.state, ""),
        "unknown": [(year, missing) for year, missing in found.years if missing] if found.may_enter else [],
        "is_narrowed": bool(wanted.words or wanted.side or wanted.state or wanted.campaign_id),
        "clear_href": to("references"),
    }


def reference(found: ReferencePage, today: date) -> Context:
    """One legal basis."""
    one = found.reference
    return {
        "found": found,
        "one": one,
        "name": name_of(one),
        "pill": reference_pill(one, today),
        "later": [(other, name_of(other)) for other in found.later],
        "earlier": [(other, name_of(other)) for other in found.earlier],
        "crumbs": crumbs("references", Link(name_of(one))),
    }


def outlines(found: OutlinesPage) -> Context:
    """The list of outlines in use."""
    wanted = found.wanted
    kept: dict[str, object] = {
        "q": wanted.words, "linh_vuc": wanted.field, "cap": wanted.level, "dia_ban": AREAS.get(wanted.area, ""),
    }  # fmt: skip
    return {
        "found": found,
        "room": room("index"),
        "sides": [
            Tab(f"Hợp với {found.place.name}", to("index", **kept), not wanted.is_everything, found.fitting),
            Tab("Tất cả", to("index", **kept, tat_ca=1), wanted.is_everything, found.total),
        ],
        "rows": [(row, row.version.outline, for_whom(row.version.outline)) for row in found.rows],
        "fields": [(code, label, code == wanted.field) for code, label in found.fields],
        "levels": [(code, name, code == wanted.level) for code, name in found.levels],
        "areas": [(AREAS[code], Area(code).label, code == wanted.area) for code in AREAS],
        "drafts": [(one, version_pill(one, None), for_whom(one.outline)) for one in found.drafts],
        "is_long": found.total > FEW,
        "is_narrowed": bool(wanted.words or wanted.field or wanted.level or wanted.area),
        "clear_href": to("index", tat_ca=wanted.is_everything and 1),
    }


def outline(found: OutlinePage, today: date) -> Context:
    """One outline, read."""
    version = found.version
    return {
        "found": found,
        "one": found.outline,
        "version": version,
        "for_whom": for_whom(found.outline),
        "pill": version_pill(version, found.current),
        "paragraphs": paragraphs_of(version.text),
        "length": number(len(version.text.split())),
        "is_old": bool(found.current and found.current.pk != version.pk and version.status == VersionStatus.PUBLISHED),
        "today": today,
        "crumbs": crumbs("index", Link(found.outline.title)),
        "coverage_href": to("coverage", found.outline.pk) if version.published_at else "",
        "mine_href": to("presentations", de_cuong=found.outline.pk, don_vi=found.place.pk),
    }


def versions(found: VersionsPage) -> Context:
    """Every version, and what differs between two."""
    current = next((one for one in found.versions if one.status == VersionStatus.PUBLISHED), None)
    changed = [one for one in found.changes if one.kind != "same"]
    return {
        "found": found,
        "rows": [(one, version_pill(one, current)) for one in found.versions],
        "changed": len(changed),
        "crumbs": crumbs("index", Link(found.outline.title, to("outline", found.outline.pk)), Link("Các bản")),
    }


def coverage(found: Coverage) -> Context:
    """Where an outline was presented."""
    outline = found.outline
    above = [Link(one.name, to("coverage", outline.pk, don_vi=one.pk)) for one in found.above]

    def row(line: Any) -> tuple[Any, str, str, list[Segment], str]:
        has_below = line.place.depth < 2 or line.of_units > 1
        href = to("coverage", outline.pk, don_vi=line.place.pk) if has_below else ""
        share = line.units / line.of_units if line.of_units else 0.0
        behind = to("presentations", de_cuong=outline.pk, don_vi=line.place.pk)
        figure = f"{number(line.units)}/{number(line.of_units)}"
        return line, href, behind, [Segment(share, "s4")], figure

    return {
        "found": found,
        "whole": row(found.whole),
        "rows": [row(line) for line in found.lines],
        "crumbs": crumbs("index", Link(outline.title, to("outline", outline.pk)), *above, Link(found.place.name)),
        "back": to("outline", outline.pk),
    }


def presentations(found: PresentationsPage) -> Context:
    """The rows behind a number."""
    outline = found.outline
    way = [Link(outline.title, to("outline", outline.pk))] if outline else []
    pk = outline.pk if outline else None
    return {
        "found": found,
        "room": room("presentations"),
        "rows": [(row, row.version.outline, row.pk in found.removable) for row in found.page],
        "crumbs": crumbs("index", *way, Link("Đã trình bày")) if outline else [],
        "is_other": found.place.pk != found.own.pk,
        "own_href": to("presentations", de_cuong=pk),
        "all_href": to("presentations") if outline else "",
    }

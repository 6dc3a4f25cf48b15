"""What the two lists are handed: their rows, and their filters as links with counts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from danban.plans import queries
from danban.plans.states import PlanStatus
from danban.web.desk.plans.forms import word_of
from danban.web.desk.plans.pages import BELOW, OWN, PILLS
from danban.web.ui import pieces

Context = dict[str, Any]
_LABELS = {
    "": "Tất cả", "issued": "Đã ban hành", "issued_late": "Ban hành muộn", "waiting": "Chờ duyệt",
    "drafting": "Đang soạn", "returned": "Bị trả lại", "missing": "Chưa lập", "late": "Quá hạn",
    "behind": "Chưa khớp thay đổi cấp trên", "unread": "Chưa xác nhận đã nhận",
}  # fmt: skip
_ORDER = ("", "issued", "issued_late", "waiting", "drafting", "returned", "missing", "late", "behind", "unread")
_ALWAYS = ("", "issued", "waiting", "returned", "missing", "late")


@dataclass(frozen=True)
class Narrowing:
    """One filter: its words, how many rows it leaves, its address."""

    label: str
    count: int
    href: str
    is_current: bool


@dataclass(frozen=True)
class Row:
    """One unit of the list below, its states as pills, its ways on."""

    one: queries.BelowRow
    href: str
    edition_href: str
    is_late: bool
    pills: tuple[pieces.Pill, ...]


def below(found: queries.BelowPage, today: date) -> Context:
    """The plans of the units below."""
    wanted, kept = found.wanted, {"nam": found.key, "cap": found.level.code if found.level else ""}
    return {
        "page": found,
        "today": today,
        "rows": [_row(one, found, today) for one in found.rows],
        "states": [
            Narrowing(
                _LABELS[state], found.counts[state or "all"],
                _query({**kept, "tinh_trang": word_of(state), "q": wanted.text}), state == wanted.state,
            )
            for state in _ORDER
            if state in _ALWAYS or state == wanted.state or found.counts[state]
            if state != "unread" or found.has_own_paper
        ],
        "levels": [
            pieces.Tab(one.name, _query({"nam": found.key, "cap": one.code}), one == found.level)
            for one in found.levels
        ],
        "kept": _hidden({**kept, "tinh_trang": word_of(wanted.state)}),
        "all_href": _query(kept),
        "receipts_href": _receipts_href(found),
        "years": [pieces.Tab(one.label, _query({"nam": one.key}), one.is_current) for one in found.choices]
        if len(found.choices) > 1
        else [],
    }  # fmt: skip


def _row(one: queries.BelowRow, found: queries.BelowPage, today: date) -> Row:
    is_late = one.fulfilled_on is None and one.due_on is not None and one.due_on < today
    pills = [_status_pill(one)]
    if one.is_behind:
        pills.append(pieces.Pill("soon", "Chưa khớp thay đổi"))
    if found.wanted.state == "unread":
        pills.append(pieces.Pill("quiet", "Chưa xác nhận đã nhận"))
    return Row(
        one=one,
        href=reverse("desk:plans:show", args=[found.campaign.pk, one.placement_id]),
        edition_href=reverse("desk:plans:show_edition", args=[one.edition_id]) if one.edition_id else "",
        is_late=is_late,
        pills=tuple(pills),
    )


def _status_pill(one: queries.BelowRow) -> pieces.Pill:
    if one.status and not (one.fulfilled_on and one.status == PlanStatus.DRAFTING):
        return pieces.Pill(PILLS[PlanStatus(one.status)], PlanStatus(one.status).label)
    if one.fulfilled_on:
        return pieces.Pill("done", "Đã ban hành, đang sửa đổi" if one.status else "Đã ban hành")
    return pieces.Pill("quiet", "Chưa lập")


def _receipts_href(found: queries.BelowPage) -> str:
    if found.place.path == "":
        return reverse("desk:plans:receipts_of_year", args=[found.campaign.pk])
    return reverse("desk:plans:receipts", args=[found.own_edition_id]) if found.own_edition_id else ""


def receipts(found: queries.ReceiptsPage) -> Context:
    """Who has confirmed that they have a plan."""
    wanted, kept = found.wanted, {"cap": found.level.code if found.level else ""}
    counts = {"": found.total, "received": found.received, "missing": found.total - found.received}
    words = {"": ("Tất cả", ""), "received": ("Đã nhận", "da-nhan"), "missing": ("Chưa xác nhận", "chua-nhan")}
    return {
        "page": found,
        "states": [
            Narrowing(
                label, counts[state], _query({**kept, "tinh_trang": word, "q": wanted.text}), state == wanted.state
            )
            for state, (label, word) in words.items()
        ],
        "levels": [pieces.Tab(one.name, _query({"cap": one.code}), one == found.level) for one in found.levels],
        "kept": _hidden({**kept, "tinh_trang": words[wanted.state][1]}),
        "all_href": _query(kept),
        "crumbs": _crumbs(found),
    }


def _crumbs(found: queries.ReceiptsPage) -> list[pieces.Link]:
    paper, last = found.paper, pieces.Link("Nơi nhận")
    if paper.edition_id is None:
        return [pieces.Link(BELOW, reverse("desk:plans:below")), last]
    own = reverse("desk:plans:show", args=[paper.campaign_id, found.sender.pk])
    return [pieces.Link(OWN if found.is_own else found.sender.name, own), last]


def _query(parts: Mapping[str, str]) -> str:
    """The same page with these filters; a page without any needs its bare "?"."""
    return f"?{urlencode({name: value for name, value in parts.items() if value})}"


def _hidden(parts: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(name, value) for name, value in parts.items() if value]

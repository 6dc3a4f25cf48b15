"""What each template is handed: the answer of the query, its drawings, its ways on."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from danban.culture.queries import CleanUpList, CleanUpPage, Line, LogPage, Overview, Wanted, Week
from danban.culture.rules import weeks_of
from danban.culture.states import Slot
from danban.kit.vietnamese import day, number, short_day
from danban.web.desk.culture.addresses import SLOTS, form_for, listing, to
from danban.web.ui.charts import year_heat
from danban.web.ui.pieces import Link, Segment, Tab, Tone

if TYPE_CHECKING:
    from danban.culture.models import CleanUp
    from danban.units.models import Placement

Context = dict[str, Any]
_SIX_DAYS = timedelta(days=6)


def slot_words(held_on: date, slot: str) -> str:
    """ "chiều thứ Sáu 10/02"."""
    label = Slot(slot).label
    return f"{label[0].lower()}{label[1:]} {short_day(held_on)}"


def overview(found: Overview, *, today: date) -> Context:
    """An area over a year."""
    ground = found.ground
    place, year, named = ground.place, ground.year, _named(found)
    counts = {one: figures.clean_ups for one, figures in found.days.items()}
    return {
        "found": found,
        "place": place,
        "crumbs": _crumbs(found.above, place.name, year) if found.above else [],
        "years": [Tab(str(one), to("clean_ups", don_vi=named, nam=one), one == year) for one in reversed(ground.years)],
        "log_links": [(f"Ghi {slot_words(*one)}", form_for(*one, place=named)) for one in found.open_slots],
        "log_href": to("log", don_vi=named) if found.may_log else "",
        "list_href": listing(place=place.pk, year=year),
        "xlsx_href": to("export", "xlsx", don_vi=place.pk, nam=year),
        "share": segments(found.total),
        "week_share": segments(found.total, found.total.weeks / len(ground.weeks) if ground.weeks else 0.0),
        "heat": year_heat.draw(
            _days(found), mondays=weeks_of(year), today=today, caption=f"Tổng vệ sinh năm {year}: {place.name}"
        ),
        "legend": year_heat.legend(max(counts.values(), default=0)),
        "weeks": [(week, _week_words(week), _week_list(found, week)) for week in found.weeks],
        "lines": [_row(line, found) for line in found.lines],
        "is_by_week": found.counted == found.lowest,
        "has_sums": place.depth + 1 < found.counted.depth,
        "has_lowest": place.depth + 1 < found.lowest.depth,
        "why": _why(found),
    }


def _named(found: Overview) -> int | None:
    """The unit looked at, left out of the address where it is the own one."""
    return None if found.ground.place == found.ground.own else found.ground.place.pk


def _crumbs(above: tuple[Placement, ...], last: str, year: int) -> list[Link]:
    return [*(Link(one.name, to("clean_ups", don_vi=one.pk, nam=year)) for one in above), Link(last)]


def _days(found: Overview) -> dict[date, year_heat.Day]:
    place, year = found.ground.place.pk, found.ground.year
    return {
        one: year_heat.Day(
            figures.clean_ups,
            f"{number(figures.clean_ups)} buổi, {number(figures.people)} lượt người",
            listing(place=place, year=year, first=one),
        )
        for one, figures in found.days.items()
    }


def _week_words(week: Week) -> str:
    return f"Tuần {week.number}: {short_day(week.monday)}–{short_day(week.monday + _SIX_DAYS)}"


def _week_list(found: Overview, week: Week) -> str:
    ground = found.ground
    return listing(place=ground.place.pk, year=ground.year, first=week.monday, last=week.monday + _SIX_DAYS)


def _row(line: Line, found: Overview) -> dict[str, Any]:
    """A unit below: its own overview, the records behind its figures, and the form where nobody there can log."""
    ground = found.ground
    if line.place is None:
        records = listing(place=ground.place.pk, year=ground.year, is_alone=True)
        return {"line": line, "name": f"Riêng {ground.place.name}", "href": "", "records": records, "log_href": ""}
    return {
        "line": line,
        "name": line.place.name,
        "href": to("clean_ups", don_vi=line.place.pk, nam=ground.year),
        "records": listing(place=line.place.pk, year=ground.year),
        "log_href": to("log", don_vi=line.place.pk) if line.is_empty else "",
        "parts": segments(line),
    }


def segments(line: Line, share: float | None = None) -> list[Segment]:
    """The bar of a share, by default of unit-weeks: full is green, begun is lighter."""
    share = share if share is not None else line.share or 0.0
    tone: Tone = "s4" if share >= 1 else "s3"
    return [Segment(share, tone)]


def _why(found: Overview) -> list[str]:
    """How weeks and shares are counted."""
    ground, total = found.ground, found.total
    days, weeks = ground.days, len(found.ground.weeks)
    lines = [
        f"Năm {ground.year} tính theo tuần trọn: từ {day(days.start)} đến {day(days.end)}.",
        f"Một tuần được tính khi thứ Bảy của tuần ấy đã qua: đến nay là {weeks} tuần.",
    ]
    if found.lines:
        level = found.counted.name.lower()
        whole = f"{number(found.of_counted)} {level} nhân {weeks} tuần là {number(total.of_unit_weeks)}"
        lines.append(f"Duy trì hằng tuần: {whole}; có ít nhất một buổi: {number(total.unit_weeks)}.")
    return [*lines, "Lượt người là tổng số người của các buổi; một người đến hai buổi tính hai lượt."]


def records(found: CleanUpList) -> Context:
    """One page of the list behind a number."""
    ground, wanted = found.ground, found.wanted
    place = ground.place
    return {
        "found": found,
        "place": place,
        "wanted": wanted,
        "crumbs": [
            Link("Tổng vệ sinh", to("clean_ups", nam=wanted.year)),
            *_crumbs(found.above, place.name, ground.year),
        ],
        "states": [
            Tab("Đang tính", _narrowed(found, is_withdrawn=False), not wanted.is_withdrawn),
            Tab("Đã rút, đã sửa", _narrowed(found, is_withdrawn=True), wanted.is_withdrawn),
        ],
        "slots": [(word, slot.label, wanted.slot == slot) for slot, word in SLOTS.items()],
        "rows": [(row, to("show", row.pk)) for row in found.page],
        "clear_href": listing(place=place.pk, year=ground.year),
        "is_narrowed": bool(wanted.first or wanted.last or wanted.slot or wanted.words or wanted.is_alone),
        "xlsx_href": to("export", "xlsx", **_query(wanted)),
        "csv_href": to("export", "csv", **_query(wanted)),
    }


def _narrowed(found: CleanUpList, *, is_withdrawn: bool) -> str:
    return to("records", **{**_query(found.wanted), "da_rut": "1" if is_withdrawn else ""})


def _query(wanted: Wanted) -> dict[str, object]:
    """What a list was narrowed to, in the words of an address."""
    return {
        "don_vi": wanted.place, "rieng": "1" if wanted.is_alone else "", "nam": wanted.year, "tu": wanted.first,
        "den": wanted.last, "buoi": SLOTS[Slot(wanted.slot)] if wanted.slot else "", "q": wanted.words,
        "da_rut": "1" if wanted.is_withdrawn else "",
    }  # fmt: skip


def show(found: CleanUpPage) -> Context:
    """One clean-up with what it put right."""
    one = found.clean_up
    title = f"{Slot(one.slot).label} {day(one.held_on)}"
    return {
        "found": found,
        "one": one,
        "title": title,
        "crumbs": [
            Link("Tổng vệ sinh", to("clean_ups")),
            Link(one.placement.name, to("clean_ups", don_vi=one.placement_id)),
            Link(title),
        ],
        "changes": _changes(found.corrects, one) if found.corrects else [],
        "earlier_href": to("show", found.corrects.pk) if found.corrects else "",
        "later_href": to("show", found.correction.pk) if found.correction else "",
    }


def _changes(before: CleanUp, after: CleanUp) -> list[str]:
    """What a correction put right, line by line."""
    pairs = (
        ("Ngày", day(before.held_on), day(after.held_on)),
        ("Buổi", Slot(before.slot).label, Slot(after.slot).label),
        ("Số người", number(before.people), number(after.people)),
        ("Số nơi", number(before.places), number(after.places)),
        ("Đã làm gì", before.text or "để trống", after.text or "để trống"),
    )
    return [f"{label}: {old} → {new}" for label, old, new in pairs if old != new] or ["Ghi lại như cũ."]


def form(title: str, page: LogPage | None, place: Placement, *, starts_with: str = "") -> Context:
    """The form to log or to correct; ``starts_with`` names the slot it is filled in for."""
    return {
        "title": title,
        "starts_with": starts_with,
        "place": place,
        "is_for_other": page is not None and not page.is_own,
        "crumbs": [Link("Tổng vệ sinh", to("clean_ups")), Link(title)],
    }

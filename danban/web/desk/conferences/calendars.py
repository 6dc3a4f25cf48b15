"""What the calendar of the whole span and the page of what was sent up are handed."""

from datetime import date
from typing import Any

from danban.conferences.queries import Calendar, SentBelow, SentPage
from danban.kit.clock import HANOI
from danban.kit.vietnamese import day
from danban.web.desk.conferences.pages import tabs, to
from danban.web.ui.charts import calendar as chart
from danban.web.ui.charts.year_heat import legend
from danban.web.ui.pieces import Link, Pill

Context = dict[str, Any]


def calendar(found: Calendar, today: date) -> Context:
    """The drawing, its scale, and the same in a table of weeks."""
    lines = [
        chart.CalendarLine(
            row.place.name,
            to(
                "board" if row.place.pk == found.year.place.pk else _page_of(found, row.place.depth),
                don_vi=row.place.pk,
            ),
            row.by_day,
            to("index", don_vi=row.place.pk, ngay="-ngay-"),
        )
        for row in found.rows
    ]
    caption = f"Số hội nghị mỗi ngày của {found.year.place.name}"
    return {
        "found": found,
        "place": found.year.place,
        "tabs": tabs("calendar", may_propose=found.year.own.depth < found.year.deepest),
        "crumbs": [Link("Hội nghị", to("board")), Link("Cả đợt")],
        "drawing": chart.draw(found.days, lines, closed=found.closed, today=today, caption=caption),
        "legend": legend(found.most),
        "by_day": [(day(one), to("index", don_vi=found.year.place.pk, ngay=one), count) for one, count in _sums(found)],
        "undated": [(row.place.name, row.total, row.undated) for row in found.rows if row.total],
    }


def _page_of(found: Calendar, depth: int) -> str:
    return "calendar" if depth < found.year.deepest - 1 else "board"


def _sums(found: Calendar) -> list[tuple[date, int]]:
    return [(one, found.sums[one]) for one in found.days if found.sums.get(one)]


def sent(found: SentPage) -> Context:
    """What changed, and who below has sent."""
    below = [
        (
            one.place,
            to("sent", don_vi=one.place.pk),
            day(one.sent.sent_at.astimezone(HANOI).date()) if one.sent else "",
            _state(one),
        )
        for one in found.below
    ]
    return {
        "found": found,
        "place": found.year.place,
        "crumbs": [Link("Hội nghị", to("board", don_vi=found.year.place.pk)), Link("Lịch đã gửi")],
        "tabs": tabs("board"),
        "sent_on": day(found.sent.sent_at.astimezone(HANOI).date()) if found.sent else "",
        "below": below,
        "count": sum(one.sent is not None for one in found.below),
    }


def _state(one: SentBelow) -> Pill:
    if one.sent is None:
        return Pill("quiet", "Chưa gửi")
    return Pill("soon", f"{one.changes} thay đổi từ khi gửi") if one.changes else Pill("done", "Đúng như đã gửi")

"""Units down, days across: the darker a cell, the more meets that day. A table of its own beside it says the same.

One drawing for the whole span, so that a month and a half of thirty units is seen at once. Closed days are
grey; the tones survive grey print.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from django.utils.safestring import SafeString

from danban.kit.vietnamese import long_day, number
from danban.web.ui.charts.year_heat import steps

PITCH, SIZE, ROW = 18, 16, 22
LEFT, TOP = 168, 40
_TONES = ("s1", "s2", "s3", "s4")


@dataclass(frozen=True)
class CalendarLine:
    """One unit: its cells open a list, its name opens its own week."""

    name: str
    href: str
    counts: Mapping[date, int]
    day_href: str
    """With ``-ngay-`` where the day stands."""


def draw(
    days: Sequence[date], lines: Sequence[CalendarLine], *, closed: frozenset[date], today: date, caption: str
) -> SafeString:  # fmt: skip
    """The drawing; empty where there is no day."""
    if not days:
        return SafeString("")
    most = max((count for line in lines for count in line.counts.values()), default=0)
    width, height = LEFT + len(days) * PITCH, TOP + len(lines) * ROW
    inside = "".join((*_heads(days, today, height), *(part for at, one in enumerate(lines) for part in _line(
        one, days, TOP + at * ROW, most, closed
    ))))  # fmt: skip
    return SafeString(
        f'<div class="scroll"><svg class="calendar-heat" width="{width}" height="{height}"'
        f' viewBox="0 0 {width} {height}" role="group" aria-label="{escape(caption)}">{inside}</svg></div>'
    )


def _heads(days: Sequence[date], today: date, height: int) -> Iterator[str]:
    for at, one in enumerate(days):
        x = LEFT + at * PITCH
        if at == 0 or one.day == 1:
            yield f'<text x="{x}" y="12">tháng {one.month}</text>'
        weight = ' class="weekend"' if one.weekday() >= 5 else ""
        yield f'<text x="{x + SIZE // 2}" y="32" text-anchor="middle"{weight}>{one.day}</text>'
        if one == today:
            yield f'<rect class="ring" x="{x - 1}" y="{TOP - 3}" width="{PITCH}" height="{height - TOP + 2}" rx="4"/>'


def _line(
    line: CalendarLine, days: Sequence[date], y: int, most: int, closed: frozenset[date]
) -> Iterator[str]:  # fmt: skip
    short = line.name if len(line.name) <= 24 else line.name[:23] + "…"
    yield f'<a href="{escape(line.href)}"><title>{escape(line.name)}</title>'
    yield f'<text x="0" y="{y + 12}">{escape(short)}</text></a>'
    empty = {"s0": "", "shut": ""}
    for at, one in enumerate(days):
        count, x = line.counts.get(one, 0), LEFT + at * PITCH
        if not count:
            empty["shut" if one in closed else "s0"] += f"M{x} {y}h{SIZE}v{SIZE}h-{SIZE}z"
            continue
        words = f"{line.name}, {long_day(one)}: {number(count)} hội nghị"
        yield (
            f'<a href="{escape(line.day_href.replace("-ngay-", one.isoformat()))}"><title>{escape(words)}</title>'
            f'<rect x="{x}" y="{y}" width="{SIZE}" height="{SIZE}" rx="3" class="{_tone(count, most)}"/></a>'
        )
    for kind, shape in empty.items():
        if shape:
            yield f'<path class="{kind}" d="{shape}"/>'


def _tone(count: int, most: int) -> str:
    bounds = steps(most)
    names = _TONES[-len(bounds) :]
    return next(tone for high, tone in zip(bounds, names, strict=True) if count <= high)

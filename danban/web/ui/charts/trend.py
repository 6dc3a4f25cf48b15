"""A trend over years: what was aimed at and what was reached, with a table behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from html import escape

from django.utils.safestring import SafeString

WIDTH, HEIGHT, LEFT, TOP, BOTTOM = 640, 220, 52, 18, 36


@dataclass(frozen=True)
class Year:
    """One year: ``aim`` and ``reached`` in the unit of the chart, None where nobody said."""

    year: int
    aim: Decimal | None
    reached: Decimal | None


def draw(years: Sequence[Year], *, unit: str, caption: str) -> SafeString:
    """Two lines over the years and the same figures as a table; nothing for less than one figure."""
    figures = [one for year in years for one in (year.aim, year.reached) if one is not None]
    if not figures:
        return SafeString("")
    low, high = _bounds(figures)
    marks = "".join(_axis(value, low, high, unit) for value in (low, (low + high) / 2, high))
    ends = "".join(
        f'<text x="{_x(place, len(years)):.0f}" y="{HEIGHT - 10}" text-anchor="middle">{one.year}</text>'
        for place, one in enumerate(years)
    )
    lines = _line(years, "aim", low, high) + _line(years, "reached", low, high)
    rows = "".join(
        f"<tr><th scope=row>{one.year}</th><td class=n>{_figure(one.aim)}</td>"
        f"<td class=n>{_figure(one.reached)}</td></tr>"
        for one in years
    )
    return SafeString(
        f'<figure class="trend"><svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{escape(caption)}">'
        f"<title>{escape(caption)}</title><desc>{escape(_told(years, unit))}</desc>{marks}{lines}{ends}</svg>"
        f'<figcaption class="small muted"><span class="key aim">Chỉ tiêu</span> '
        f'<span class="key reached">Kết quả</span>'
        f" ({escape(unit)})</figcaption><details><summary>Xem dạng bảng</summary><table><caption class=hidden-words>"
        f"{escape(caption)}</caption><thead><tr><th scope=col>Năm</th><th scope=col class=n>Chỉ tiêu</th>"
        f"<th scope=col class=n>Kết quả</th></tr></thead><tbody>{rows}</tbody></table></details></figure>"
    )


def _bounds(figures: Sequence[Decimal]) -> tuple[Decimal, Decimal]:
    low, high = min(figures), max(figures)
    room = max((high - low) * Decimal("0.2"), abs(high) * Decimal("0.02"), Decimal(1))
    return max(low - room, Decimal(0)), high + room


def _x(place: int, count: int) -> float:
    return LEFT + 24 + (WIDTH - LEFT - 60) * (place / (count - 1) if count > 1 else 0.5)


def _y(value: Decimal, low: Decimal, high: Decimal) -> float:
    return TOP + (HEIGHT - TOP - BOTTOM) * float((high - value) / (high - low))


def _axis(value: Decimal, low: Decimal, high: Decimal, unit: str) -> str:
    y = _y(value, low, high)
    words = f"{value:.0f}".replace(".", ",") + ("%" if unit == "%" else "")
    return (
        f'<line class="grid-line" x1="{LEFT}" x2="{WIDTH - 12}" y1="{y:.1f}" y2="{y:.1f}"/>'
        f'<text x="{LEFT - 8}" y="{y + 5:.1f}" text-anchor="end">{words}</text>'
    )


def _line(years: Sequence[Year], name: str, low: Decimal, high: Decimal) -> str:
    points = [
        (_x(place, len(years)), _y(getattr(one, name), low, high), getattr(one, name), one.year)
        for place, one in enumerate(years)
        if getattr(one, name) is not None
    ]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y, _, _ in points)
    dots = "".join(
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5"><title>{year}: {_figure(value)}</title></circle>'
        for x, y, value, year in points
    )
    return f'<g class="{name}"><polyline points="{path}"/>{dots}</g>'


def _figure(value: Decimal | None) -> str:
    return "–" if value is None else f"{value.normalize():f}".replace(".", ",")


def _told(years: Sequence[Year], unit: str) -> str:
    return "; ".join(f"{one.year}: chỉ tiêu {_figure(one.aim)}, kết quả {_figure(one.reached)} {unit}" for one in years)

"""A year as weeks of seven days: the darker a day, the more of it. Blocks of thirteen weeks, as far as the year is.

Side by side at a desk, one under the other in a hand. The five tones survive grey print; the table beside the
chart says the same. Days with nothing are one path, so that a whole year stays small.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape
from itertools import pairwise

from django.utils.safestring import SafeString

from danban.kit.vietnamese import day, long_day, number
from danban.web.ui.pieces import LegendItem, Tone

WEEKS = 13
PITCH = 20
SIZE = 17
LEFT = 28
TOP = 22
_TONES: tuple[Tone, ...] = ("s1", "s2", "s3", "s4")
_NAMED = {4: "T6", 5: "T7"}
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Day:
    """One day with something: how much, what to say of it, the list behind it."""

    count: int
    words: str
    href: str


@dataclass(frozen=True)
class _Block:
    """Some weeks side by side, ``columns`` wide; what lies after ``today`` is still to come."""

    mondays: Sequence[date]
    columns: int
    today: date


def steps(most: int) -> list[int]:
    """The largest count of each tone from light to dark; fewer than four where counts are small."""
    return sorted({-(-most * part // 4) for part in (1, 2, 3, 4)}) if most else []


def legend(most: int) -> list[LegendItem]:
    """What the tones count: "0", "1–3", "4–6"…"""
    items, low = [LegendItem("s0", "0")], 1
    for high, tone in zip(steps(most), _tones(most), strict=True):
        items.append(LegendItem(tone, number(high) if low == high else f"{number(low)}–{number(high)}"))
        low = high + 1
    return items


def draw(days: Mapping[date, Day], *, mondays: Sequence[date], today: date, caption: str) -> SafeString:
    """The drawing of the weeks that begin on ``mondays``, 52 or 53 of them."""
    cuts = [*range(0, len(mondays) - 1, WEEKS), len(mondays)]  # a 53rd week joins the last block
    columns = max(last - first for first, last in pairwise(cuts))
    most = max((one.count for one in days.values()), default=0)
    blocks = (
        _drawing(_Block(mondays[first:last], columns, today), days, most)
        for first, last in pairwise(cuts)
        if not first or mondays[first] <= today
    )
    return SafeString(f'<div class="heat" role="group" aria-label="{escape(caption)}">{"".join(blocks)}</div>')


def _tones(most: int) -> Sequence[Tone]:
    """The darkest tones for the steps there are."""
    return _TONES[-len(steps(most)) :] if most else ()


def _tone(count: int, most: int) -> str:
    return next(tone for high, tone in zip(steps(most), _tones(most), strict=True) if count <= high)


def _drawing(block: _Block, days: Mapping[date, Day], most: int) -> str:
    first, last = block.mondays[0], block.mondays[-1] + 6 * _ONE_DAY
    size = f"0 0 {LEFT + block.columns * PITCH} {TOP + 7 * PITCH}"
    inside = "".join((*_labels(block), *_empty(block, days), *_full(block, days, most), *_mark(block)))
    words = f"{day(first)} – {day(last)}"
    return f'<svg viewBox="{size}" role="group" aria-label="{words}">{inside}</svg>'


def _labels(block: _Block) -> Iterator[str]:
    for row, name in _NAMED.items():
        yield f'<text x="0" y="{TOP + row * PITCH + 14}">{name}</text>'
    months = [(monday + 6 * _ONE_DAY).month for monday in block.mondays]
    begun = [column for column, month in enumerate(months) if not column or month != months[column - 1]]
    for column, following in pairwise([*begun, block.columns]):
        if following - column >= 3:  # a name is nearly three weeks wide
            yield f'<text x="{LEFT + column * PITCH}" y="14">tháng {months[column]}</text>'


def _cells(block: _Block) -> Iterator[tuple[date, int, int]]:
    for column, monday in enumerate(block.mondays):
        for row in range(7):
            yield monday + row * _ONE_DAY, LEFT + column * PITCH, TOP + row * PITCH


def _empty(block: _Block, days: Mapping[date, Day]) -> Iterator[str]:
    """Days with nothing: those that came, and those still to come."""
    shapes = {"s0": "", "s-none": ""}
    for one, x, y in _cells(block):
        if one not in days:
            shapes["s0" if one <= block.today else "s-none"] += f"M{x} {y}h{SIZE}v{SIZE}h-{SIZE}z"
    for tone, shape in shapes.items():
        if shape:
            yield f'<path class="{tone}" d="{shape}"/>'


def _full(block: _Block, days: Mapping[date, Day], most: int) -> Iterator[str]:
    for one, x, y in _cells(block):
        if found := days.get(one):
            yield (
                f'<a href="{escape(found.href)}"><title>{escape(f"{long_day(one)}: {found.words}")}</title>'
                f'<rect x="{x}" y="{y}" width="{SIZE}" height="{SIZE}" rx="3" class="{_tone(found.count, most)}"/></a>'
            )


def _mark(block: _Block) -> Iterator[str]:
    """A ring around today."""
    for one, x, y in _cells(block):
        if one == block.today:
            yield f'<rect class="ring" x="{x - 1}" y="{y - 1}" width="{SIZE + 2}" height="{SIZE + 2}" rx="4"/>'

"""The year on one line: windows as bands, milestones as ticks, days off hatched, today in red.

At a desk one drawing; in a hand and on paper a list from top to bottom. Both say the same.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape

from django.utils.safestring import SafeString

from danban.kit.vietnamese import day, short_day
from danban.web.ui.charts.lanes import Lanes, Spot, Wish

WIDTH = 960
SIDE = 16
LANE = 19
TRACK = 26
FLAG = 26
MONTHS = 18
LETTER = 7.2
"""Mean width of a letter at 13 px, on the generous side."""

LONGEST = 46


@dataclass(frozen=True)
class Mark:
    """A milestone, or a window when it has ``starts_on``; ``due_on`` is the last day still in time."""

    name: str
    due_on: date
    starts_on: date | None = None
    is_done: bool = False
    is_late: bool = False
    href: str = ""

    @property
    def first(self) -> date:
        """Where it stands in the order of the year."""
        return self.starts_on or self.due_on

    def state(self, today: date) -> str:
        """The class of its colours: is-done, is-late, is-now (a window that runs) or is-open."""
        if self.is_done:
            return "is-done"
        if self.is_late:
            return "is-late"
        return "is-now" if self.starts_on and self.starts_on <= today <= self.due_on else "is-open"

    def days(self) -> str:
        """02/01–28/02, or the one day."""
        return f"{short_day(self.starts_on)}–{short_day(self.due_on)}" if self.starts_on else short_day(self.due_on)


Shade = tuple[date, date, str]


@dataclass(frozen=True)
class _Scale:
    """Days to units of the drawing."""

    first: date
    last: date

    def x(self, value: date) -> float:
        whole = max((self.last - self.first).days, 1)
        return SIDE + (value - self.first).days / whole * (WIDTH - 2 * SIDE)

    def end(self, value: date) -> float:
        """The end of a day."""
        return self.x(value + timedelta(days=1))


def draw(marks: Sequence[Mark], *, today: date, shaded: Sequence[Shade] = ()) -> SafeString:
    """The drawing and the list; nothing for a year without marks."""
    if not marks:
        return SafeString("")
    ordered = sorted(marks, key=lambda mark: (mark.first, mark.due_on, mark.name))
    drawing = _drawing(ordered, today, shaded)
    return SafeString(f'<div class="timeline">{drawing}{_list(ordered, today, shaded)}</div>')


@dataclass(frozen=True)
class _Frame:
    """Where the tracks of a drawing begin and end, and the day it is drawn for."""

    scale: _Scale
    top: float
    bottom: float
    today: date

    def baseline(self, spot: Spot) -> float:
        """The line a label stands on."""
        return self.top - 9 - spot.lane * LANE if spot.side == 0 else self.bottom + MONTHS + 15 + spot.lane * LANE


def _drawing(marks: Sequence[Mark], today: date, shaded: Sequence[Shade]) -> str:
    scale = _scale(marks)
    kept = [shade for shade in shaded if shade[1] >= scale.first and shade[0] <= scale.last]
    tracks = _tracks(marks)
    lanes = Lanes(4, WIDTH - 4)
    spots = lanes.place([*(_wish(mark, scale) for mark in marks), *(_shade_wish(shade, scale) for shade in kept)])
    top = FLAG + lanes.depth(0) * LANE + 6
    frame = _Frame(scale, top, top + (max(tracks.values(), default=0) + 1) * (TRACK + 4) - 4, today)
    placed = list(zip(marks, spots, strict=False))
    inside = [
        *_axis(frame),
        *(_band(marks[index], frame, track) for index, track in tracks.items()),
        *(_hatch(shade, frame) for shade in kept),
        *(_tick(mark, spot, frame) for mark, spot in placed if not mark.starts_on),
        *_today(frame),
        *(_label(mark, spot, frame) for mark, spot in placed),
        *(_shade_label(shade, spot, frame) for shade, spot in zip(kept, spots[len(marks) :], strict=True)),
    ]
    role = "group" if any(mark.href for mark in marks) else "img"
    words = f"{len(marks)} mốc và đợt, từ {day(marks[0].first)} đến {day(max(mark.due_on for mark in marks))}"
    height = frame.bottom + MONTHS + lanes.depth(1) * LANE + 6
    return (
        f'<svg class="chart" viewBox="0 0 {WIDTH} {height}" role="{role}" aria-label="Tiến độ của năm">'
        f"<desc>{words}; hôm nay {day(today)}.</desc>{''.join(inside)}</svg>"
    )


def _scale(marks: Sequence[Mark]) -> _Scale:
    first, last = min(mark.first for mark in marks), max(mark.due_on for mark in marks)
    margin = timedelta(days=max((last - first).days // 16, 5))
    return _Scale(first - margin, last + margin)


def _tracks(marks: Sequence[Mark]) -> dict[int, int]:
    """Overlapping windows lie in tracks of their own: index of the mark → track."""
    ends: list[date] = []
    tracks: dict[int, int] = {}
    for index, mark in enumerate(marks):
        if mark.starts_on is None:
            continue
        free = next((track for track, end in enumerate(ends) if end < mark.starts_on), len(ends))
        ends[free : free + 1] = [mark.due_on]
        tracks[index] = free
    return tracks


def words_of(mark: Mark) -> str:
    """What stands beside a mark in the drawing; long names are cut at a word, the list has them whole."""
    name = mark.name
    if len(name) > LONGEST:
        name = name[:LONGEST].rsplit(" ", 1)[0] + "…"
    text = f"{name} · {mark.days()}" if mark.starts_on else f"{mark.days()} · {name}"
    if mark.is_done:
        return f"{text} ✓"
    return f"{text} · quá hạn" if mark.is_late else text


def _wish(mark: Mark, scale: _Scale) -> Wish:
    at = scale.x(mark.starts_on) if mark.starts_on else scale.x(mark.due_on)
    bold = 1.06 if mark.starts_on or mark.is_late else 1
    width = len(words_of(mark)) * LETTER * bold
    return Wish(at, width, prefers=0 if mark.starts_on else 1, has_leader=not mark.starts_on)


def _shade_wish(shade: Shade, scale: _Scale) -> Wish:
    return Wish((scale.x(shade[0]) + scale.end(shade[1])) / 2, len(shade[2]) * LETTER, has_leader=False)


def _axis(frame: _Frame) -> Iterator[str]:
    scale, bottom, middle = frame.scale, frame.bottom, (frame.top + frame.bottom) / 2
    yield f'<line class="axis" x1="{SIDE}" x2="{WIDTH - SIDE}" y1="{middle:.1f}" y2="{middle:.1f}"/>'
    year = None
    month = (scale.first.replace(day=1) + timedelta(days=32)).replace(day=1)
    while month <= scale.last:
        x = scale.x(month)
        words = f"{month:%m}" if month.year == year else f"{month:%m/%Y}"
        year = month.year
        yield f'<line class="axis" x1="{x:.1f}" x2="{x:.1f}" y1="{middle - 6:.1f}" y2="{bottom + 4:.1f}"/>'
        if x < WIDTH - 50:
            yield f'<text class="month" x="{x + 4:.1f}" y="{bottom + 14:.1f}">{words}</text>'
        month = (month + timedelta(days=32)).replace(day=1)


def _band(mark: Mark, frame: _Frame, track: int) -> str:
    x, y = frame.scale.x(mark.first), frame.top + track * (TRACK + 4)
    return (
        f'<rect class="{mark.state(frame.today)}" x="{x:.1f}" y="{y:.1f}" '
        f'width="{frame.scale.end(mark.due_on) - x:.1f}" height="{TRACK}" rx="6">'
        f"<title>{escape(mark.name)} · {mark.days()}</title></rect>"
    )


def _hatch(shade: Shade, frame: _Frame) -> str:
    start, end, name = shade
    low, high = frame.scale.x(max(start, frame.scale.first)), frame.scale.end(min(end, frame.scale.last))
    height = frame.bottom - frame.top
    lines, offset = "", -height
    while offset < high - low:
        left, right = max(offset, 0), min(offset + height, high - low)
        foot = frame.bottom + offset
        lines += f"M{low + left:.1f} {foot - left:.1f}L{low + right:.1f} {foot - right:.1f}"
        offset += 7
    return (
        f"<g><title>{escape(name)} · {short_day(start)}–{short_day(end)}</title>"
        f'<rect class="shade" x="{low:.1f}" y="{frame.top:.1f}" width="{high - low:.1f}" height="{height}"/>'
        f'<path class="shade-line" d="{lines}"/></g>'
    )


def _tick(mark: Mark, spot: Spot, frame: _Frame) -> str:
    x, y = frame.scale.x(mark.due_on), frame.baseline(spot)
    near, far = (frame.top, y + 3) if spot.side == 0 else (frame.bottom, y - 12)
    across = f'x1="{x:.1f}" x2="{x:.1f}"'
    return (
        f'<line class="leader" {across} y1="{near:.1f}" y2="{far:.1f}"/>'
        f'<line class="tick {mark.state(frame.today)}" {across} y1="{frame.top:.1f}" y2="{frame.bottom:.1f}"/>'
    )


def _label(mark: Mark, spot: Spot, frame: _Frame) -> str:
    kind = f"mark-label {mark.state(frame.today)}" + (" is-window" if mark.starts_on else "")
    place = f'x="{spot.left:.1f}" y="{frame.baseline(spot):.1f}"'
    text = f'<text class="{kind}" {place}>{escape(words_of(mark))}</text>'
    return f'<a href="{escape(mark.href)}">{text}</a>' if mark.href else text


def _shade_label(shade: Shade, spot: Spot, frame: _Frame) -> str:
    place = f'x="{spot.left:.1f}" y="{frame.baseline(spot):.1f}"'
    return f'<text class="mark-label shade-label" {place}>{escape(shade[2])}</text>'


def _today(frame: _Frame) -> Iterator[str]:
    if not frame.scale.first <= frame.today <= frame.scale.last:
        return
    x = frame.scale.x(frame.today)
    middle = min(max(x, 60), WIDTH - 60)
    yield f'<line class="today-line" x1="{x:.1f}" x2="{x:.1f}" y1="20" y2="{frame.bottom + 6:.1f}"/>'
    yield f'<rect class="today-flag" x="{middle - 60:.1f}" y="0" width="120" height="21" rx="10.5"/>'
    words = f"Hôm nay {short_day(frame.today)}"
    yield f'<text class="today-label" x="{middle:.1f}" y="15" text-anchor="middle">{words}</text>'


_LIST_STATES = {"is-done": "done", "is-late": "late", "is-now": "now", "is-open": "later"}


def _list(marks: Sequence[Mark], today: date, shaded: Sequence[Shade]) -> str:
    rows = [(mark.first, 1, _list_row(mark, today)) for mark in marks]
    rows += [(start, 0, _list_shade(start, end, name)) for start, end, name in shaded]
    rows.append((today, 2, f'<li class="today-row">Hôm nay {day(today)}</li>'))
    return f'<ol class="way">{"".join(row for _, _, row in sorted(rows))}</ol>'


def _list_row(mark: Mark, today: date) -> str:
    state = _LIST_STATES[mark.state(today)]
    name = f'<a href="{escape(mark.href)}">{escape(mark.name)}</a>' if mark.href else escape(mark.name)
    days = f"{day(mark.starts_on)} – {day(mark.due_on)}" if mark.starts_on else f"đến hết {day(mark.due_on)}"
    words = {"done": " · xong", "late": ' · <span class="late-word">quá hạn</span>', "now": " · đang diễn ra"}
    return f'<li class="{state}"><b>{name}</b><div class="small muted">{days}{words.get(state, "")}</div></li>'


def _list_shade(start: date, end: date, name: str) -> str:
    return f'<li class="off"><span class="muted">{escape(name)} · {short_day(start)}–{short_day(end)}</span></li>'

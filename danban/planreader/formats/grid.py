"""Tables in a PDF, found by the lines drawn around their cells."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

_THIN = 3.0
_LONG = 8.0
_MOST_PATHS = 4000


@dataclass(frozen=True)
class Grid:
    """Upright lines ``xs`` from left to right and level lines ``ys`` from top to bottom."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]

    def cell_of(self, x: float, y: float) -> tuple[int, int] | None:
        """(row, column) of a point, or None outside."""
        column = sum(1 for line in self.xs if line <= x) - 1
        row = sum(1 for line in self.ys if line >= y) - 1
        inside = 0 <= column < len(self.xs) - 1 and 0 <= row < len(self.ys) - 1
        return (row, column) if inside else None


def find_grid(page: Any) -> Grid | None:
    """The grid of lines on a page, if it has at least two columns (a table may go on with one row)."""
    upright: list[float] = []
    level: list[float] = []
    for left, bottom, right, top in _paths(page):
        if right - left <= _THIN and top - bottom >= _LONG:
            upright.append((left + right) / 2)
        elif top - bottom <= _THIN and right - left >= _LONG:
            level.append((top + bottom) / 2)
        elif right - left > _LONG and top - bottom > _LONG:
            upright += [left, right]
            level += [top, bottom]
    xs, ys = _merged(upright), _merged(level)
    if len(xs) < 3 or len(ys) < 2:
        return None
    return Grid(tuple(xs), tuple(reversed(ys)))


def _paths(page: Any) -> Iterable[tuple[float, float, float, float]]:
    from pypdfium2 import PdfiumError, raw  # noqa: PLC0415  loaded only for PDF

    for count, drawn in enumerate(page.get_objects(max_depth=3)):
        if count > _MOST_PATHS:
            return
        if drawn.type != raw.FPDF_PAGEOBJ_PATH:
            continue
        try:
            left, bottom, right, top = drawn.get_bounds()
        except PdfiumError:
            continue
        yield left, bottom, right, top


def _merged(values: Sequence[float]) -> list[float]:
    """Lines closer than a few points are one line; lines drawn only once are kept too."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _THIN * 2:
            found.append(value)
    return found

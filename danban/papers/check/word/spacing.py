"""A line with its place: alignment, indents in mm, distances in points, spacing as a multiple of a single line."""

from dataclasses import replace

from danban.papers.check.found import FoundLine
from danban.papers.check.word.styles import Layout, number_of

_MM_A_TWIP = 25.4 / 1440
_TWIPS_A_POINT = 20
_SINGLE = 240
_SINGLE_OF_TIMES = 1.15  # a single line of Times New Roman is so many times its size
_TAB_MM = 12.7
_ALIGNED = {"both": "justify", "distribute": "justify", "start": "left", "end": "right"}


def placed(line: FoundLine, layout: Layout) -> FoundLine:
    """The line with what its layout says."""
    align = layout.get("jc.val", "left")
    left = number_of(layout.get("ind.start") or layout.get("ind.left")) * _MM_A_TWIP
    return replace(
        line,
        align=_ALIGNED.get(align, align),
        left=round(left, 1),
        first=None if line.is_continued or line.is_listed else _first(line, layout, left),
        before=_distance(layout, "before"),
        after=_distance(layout, "after"),
        spacing=round(_spacing(line, layout), 2),
    )


def _first(line: FoundLine, layout: Layout, left: float) -> float | None:
    """How far the first letter stands in; a tab before it takes it to the first stop, spaces cannot be measured."""
    first = (number_of(layout.get("ind.firstLine")) - number_of(layout.get("ind.hanging"))) * _MM_A_TWIP
    words = "".join(run.text for run in line.runs)
    if words.startswith("\t"):
        return _TAB_MM if first <= 0 and left < _TAB_MM else None
    if words.startswith("   ") or first < 0 or "ind.firstLineChars" in layout:
        return None
    return round(first, 1)


def _distance(layout: Layout, side: str) -> float:
    """Points above or below; what Word leaves by itself ("auto") is 14 points."""
    if layout.get(f"spacing.{side}Autospacing") in {"1", "true", "on"}:
        return 14.0
    return number_of(layout.get(f"spacing.{side}")) / _TWIPS_A_POINT


def _spacing(line: FoundLine, layout: Layout) -> float:
    height = number_of(layout.get("spacing.line")) or _SINGLE
    rule = layout.get("spacing.lineRule", "auto")
    if rule == "auto":
        return height / _SINGLE
    multiple = height / _TWIPS_A_POINT / (max(line.sizes, default=14.0) * _SINGLE_OF_TIMES)
    return max(multiple, 1.0) if rule == "atLeast" else multiple

"""Headings: their numbers in order, their weight, and the centred ones."""

from collections.abc import Iterator

from danban.papers.check.found import FoundLine
from danban.papers.check.judging.marks import SHOWN, Mark, Rows, mark_of, sign_at
from danban.papers.check.parts import Parts
from danban.papers.check.remark import Component, Remark, error

_CENTRED = {"chapter", "part", "section"}
_MOST = 5


def judge_headings(parts: Parts) -> Iterator[Remark]:
    """The first few that break the row are told; after those the reader has seen the point."""
    rows, told = Rows(), 0
    for line in parts.body:
        mark = mark_of(line.text) if line.cell is None and not line.is_continued else None
        if mark is None:
            continue
        yield from _style(line, mark)
        wanted = rows.wanted(mark)
        if wanted is not None and told < _MOST:
            told += 1
            yield error(Component.HEADINGS, line, *_broken(mark, wanted))


def _broken(mark: Mark, wanted: int) -> tuple[str, str]:
    said = SHOWN[mark.kind].format(mark.sign)
    if mark.kind == "letter" and not mark.place:
        return f"“{said}”", f"“{sign_at('letter', wanted)}”: điểm theo bảng chữ cái tiếng Việt"
    hint = " (a, b, c, d, đ, e, g, h …)" if mark.kind == "letter" else ""
    return f"“{said}” không theo thứ tự", f"“{sign_at(mark.kind, wanted)}”{hint}"


def _style(line: FoundLine, mark: Mark) -> Iterator[Remark]:
    """Articles, parts, chapters and sections are bold; the last three stand in the middle."""
    if mark.kind == "article" and not line.worded[0].bold:
        yield error(Component.HEADINGS, line, f"“Điều {mark.sign}.” không đậm", "Chữ “Điều” và số thứ tự đậm")
    if mark.kind in _CENTRED and len(line.text) < 20:
        if not line.is_bold:
            yield error(Component.HEADINGS, line, "Chữ không đậm", "Chữ đậm")
        if line.align != "center":
            yield error(Component.HEADINGS, line, "Không canh giữa", "Canh giữa")

"""The running text: size, slant, alignment, indents and distances, and the mark at its end."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from danban.papers.check.found import FoundLine
from danban.papers.check.judging.marks import mark_of
from danban.papers.check.parts import Parts
from danban.papers.check.remark import SLACK_MM, SLACK_PT, Component, Remark, error, figure, note, span
from danban.papers.forms import Form

Said = tuple[str, str] | None
_SHOWN = 3
_SHORT = 60  # a line that ends before the margin looks the same justified or not


def judge_text(parts: Parts, form: Form) -> Iterator[Remark]:
    """Faults of many paragraphs are told of the first three, then counted."""
    running = [line for line in parts.body if line.cell is None]
    plain = [line for line in running if not line.is_bold and line.align != "center" and not line.is_continued]
    flowing = [line for line in plain if line.align != "right"]
    yield from _few(running, lambda line: _odd_size(line, form))
    yield from _few(plain, _odd_slant)
    yield from _few([line for line in flowing if len(line.text) > _SHORT], _odd_align)
    yield from _few([line for line in flowing if not line.left], lambda line: _odd_indent(line, form))
    yield from _few(plain, lambda line: _odd_spacing(line, form))
    yield from _gaps(running, form)
    yield from _end(parts)


def _few(lines: Sequence[FoundLine], judge: Callable[[FoundLine], Said]) -> Iterator[Remark]:
    wrong = [(line, said) for line in lines if (said := judge(line))]
    for line, (found, wanted) in wrong[:_SHOWN]:
        yield error(Component.TEXT, line, found, wanted)
    if len(wrong) > _SHOWN:
        line, (found, wanted) = wrong[_SHOWN]
        yield error(Component.TEXT, line, f"{found}; từ đây còn {len(wrong) - _SHOWN} đoạn cùng lỗi loại này", wanted)


def _odd_size(line: FoundLine, form: Form) -> Said:
    odd = [size for size in line.sizes if not form.body.size.allows(size, slack=SLACK_PT)]
    return (f"Cỡ chữ {figure(odd[0])}", f"Cỡ chữ {span(form.body.size)}") if odd else None


def _odd_slant(line: FoundLine) -> Said:
    """A whole paragraph in italics; words in brackets and quotations may be."""
    if not line.is_italic or line.text.startswith(("(", "“", '"')) or len(line.text) <= _SHORT:
        return None
    return "Cả đoạn chữ nghiêng", "Chữ đứng"


def _odd_align(line: FoundLine) -> Said:
    return ("Không canh đều hai lề", "Canh đều cả hai lề") if line.align != "justify" else None


def _odd_indent(line: FoundLine, form: Form) -> Said:
    if line.first is None or form.first_indent.allows(line.first, slack=SLACK_MM):
        return None
    found = "Đầu dòng không lùi vào" if line.first == 0 else f"Đầu dòng lùi {figure(line.first)} mm"
    return found, "Đầu dòng lùi 1 cm hoặc 1,27 cm"


def _odd_spacing(line: FoundLine, form: Form) -> Said:
    if form.line_spacing.allows(line.spacing, slack=0.03):
        return None
    return f"Giãn dòng {figure(line.spacing)}", "Từ dòng đơn đến 1,5 dòng"


def _gaps(lines: Sequence[FoundLine], form: Form) -> Iterator[Remark]:
    """Paragraphs of text that follow each other closer than the rule lets them."""
    narrow: list[tuple[FoundLine, float]] = []
    for above, line in pairwise(lines):
        gap = above.after + line.before
        is_next = line.order == above.order + 1 and not line.empties and not line.is_continued
        if is_next and "center" not in {above.align, line.align} and gap < form.paragraph_gap.low - SLACK_PT:
            narrow.append((line, gap))
    if narrow:
        line, gap = narrow[0]
        more = f"; có {len(narrow)} chỗ như vậy" if len(narrow) > 1 else ""
        yield error(Component.TEXT, line, f"Cách đoạn trên {figure(gap)} pt{more}", "Các đoạn cách nhau ít nhất 6 pt")


def _end(parts: Parts) -> Iterator[Remark]:
    if not parts.body:
        yield error(Component.TEXT, None, "Không thấy phần nội dung", "Nội dung sau trích yếu, trước chữ ký")
        return
    last = parts.body[-1]
    if last.text.endswith("./."):
        return
    if last.cell is not None or (mark_of(last.text) is None and last.align == "center"):
        yield note(Component.TEXT, last, "Không có dấu kết thúc sau bảng", "Kết thúc nội dung có “./.”")
        return
    yield error(Component.TEXT, last, "Không có dấu kết thúc", "“./.” ngay sau câu cuối của nội dung")

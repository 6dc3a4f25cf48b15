"""Every day by which something is due, and nothing that merely looks like one.

Not deadlines: dates of cited papers, the day of issue, what lies before it, terms of office, horizons,
anniversaries, ages, periods that figures cover.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import pairwise

from danban.planreader.dates import Days, Frame, resolve
from danban.planreader.expressions import Expression, find_expressions
from danban.planreader.moments import Moment
from danban.planreader.outline import Outline, is_capitals
from danban.planreader.paper import Paper
from danban.planreader.reading import Deadline, DeadlineKind, Span
from danban.planreader.recurring import Recurrence, find_recurrences
from danban.planreader.relative import find_relatives
from danban.planreader.sentences import sentences
from danban.planreader.tasks import Clause, actor_of, subject_after, task_of

_NOT_DUE = re.compile(
    r"(?:ky niem|chao mung|nhan dip|nhan ngay|huong ung ngay|(?:nam|le|dip) thanh lap|thoi ky|hieu luc|ngay (?:quoc "
    r"te|truyen thong|thanh lap|giai phong|quoc khanh|hoi|doanh nhan|thuong binh|toan quoc|"
    r"phu nu|sinh|the gioi|khoi nghia)|"
    r"(?<!ve )(?<!hoc )(?<!phat )sinh (?:tu|ngay|truoc|sau|tu ngay)|tuoi|tinh (?:den|toi|tu)|so lieu (?:tu|den|tinh)|"
    r"nhiem ky|muc tieu\s*$|giai doan(?! (?:\d{1,2}|[ivx]+)(?!\w))|"
    r"le giai phong|thang (?:thanh nien|cong nhan|hanh dong)|"
    r"quoc (?:khanh|te lao dong)|cach mang thang|ban hanh ngay|ky ngay|truyen thong ngay|"
    r"khoi nghia|chien thang|tuan le)[^;:.]{0,60}$"
)
_DONE = re.compile(
    r"(?<!\w)da\s+(?:dat|hoan thanh|to chuc|co|ban hanh|thuc hien|trien khai|duoc|xay dung|"
    r"cap|giai quyet|tiem|trong)[^;]{0,80}$"
)
_BORN = re.compile(r"(?<!ve )(?<!hoc )(?<!phat )(?<!gian )sinh\s*$")
_SAME_DAY = re.compile(r"\(?tuc(?: la)?\s*(?:ngay\s*)?$")
_STRONG_YEAR = re.compile(r"hoan thanh|xong|cham nhat|ket thuc|thoi han|tien do|thoi gian")
_TIME_WORDS = re.compile(
    r"thoi gian|thoi han|tien do|lich|dot|hoan thanh|thoi diem|du kien|khai mac|bat dau|"
    r"to chuc|trong|vao"
)
_PLAN_OF = re.compile(
    r"(?:ke hoach|bao cao|ket qua|nhiem vu|chuong trinh|so ket|tong ket|giao ban|cong tac|"
    r"chi tieu|so lieu|cung ky|so voi|du toan|kinh phi|phong trao)\s+(?:cua\s+)?$"
)


_YEAR_TITLE = re.compile(r"(?:(?:trong|ke hoach|nhiem vu) )?nam (20\d\d)\s*(?:[:.]|\n|$)")


_PERIOD_TITLE = re.compile(r"(?:[\d.()a-z]{1,4}\s+)?thoi ky [^.;]{0,60}:")  # what figures cover, not when to act


@dataclass(frozen=True)
class Scene:
    """Everything the deadline grammar looks at."""

    paper: Paper
    outline: Outline
    frame: Frame
    masked: str  # folded text with numbers and dates of cited papers blotted out
    names: tuple[Span, ...]  # names of cited papers, where bare dates are part of a name


def read_deadlines(scene: Scene) -> list[Deadline]:
    """Deadlines of all running text, in reading order (table rows are read elsewhere)."""
    found: list[Deadline] = []
    for index, node in enumerate(scene.outline.nodes):
        if node.kind == "row":
            continue
        for sentence in sentences(scene.paper.plain, node.block.start, node.block.end):
            found.extend(_of_sentence(scene, index, sentence))
    return found


def _of_sentence(scene: Scene, node_index: int, sentence: Span) -> Iterator[Deadline]:
    start, end = sentence
    plain, masked = scene.paper.plain, scene.masked
    again = list(find_recurrences(plain, masked, start, end))
    if any("BY" in one.rrule for one in again):
        again = [one for one in again if "BY" in one.rrule]
    blotted = _blot(masked, [(one.start, one.end) for one in again])
    hanging = list(find_relatives(blotted, start, end))
    blotted = _blot(blotted, hanging)
    dated = [one for one in find_expressions(plain, blotted, start, end) if _is_due(scene, node_index, one, sentence)]
    hanging = [span for span in hanging if not _says_again(plain, span, dated)]
    spans = sorted([(one.start, one.end) for one in again] + hanging + [(one.start, one.end) for one in dated])
    results = [_recurring(scene, node_index, sentence, spans, one) for one in again]
    results.extend(_relative(scene, node_index, sentence, spans, span) for span in hanging)
    for expression in dated:
        results.extend(_dated(scene, node_index, sentence, spans, expression))
    yield from sorted(results, key=lambda deadline: deadline.span)


def _says_again(plain: str, span: Span, dated: list[Expression]) -> bool:
    """ "chậm nhất ngày 03/02/2026 (40 ngày trước ngày bầu cử)": the bracket only explains the date before it."""
    before = plain[: span[0]].rstrip()
    return before.endswith("(") and any(one.end == len(before[:-1].rstrip()) for one in dated)


def _blot(text: str, spans: list[Span]) -> str:
    for begin, stop in spans:
        text = text[:begin] + "\x00" * (stop - begin) + text[stop:]
    return text


def _bare_deadline(scene: Scene, node_index: int, sentence: Span, spans: list[Span], here: Span) -> Deadline:
    paper, outline = scene.paper, scene.outline
    clause = Clause(paper, outline, node_index, sentence)
    named, _ = (
        subject_after(paper, here[1], sentence[1])
        if _stands_first(paper, outline, node_index, sentence, here)
        else ((), 0)
    )
    return Deadline(
        text=paper.text[here[0] : here[1]].strip(),
        kind="before",
        start=None,
        end=None,
        inclusive=True,
        relative=None,
        rrule=None,
        actor=", ".join(named) or actor_of(clause),
        task=task_of(clause, spans, here),
        section=outline.path_of(node_index),
        span=here,
    )


def _stands_first(paper: Paper, outline: Outline, node_index: int, sentence: Span, here: Span) -> bool:
    begin = max(sentence[0], outline.nodes[node_index].body_start)
    return not paper.text[begin : here[0]].strip(" ,:;-+*•(")


def _recurring(scene: Scene, node_index: int, sentence: Span, spans: list[Span], one: Recurrence) -> Deadline:
    bare = _bare_deadline(scene, node_index, sentence, spans, (one.start, one.end))
    return replace(bare, kind="recurring", rrule=one.rrule, inclusive=one.inclusive)


def _relative(scene: Scene, node_index: int, sentence: Span, spans: list[Span], here: Span) -> Deadline:
    bare = _bare_deadline(scene, node_index, sentence, spans, here)
    return replace(bare, relative=bare.text)


def _dated(scene: Scene, node_index: int, sentence: Span, spans: list[Span], one: Expression) -> Iterator[Deadline]:
    bare = _bare_deadline(scene, node_index, sentence, spans, (one.start, one.end))
    years = _years_above(scene, node_index)
    frame = replace(scene.frame, subject_years=years) if years else scene.frame
    for first, last in _singles(one):
        yield from due(one.relation, first, last, frame, bare)


def _years_above(scene: Scene, node_index: int) -> tuple[int, ...]:
    """The year of the nearest heading that is one: "II. Năm 2026"."""
    for above in [node_index, *scene.outline.ancestors(node_index)]:
        node = scene.outline.nodes[above]
        if node.kind == "section" and (year := _YEAR_TITLE.match(scene.paper.folded, node.body_start)):
            return (int(year.group(1)),)
    return ()


def due(relation: str, first: Moment, last: Moment, frame: Frame, bare: Deadline) -> Iterator[Deadline]:
    """``bare`` with kind and days, unless the days cannot be known or lie before the paper."""
    days = _days(first, last, frame, bare.task)
    if days is None:
        return
    since = frame.since
    late = days.start if relation == "before" else days.end
    if since is not None and (late < since and relation != "from"):
        return
    kind: DeadlineKind = "window"
    if relation == "before":
        yield replace(bare, kind="before", end=days.start, inclusive=False, inferred=days.inferred)
    elif relation == "due":
        yield replace(bare, kind="before", end=days.end, inclusive=True, inferred=days.inferred)
    elif relation == "from":
        note = "Văn bản chỉ ghi ngày bắt đầu, không ghi ngày kết thúc."
        yield replace(
            bare, kind="window", start=days.start, inferred=f"{days.inferred} {note}" if days.inferred else note
        )
    else:
        kind = "on" if days.start == days.end else "window"
        yield replace(bare, kind=kind, start=days.start, end=days.end, inferred=days.inferred)


def _singles(one: Expression) -> Iterator[tuple[Moment, Moment]]:
    """ "05, 15 và 25/3" are three days; "28, 29/12" are one stretch."""
    moment = one.first
    if one.first is one.last and moment.listed:
        numbers = moment.days if moment.grain == "day" else moment.months
        if any(after - before != 1 for before, after in pairwise(numbers)):
            for number in numbers:
                single = replace(moment, days=(number,)) if moment.grain == "day" else replace(moment, months=(number,))
                yield single, single
            return
    yield one.first, one.last


def _days(first: Moment, last: Moment, frame: Frame, task: str) -> Days | None:
    if first is last:
        return resolve(first, frame, task=task)
    closing = resolve(last, frame, task=task, year=None)
    if closing is None:
        return None
    if first.grain == "dayonly":
        first = replace(first, grain="day", months=last.months)
    opening = resolve(first, frame, task=task) if first.year is not None else _opening(first, closing, frame)
    if opening is None or opening.start > closing.end:
        return None
    return Days(
        opening.start, closing.end, closing.inferred or (opening.inferred if first.part or first.lunar else None)
    )


def _opening(first: Moment, closing: Days, frame: Frame) -> Days | None:
    """The first end of a range borrows the year of the second, or the year before."""
    for year in (closing.end.year, closing.end.year - 1):
        opening = resolve(first, frame, year=year)
        if opening is not None and opening.start <= closing.end and closing.end - opening.start < timedelta(days=366):
            return opening
    return None


def _is_due(scene: Scene, node_index: int, one: Expression, sentence: Span) -> bool:
    if one.relation == "horizon" or one.is_weak or _PERIOD_TITLE.match(scene.masked, sentence[0], sentence[1]):
        return False
    if one.first.grain == "year":
        return _is_due_year(scene, one, sentence)
    if one.first.grain == "tet":
        return one.relation in {"before", "due"}
    strong = one.relation in {"before", "due", "range", "within"}
    named = not strong and any(begin <= one.start < stop for begin, stop in scene.names)
    head = scene.masked[max(sentence[0], one.start - 110) : one.start]
    if one.first is not one.last and one.first.days == one.last.days and one.first.months == one.last.months:
        return False  # "10/10/1954 - 10/10/2024" is an anniversary
    return not named and _is_free(scene, node_index, one, sentence, head)


def _is_free(scene: Scene, node_index: int, one: Expression, sentence: Span, head: str) -> bool:
    """Whether nothing before the expression makes it something else than a day something is due."""
    if one.first.lunar and re.search(r"\d{4}\s*\([^)]*$", head):
        return False  # "13/02/2025 (16 tháng Giêng)" says the same day twice
    if _DONE.search(head) or _BORN.search(head) or _SAME_DAY.search(head):
        return False
    inner = head.rpartition("(")[2] if "(" in head and ")" not in head.rpartition("(")[2] else head
    if _NOT_DUE.search(head) and not (
        one.relation in {"before", "due"} and "(" not in inner[-40:] and _after_comma(head)
    ):
        return _far_enough(head, one)
    if one.first.grain in {"month", "quarter", "half"} and not _is_due_stretch(scene, node_index, one, head):
        return False
    return not (
        is_capitals(scene.paper.plain[sentence[0] : one.end])
        and one.relation in {"bare", "from"}
        and one.first.grain != "day"
    )


def _after_comma(head: str) -> bool:
    match = _NOT_DUE.search(head)
    return match is not None and "," in head[match.start() :]


def _far_enough(head: str, one: Expression) -> bool:
    """ "Lễ kỷ niệm … tổ chức vào ngày …": a verb of holding between the name and the day."""
    match = _NOT_DUE.search(head)
    assert match is not None
    between = head[match.start() :]
    if re.search(r"sinh |tuoi|tinh |hieu luc|so lieu|nhiem ky|thoi ky", match.group()[:12]):
        return False
    if one.relation == "range":
        return not match.group().startswith("giai doan")
    held = re.search(r"to chuc|khai mac|hoan thanh|bao cao|gui|thuc hien|dien ra|trong$|vao$|[,:]", between)
    return one.relation in {"within", "before", "due"} and held is not None


def _is_due_year(scene: Scene, one: Expression, sentence: Span) -> bool:
    if one.relation not in {"before", "due", "within"} or one.first is not one.last:
        return False
    words = scene.masked[one.start : one.end]
    head = scene.masked[max(sentence[0], one.start - 90) : one.start]
    since, year = scene.frame.since, one.first.year or 0
    if since is None or not since.year <= year <= since.year + 1 or words.startswith(("den nam", "toi nam")):
        return False
    return one.first.part != "" or "het" in words.split() or _STRONG_YEAR.search(head + words) is not None


def _is_due_stretch(scene: Scene, node_index: int, one: Expression, head: str) -> bool:
    """A month or quarter: with a word of due time, or set in front, or after a label of time."""
    if one.first.grain == "half":
        return one.relation in {"before", "within", "range"} and not _PLAN_OF.search(head)
    if one.relation in {"before", "due", "range", "within", "from"}:
        return True
    if _PLAN_OF.search(head):
        return False
    if one.first.grain == "month" and one.first.part:
        return True
    node = scene.outline.nodes[node_index]
    begin = max(node.body_start, one.start - len(head))
    opens = not scene.paper.text[begin : one.start].strip(" ,:;-+*•(")
    if opens and re.match(r"\s*[:,)\-]", scene.masked[one.end : one.end + 3]):
        return True
    return bool(
        re.search(
            r"(?:thoi gian|thoi han|tien do|lich|dot \d+|hoan thanh|du kien|bat dau|thoi diem)[^.;]{0,40}$|"
            r"\($|,\s*$|:\s*$",
            head,
        )
    ) and (
        (one.first.year is not None and head.rstrip().endswith(":"))
        or one.first.year is not None
        or bool(_TIME_WORDS.search(head))
    )

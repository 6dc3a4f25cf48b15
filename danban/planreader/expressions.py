"""Moments joined into expressions: "từ … đến …", "trước ngày …", "chậm nhất là …", "trong tháng …"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from danban.planreader.moments import Moment, find_moments

_RANGE_GAP = re.compile(
    r"\s*,?\s*(?:\([^()]{0,40}\)\s*)?(?:(?:cho\s+|keo dai\s+)?(?:den|toi)(?:\s+het)?(?:\s+(?:khoang|"
    r"vao|truoc|thoi diem))?|-)\s*"
)
_CLOCK = r"(?:\d{1,2}\s*(?:h|gio|g)\s*(?:\d{2})?\s*(?:phut)?\s*,?\s*)?"
_BEFORE = re.compile(rf"(?<!\w)(?:xong\s+)?(?:truoc)(?:\s+thoi (?:diem|han))?\s*{_CLOCK}$")
_DUE = re.compile(
    r"(?<!\w)(?:xong\s+)?(?:(?:tu nay|tu khi|ke tu khi|tu ngay ky|tu ngay ban hanh)[^.;,]{0,60}?\s+)?"
    r"(?:cham nhat|muon nhat|tre nhat|han cuoi(?: cung)?|han chot|khong qua|khong muon hon|"
    r"khong cham hon|khong tre hon|"
    r"thoi han(?:\s+(?:hoan thanh|cuoi cung|nop|gui|bao cao|thuc hien|la|den))*|"
    r"(?:hoan thanh|xong|ket thuc)(?= (?:trong|vao|den|ngay)? *$)|het|den|toi|den het|toi het)"
    rf"(?:[\s:]+(?:la|vao|den|toi|het|trong|ngay|cuoi|thoi diem|truoc|hoan thanh))*[\s:]*{_CLOCK}$"
)
_FROM = re.compile(rf"(?<!\w)(?:bat dau\s+)?(?:ke\s+)?tu\s*{_CLOCK}$")
_WITHIN = re.compile(
    rf"(?<!\w)(?:trong khoang|trong suot|trong|vao khoang|vao dip|vao|du kien|khoang|tai "
    rf"thoi diem|luc|hoan thanh|thoi gian[^.;:]{{0,40}}:)\s*"
    rf"(?:(?:vao|trong|tu|du kien|hoan thanh|thoi gian)\s*)*{_CLOCK}$"
)
_AT_LATEST = re.compile(r"(?:cham|muon|tre) nhat\s*(?:la\s*)?$")
_INSIDE = re.compile(r"(?:trong|vao)\s*$")
_SOLAR_GAP = re.compile(r"(?:\s+[a-z]+ [a-z]+)?\s*\(\s*(?:tuc\s*(?:la\s*)?)?(?:ngay\s*)?")
_HORIZON = re.compile(
    r"(?<!\w)(?:tinh\s+(?:den|toi|tu)|cho den|so lieu[^.;]{0,30}(?:den|tu))(?:\s+(?:het|"
    r"thoi diem))?\s*$"
)


@dataclass(frozen=True)
class Expression:
    """``relation``: before, due, from, within, range or bare; ``first`` and ``last`` differ only in a range."""

    start: int
    end: int
    relation: str
    first: Moment
    last: Moment

    @property
    def is_weak(self) -> bool:
        """Bare figures without a word that makes them a date."""
        return self.first.weak and self.last.weak and self.relation == "bare"


def find_expressions(plain: str, folded: str, start: int, end: int) -> Iterator[Expression]:
    """Every expression of time between two places, in order."""
    moments = _with_years_of_lists(folded, find_moments(plain, folded, start, end))
    index = 0
    while index < len(moments):
        first = last = moments[index]
        following = moments[index + 1] if index + 1 < len(moments) else None
        if following is not None and _is_solar_of(folded, first, following):
            closing = following.end + folded.startswith(")", following.end)
            first = last = replace(following, start=first.start, end=closing)
            index += 1
            following = moments[index + 1] if index + 1 < len(moments) else None
        if following is not None and _is_range(folded, first, following, start):
            last = following
            index += 1
        index += 1
        relation, begin = _relation(folded, start, first, last)
        if first is last and first.weak and _is_in_list(folded, moments, first):
            first = last = replace(first, weak=False)
        if first.grain == "dayonly" and first is last:
            continue
        yield Expression(begin, last.end, relation, first, last)


_LIST_GAP = re.compile(r"\s*(?:,|va|;)\s*(?:ngay\s*)?")


def _with_years_of_lists(folded: str, moments: list[Moment]) -> list[Moment]:
    """ "15/6, 20/7 và 17/8/2025": the year stands once, at the end of the list."""
    dated = list(moments)
    for place in range(len(dated) - 2, -1, -1):
        one, after = dated[place], dated[place + 1]
        joined = one.grain == after.grain == "day" and _LIST_GAP.fullmatch(folded[one.end : after.start])
        if joined and one.year is None and after.year is not None and one.months <= after.months and not one.lunar:
            dated[place] = replace(one, year=after.year, weak=False)
    return dated


def _is_in_list(folded: str, moments: list[Moment], weak: Moment) -> bool:
    """ "các ngày Chủ nhật 15/6, 20/7 và 17/8/2025": bare figures between dates are dates."""
    pairs = [(one.end, weak.start) for one in moments if not one.weak and one.end <= weak.start]
    pairs += [(weak.end, one.start) for one in moments if not one.weak and one.start >= weak.end]
    return any(_LIST_GAP.fullmatch(folded[begin:stop]) for begin, stop in pairs)


def _is_solar_of(folded: str, lunar: Moment, solar: Moment) -> bool:
    """ "mùng 6 Tết Bính Ngọ (22/02/2026)": one day, said in both calendars."""
    gap = folded[lunar.end : solar.start]
    return lunar.lunar and not solar.lunar and solar.year is not None and _SOLAR_GAP.fullmatch(gap) is not None


def _is_range(folded: str, first: Moment, last: Moment, start: int) -> bool:
    gap = folded[first.end : last.start]
    if not _RANGE_GAP.fullmatch(gap):
        return False
    if "tet" in {first.grain, last.grain} or (
        first.weak and last.weak and "-" not in gap and not _has_from(folded, start, first)
    ):
        return False
    if first.grain == "dayonly":
        return last.grain == "day"
    if first.grain == "year" or last.grain == "year":
        return first.grain == last.grain == "year" and False
    return True


def _has_from(folded: str, start: int, moment: Moment) -> bool:
    return _FROM.search(folded, start, moment.start) is not None


def _relation(folded: str, start: int, first: Moment, last: Moment) -> tuple[str, int]:
    """What stands before the moment, and where that begins."""
    head = folded[max(start, first.start - 110) : first.start]
    base = first.start - len(head)
    if match := _HORIZON.search(head):
        return "horizon", base + match.start()
    spanning = not first.listed and (len(first.months) > 1 or len(first.days) > 1) and first.grain != "half"
    if first is not last or (spanning and _FROM.search(head)):
        match = _FROM.search(head)
        return "range", base + match.start() if match else first.start
    for kind, pattern in (("before", _BEFORE), ("due", _DUE), ("from", _FROM), ("within", _WITHIN)):
        match = pattern.search(head)
        if match is None:
            continue
        if kind == "before" and (latest := _AT_LATEST.search(head[: match.start()])):
            return "before", base + latest.start()
        inside = _INSIDE.search(head) if first.grain in {"month", "quarter", "half"} else None
        if kind == "due" and inside:
            return "within", base + inside.start()
        return kind, base + _trim_label(match)
    return "bare", first.start


def _trim_label(match: re.Match[str]) -> int:
    """ "Thời gian: " and "hoàn thành" introduce the expression but are not its words."""
    words = match.group()
    cut = re.match(
        r"(?:thoi gian[^.;:]*:\s*(?:(?:du kien|thoi gian|hoan thanh)\s*)?|(?:hoan thanh|ket "
        r"thuc)\s+(?=\S))",
        words,
    )
    return match.start() + (cut.end() if cut else 0)

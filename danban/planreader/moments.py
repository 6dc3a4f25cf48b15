"""Expressions of time as they are written, before anyone asks which year is meant.

The grammar reads the folded text. A ``Moment`` is one expression: a day or several ("28, 29/12/2023"),
a month with its part ("tuần đầu tháng 5"), a quarter, half a year, a year, or Tết.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_CLOCK = (
    r"(?:\d{1,2}\s*(?:h|g|gio|:(?=\d\d))\s*(?:\d{2})?\s*(?:phut)?\s*(?:(?:sang|chieu|toi|"
    r"trua)\s*)?,?\s*(?:(?:den|-)\s*\d{1,2}\s*(?:h|gio)\s*(?:\d{2})?\s*(?:phut)?\s*,?\s*)?(?:cua\s+)?)"
)
_WEEKDAY = (
    r"(?:(?:buoi\s+)?(?:(?:sang|chieu|toi)\s+)?(?:thu\s+(?:hai|bay|ba|tu|nam|sau|[2-7])|"
    r"chu nhat)\s*,?\s*\(?(?=ngay|\d))"
)
_HALF_DAY = r"(?:(?:buoi\s+)?(?:sang|chieu|toi|trua)\s+(?=ngay|\d|ram|mung|mong))"
_PREFIX = rf"(?:{_CLOCK})?(?:{_WEEKDAY}|{_HALF_DAY})?"
_YEAR = r"(?P<{0}>(?:19|20)\d\d)(?!\d)"
_DAYS = (
    r"(?P<days>(?:ngay\s*)?\d{1,2}(?:\s*(?:-|,|;|va|den|&|,\s*va)\s*(?:(?:den\s+)?(?:het\s+)?ngay\s*)?\d{1,2}(?!\d|"
    r"\s*(?:gio|h\d|tinh|xa)))*)"
)
_DAY = re.compile(
    rf"(?<![\d/.,])(?<!\d-)(?<![^\W\d_])(?P<prefix>{_PREFIX})(?P<ngay>ngay\s*)?(?:(?P<mung>mung|"
    rf"mong|ram)\s*)?{_DAYS}?"
    rf"(?:\s*(?P<sep>[/.\-])\s*(?P<m>0?[1-9]|1[0-2])(?![\d]|,\d|\s*%)(?:\s*(?P<sep2>[/.\-])\s*{_YEAR.format('y')}|"
    rf"\s*,?\s*nam\s*{_YEAR.format('y2')})?"
    rf"|\s*thang\s*(?P<mw>0?[1-9](?!\d)|1[0-2](?!\d)|gieng|chap|hai|ba|tu|nam|sau|bay|tam|"
    rf"chin|muoi mot|muoi hai|muoi)(?![\w])(?:\s*,?\s*(?:nam|/|-)\s*{_YEAR.format('y3')})?)"
)
_PART = (
    r"(?:(?P<part>dau|giua|cuoi|nua dau|nua cuoi|nua sau|thuong tuan|trung tuan|ha tuan|"
    r"tuan (?:le )?(?:dau(?: tien)?|cuoi(?: cung)?|thu (?:nhat|hai|ba|tu|nam|\d)|[1-5]))\s+(?:cua\s+)?)?"
)
_MONTH = re.compile(
    rf"(?<![\w]){_PART}(?:cac\s+)?thang\s*(?P<months>(?:0?[1-9]|1[0-2])(?!\d)(?:\s*(?:-|,|"
    rf"va|den|&)\s*(?:thang\s*)?(?:0?[1-9]|1[0-2])(?!\d|/\d\d?(?!\d)))*)(?!\d)"
    rf"(?:\s*(?:/|-|,?\s*nam)\s*{_YEAR.format('y')})?"
)
_QUARTER = re.compile(
    rf"(?<![\w])(?:(?P<part>dau|giua|cuoi|nua dau|nua cuoi)\s+)?quy\s*(?P<quarters>(?:iv|"
    rf"i{{1,3}}|[1-4])(?![\w])(?:\s*(?:-|,|va|den|&)\s*(?:quy\s*)?(?:iv|i{{1,3}}|[1-4])(?![\w]))*)"
    rf"(?:\s*(?:/|-|,?\s*nam)\s*{_YEAR.format('y')})?"
)
_HALF_YEAR = re.compile(
    rf"(?<![\w])(?P<count>\d{{1,2}}|ba|sau|chin)\s*thang\s*(?P<part>dau|cuoi)\s*(?:cua\s+)?nam(?:\s*{_YEAR.format('y')})?"
)
_YEAR_ONLY = re.compile(rf"(?<![\w])(?:(?P<part>dau|giua|cuoi)\s+)?nam\s*{_YEAR.format('y')}(?!\s*[-/]\s*\d)")
_DAY_ONLY = re.compile(
    r"(?<![\w])(?:ngay\s*)(?P<d>\d{1,2})(?![\d/.]|\s*(?:thang|lam viec|lien|-\s*\d|cong|"
    r"truoc|sau))"
)
_SHORT_MONTH = re.compile(rf"(?<![\w/.,\-])(?P<m>0?[1-9]|1[0-2])\s*/\s*{_YEAR.format('y')}(?!\s*/|[\w-])")
_TET = re.compile(
    rf"(?<![\w])tet(?: co truyen)?(?: nguyen dan| am lich| co truyen)(?: (?P<name>[a-z]+ "
    rf"[a-z]+))?(?:\s*,?\s*(?:nam\s*)?{_YEAR.format('y')})?"
)
_TET_DAY = re.compile(
    r"(?<![\w])(?:mung|mong)\s*(?P<d>\d{1,2}(?:\s*(?:,|va|den|-)\s*(?:mung\s*|mong\s*)?\d{1,2})*)\s*tet(?!\w)"
)
_LUNAR_AFTER = re.compile(r"[\s,]*(?:\(?\s*(?:tuc\s+)?(?:ngay\s+)?am lich|\(?al\)?(?!\w))|[^.;\n]{0,25}\(am lich\)")
_CAN_CHI = re.compile(
    r"[\s,]*(?:nam\s+)?(?P<can>giap|at|binh|dinh|mau|ky|canh|tan|nham|quy)\s+(?P<chi>ty|"
    r"suu|dan|mao|meo|thin|ngo|mui|than|dau|tuat|hoi)(?!\w)"
)
_STAGE = re.compile(r"(?:dot|lan|buoc|giai doan|ky|khoa|vong|so|quy|cap|lop)\s*$")
_MONTH_WORD = {
    "gieng": 1, "hai": 2, "ba": 3, "tu": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9,
    "muoi": 10, "muoi mot": 11, "muoi hai": 12, "chap": 12,
}  # fmt: skip
_ROMAN_QUARTER = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


@dataclass(frozen=True)
class Moment:
    """One written expression of time. ``grain``: day, dayonly, month, quarter, half, year or tet."""

    start: int
    end: int
    grain: str
    days: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    year: int | None = None
    part: str = ""
    listed: bool = False  # several days named one by one, not a span of days
    weak: bool = False  # bare figures ("3/4") that are a date only in company
    lunar: bool = False
    can_chi: tuple[str, str] | None = None
    weekday: bool = False


def find_moments(plain: str, folded: str, start: int, end: int) -> list[Moment]:
    """Every expression between two places, in order, none overlapping."""
    found: list[Moment] = []
    position = start
    for moment in sorted(_candidates(plain, folded, start, end), key=lambda m: (m.start, -m.end)):
        if moment.start >= position:
            found.append(moment)
            position = moment.end
    return found


def _candidates(plain: str, folded: str, start: int, end: int) -> Iterator[Moment]:
    readers = (
        (_DAY, _day), (_MONTH, _month), (_QUARTER, _quarter), (_HALF_YEAR, _half_year),
        (_YEAR_ONLY, _year_only), (_DAY_ONLY, _day_only), (_SHORT_MONTH, _short_month), (_TET, _tet),
        (_TET_DAY, _tet_day),
    )  # fmt: skip
    for pattern, read in readers:
        position = start
        while match := pattern.search(folded, position, end):
            moment = read(match, plain, folded)
            if moment is not None:
                yield moment
            position = match.end() if moment is not None else match.start() + 1


def _numbers(words: str) -> tuple[tuple[int, ...], bool]:
    """The numbers in "10-15" or "28, 29", and whether they are listed one by one."""
    numbers = tuple(int(number) for number in re.findall(r"\d+", words))
    spanned = re.search(r"-|den", words) is not None
    return numbers, not spanned and len(numbers) > 1


def _day(match: re.Match[str], plain: str, folded: str) -> Moment | None:
    mung, days_words, month_word = match.group("mung"), match.group("days"), match.group("mw")
    year_words = match.group("y") or match.group("y2") or match.group("y3")
    if days_words is None and mung != "ram":
        return None
    days, listed = _numbers(days_words) if days_words else ((15,), False)
    separator = match.group("sep")
    if separator in {".", "-"} and not year_words:
        return None
    if month_word is not None and not _is_month_word(month_word, match, plain):
        return None
    month = int(match.group("m") or 0) or _month_value(month_word or "")
    if not month or any(not 1 <= day <= 31 for day in days):
        return None
    lunar, can_chi, tail = _lunar(folded, match.end(), sure=mung is not None or month_word in {"gieng", "chap"})
    if (
        month_word is not None
        and not mung
        and not match.group("ngay")
        and _STAGE.search(folded, max(0, match.start() - 14), match.start())
    ):
        return None
    named = "ngay" in (match.group("ngay") or "") or "ngay" in (days_words or "")
    weak = not named and not year_words and mung is None and month_word is None
    return Moment(
        match.start(), tail, "day", days, (month,), int(year_words) if year_words else None,
        listed=listed, weak=weak and not match.group("prefix"), lunar=lunar, can_chi=can_chi,
    )  # fmt: skip


def _is_month_word(word: str, match: re.Match[str], plain: str) -> bool:
    """A month written as a word counts when it has a capital ("tháng Bảy") or can be nothing else."""
    if word[0].isdigit() or word in {"gieng", "chap"}:
        return True
    return plain[match.start("mw")].isupper() or match.group("mung") is not None


def _month_value(word: str) -> int:
    return int(word) if word.isdigit() else _MONTH_WORD.get(word, 0)


def _lunar(folded: str, end: int, *, sure: bool) -> tuple[bool, tuple[str, str] | None, int]:
    can_chi = None
    if match := _CAN_CHI.match(folded, end):
        can_chi = (match.group("can"), match.group("chi"))
        end, sure = match.end(), True
    if match := _LUNAR_AFTER.match(folded, end):
        closing = folded.startswith(")", match.end())
        return True, can_chi, match.end() + (1 if closing and "(" in match.group() else 0)
    return sure, can_chi, end


def _month(match: re.Match[str], plain: str, folded: str) -> Moment | None:  # noqa: ARG001
    numbers, listed = _numbers(match.group("months"))
    before = folded[max(0, match.start() - 20) : match.start()]
    if re.search(r"\d\s*$", before) and not match.group("part") and not _STAGE.search(before.rstrip(" 0123456789")):
        return None
    year = match.group("y")
    return Moment(
        match.start(), match.end(), "month", (), numbers, int(year) if year else None,
        part=match.group("part") or "", listed=listed,
    )  # fmt: skip


def _quarter(match: re.Match[str], plain: str, folded: str) -> Moment | None:  # noqa: ARG001
    word = plain[match.start("quarters") - 5 : match.start("quarters")].casefold()
    if not re.search(r"qu(?:ý|í|y)\s*$", word):
        return None
    names = re.findall(r"iv|i{1,3}|[1-4]", match.group("quarters"))
    numbers = tuple(_ROMAN_QUARTER.get(name) or int(name) for name in names)
    year = match.group("y")
    return Moment(
        match.start(), match.end(), "quarter", (), numbers, int(year) if year else None, part=match.group("part") or ""
    )


def _half_year(match: re.Match[str], plain: str, folded: str) -> Moment | None:  # noqa: ARG001
    count = {"ba": 3, "sau": 6, "chin": 9}.get(match.group("count")) or int(match.group("count"))
    if count not in {3, 6, 9}:
        return None
    months = (1, count) if match.group("part") == "dau" else (13 - count, 12)
    year = match.group("y")
    return Moment(match.start(), match.end(), "half", (), months, int(year) if year else None)


def _year_only(match: re.Match[str], plain: str, folded: str) -> Moment | None:  # noqa: ARG001
    return Moment(match.start(), match.end(), "year", (), (), int(match.group("y")), part=match.group("part") or "")


def _day_only(match: re.Match[str], plain: str, folded: str) -> Moment | None:  # noqa: ARG001
    day = int(match.group("d"))
    return Moment(match.start(), match.end(), "dayonly", (day,), weak=True) if 1 <= day <= 31 else None


def _short_month(match: re.Match[str], plain: str, folded: str) -> Moment | None:  # noqa: ARG001
    return Moment(match.start(), match.end(), "month", (), (int(match.group("m")),), int(match.group("y")), weak=True)


def _tet_day(match: re.Match[str], plain: str, folded: str) -> Moment | None:  # noqa: ARG001
    return Moment(match.start(), match.end(), "day", _numbers(match.group("d"))[0], (1,), lunar=True)


def _tet(match: re.Match[str], plain: str, folded: str) -> Moment | None:  # noqa: ARG001
    year = match.group("y")
    can_chi = _CAN_CHI.match(" " + (match.group("name") or ""))
    pair = (can_chi.group("can"), can_chi.group("chi")) if can_chi else None
    end = match.end() if pair or year else (match.start("name") - 1 if match.group("name") else match.end())
    return Moment(match.start(), end, "tet", (), (), int(year) if year else None, lunar=True, can_chi=pair)

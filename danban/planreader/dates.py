"""From written moments to days: which year is meant, where a month part begins, lunar days."""

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from danban.kit.vietnamese import day as day_words
from danban.planreader.moments import Moment

_CAN = ("canh", "tan", "nham", "quy", "giap", "at", "binh", "dinh", "mau", "ky")
_CHI = ("than", "dau", "tuat", "hoi", "ty", "suu", "dan", "mao", "thin", "ty", "ngo", "mui")
_TENTHS = {"dau": (1, 10), "giua": (11, 20), "cuoi": (21, 31), "nua dau": (1, 15), "nua cuoi": (16, 31),
           "nua sau": (16, 31), "thuong tuan": (1, 10), "trung tuan": (11, 20), "ha tuan": (21, 31)}  # fmt: skip
_ORDINALS = {"nhat": 1, "hai": 2, "ba": 3, "tu": 4, "nam": 5}
_EARLY = re.compile(
    r"xay dung|ban hanh|trien khai ke hoach|dang ky|huong dan|quan triet|pho bien|thanh "
    r"lap|kien toan|gui ke hoach|hop trien khai|khai mac"
)


@dataclass(frozen=True)
class Frame:
    """What is known of the paper's time: the day it was issued and the years its title speaks of."""

    issued_on: date | None
    issue_year: int | None = None
    subject_years: tuple[int, ...] = ()

    @property
    def since(self) -> date | None:
        """The earliest day a task of this paper can fall on."""
        if self.issued_on is not None:
            return self.issued_on
        return date(self.issue_year, 1, 1) if self.issue_year else None


@dataclass(frozen=True)
class Days:
    """Both ends included; ``inferred`` is a sentence where the paper left something to the reader."""

    start: date
    end: date
    inferred: str | None = None


def resolve(moment: Moment, frame: Frame, *, task: str = "", year: int | None = None) -> Days | None:
    """The days a moment names. ``year`` lends a year to a moment that has none of its own."""
    if moment.grain == "tet" or moment.lunar:
        return _resolve_lunar(moment, frame, year)
    if moment.year is not None:
        return _in_year(moment, moment.year)
    if year is not None:
        days = _in_year(moment, year)
        return days and _noting(days, f"Năm {year} lấy theo mốc đi cùng trong câu.")
    return _infer_year(moment, frame, task)


def _noting(days: Days, note: str) -> Days:
    return replace(days, inferred=f"{days.inferred} {note}" if days.inferred else note)


def _infer_year(moment: Moment, frame: Frame, task: str) -> Days | None:
    candidates = _years_to_try(frame)
    if not candidates:
        return None
    since = frame.since
    possible = [
        days for year in candidates if (days := _in_year(moment, year)) and (since is None or days.end >= since)
    ]
    if not possible:
        return None
    nearest = min(possible, key=lambda days: days.end)
    chosen = nearest
    subject = [days for days in possible if days.end.year in frame.subject_years]
    if subject and nearest not in subject and not _EARLY.search(task):
        chosen = min(subject, key=lambda days: days.end)
    if frame.issued_on is None:
        reason = f"Văn bản không ghi năm ở mốc này; lấy năm {chosen.end.year} theo đầu văn bản."
    elif chosen is nearest:
        reason = (
            f"Văn bản không ghi năm ở mốc này; lấy năm {chosen.end.year}, "
            f"gần nhất kể từ ngày ban hành {day_words(frame.issued_on)}."
        )
    else:
        reason = f"Văn bản không ghi năm ở mốc này; lấy năm {chosen.end.year} là năm kế hoạch nói tới."
    return _noting(chosen, reason)


def _years_to_try(frame: Frame) -> list[int]:
    if frame.since is not None:
        first = frame.since.year
        return [first, first + 1, *(year for year in frame.subject_years if first < year <= first + 5)]
    return list(frame.subject_years)


def _in_year(moment: Moment, year: int) -> Days | None:
    try:
        return _BY_GRAIN[moment.grain](moment, year) if moment.grain in _BY_GRAIN else None
    except ValueError:
        return None


def _whole_days(moment: Moment, year: int) -> Days:
    days = [date(year, moment.months[0], day) for day in moment.days]
    return Days(min(days), max(days))


def _quarters(moment: Moment, year: int) -> Days:
    first, last = min(moment.months), max(moment.months)
    return _part_of(Days(date(year, first * 3 - 2, 1), _month_end(year, last * 3)), moment.part)


def _half(moment: Moment, year: int) -> Days:
    return Days(date(year, moment.months[0], 1), _month_end(year, moment.months[1]))


def _whole_year(moment: Moment, year: int) -> Days:
    return _part_of(Days(date(year, 1, 1), date(year, 12, 31)), moment.part)


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _part_of(whole: Days, part: str) -> Days:
    """The first, middle or last third of a quarter or a year, by whole months where it can be."""
    if not part:
        return whole
    if whole.start.month == 1 and whole.end.month == 12:
        first, last = {"dau": (1, 3), "giua": (5, 8)}.get(part, (10, 12))
        note = f"Hiểu là từ tháng {first} đến tháng {last}."
        return Days(date(whole.start.year, first, 1), _month_end(whole.start.year, last), note)
    months = (whole.end.month - whole.start.month + 1) // 3
    shift = {"dau": 0, "giua": 1, "cuoi": 2}.get(part)
    if shift is None or not months:
        return whole
    first = whole.start.month + shift * months
    start, end = date(whole.start.year, first, 1), _month_end(whole.start.year, first + months - 1)
    return Days(start, end, "“Đầu”, “giữa”, “cuối” hiểu là một phần ba của khoảng thời gian.")


def _month_part(moment: Moment, year: int) -> Days:
    first, last = moment.months[0], moment.months[-1]
    if last < first:
        return Days(date(year - 1, first, 1), _month_end(year, last))
    end = _month_end(year, last)
    part = moment.part
    if not part:
        return Days(date(year, first, 1), end)
    if part in _TENTHS:
        begin, close = _TENTHS[part]
        note = f"Hiểu là từ ngày {begin} đến ngày {min(close, end.day)} của tháng."
        return Days(date(year, first, begin), date(year, first, min(close, _month_end(year, first).day)), note)
    return _week_of(part, year, first)


def _week_of(part: str, year: int, month: int) -> Days:
    """Weeks of a month are read as blocks of seven days from the first; "cuối" is the last seven."""
    end = _month_end(year, month)
    if "cuoi" in part:
        return Days(end - timedelta(days=6), end, "“Tuần cuối tháng” hiểu là bảy ngày cuối tháng.")
    word = part.rsplit(" ", 1)[1]
    number = 1 if "dau" in part else _ORDINALS.get(word) or (int(word) if word.isdigit() else 1)
    start = date(year, month, 1) + timedelta(days=7 * (number - 1))
    start = min(start, end)
    return Days(start, min(start + timedelta(days=6), end), "Tuần trong tháng hiểu là từng bảy ngày kể từ ngày 1.")


_BY_GRAIN = {
    "day": _whole_days,
    "month": _month_part,
    "quarter": _quarters,
    "half": _half,
    "year": _whole_year,
}


def _resolve_lunar(moment: Moment, frame: Frame, year: int | None) -> Days | None:
    written = moment.year or _can_chi_year(moment.can_chi, frame) or year
    if written is not None:
        solar = _lunar_days(moment, written)
        return solar and _noting(solar, f"Ngày âm lịch năm {written}, đổi sang dương lịch.")
    since = frame.since
    years = [since.year - 1, since.year, since.year + 1] if since else list(frame.subject_years)
    for candidate in years:
        solar = _lunar_days(moment, candidate)
        if solar and (since is None or solar.end >= since):
            return _noting(
                solar, f"Ngày âm lịch đổi sang dương lịch; văn bản không ghi năm, lấy năm âm lịch {candidate}."
            )
    return None


def _can_chi_year(pair: tuple[str, str] | None, frame: Frame) -> int | None:
    if pair is None:
        return None
    base = frame.since.year if frame.since else (frame.subject_years[0] if frame.subject_years else 2024)
    chi = "mao" if pair[1] == "meo" else pair[1]
    for year in sorted(range(base - 30, base + 31), key=lambda year: abs(year - base)):
        if _CAN[year % 10] == pair[0] and _CHI[year % 12] == chi:
            return year
    return None


def _lunar_days(moment: Moment, year: int) -> Days | None:
    days = moment.days or (1,)
    month = moment.months[0] if moment.months else 1
    found = [solar for day in days if (solar := lunar_to_solar(day, month, year))]
    return Days(min(found), max(found)) if found else None


def lunar_to_solar(day: int, month: int, year: int) -> date | None:
    """A day of the Vietnamese lunar calendar as a civil day; day 30 of a short month is its last day."""
    from vnlunar.core import convert_lunar_to_solar  # noqa: PLC0415  loaded only when a lunar day is met

    if not 1900 <= year <= 2100:
        return None
    try:
        solar = convert_lunar_to_solar(day, month, year, 0)
        return date(int(solar[2]), int(solar[1]), int(solar[0]))
    except (ValueError, TypeError, KeyError, IndexError):
        return None

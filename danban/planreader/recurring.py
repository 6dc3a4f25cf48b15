"""Deadlines that come back: weekly, monthly, quarterly, yearly, as RFC 5545 rules."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_DAY_CODES = {"hai": "MO", "2": "MO", "ba": "TU", "3": "TU", "tu": "WE", "4": "WE", "nam": "TH", "5": "TH",
              "sau": "FR", "6": "FR", "bay": "SA", "7": "SA"}  # fmt: skip
_WEEK = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_HANG = r"(?:hang|moi|cac|tung|cua hang|cua moi|cua cac|trong)"
_ONE_DAY = (
    r"(?:(?:(?:vao|buoi|ngay|luc)\s+)*(?:\d{1,2}\s*(?:h|gio)\s*\d{0,2}\s*,?\s*)?(?:(?:sang|"
    r"chieu|toi)\s+)?(?:ngay\s+)?(?:thu\s+(?:hai|bay|ba|tu|nam|sau|[2-7])|chu nhat))"
)
_BY_THEN = r"(?P<lead>(?:xong\s+)?(?:truoc|cham nhat(?:\s+(?:la|vao|luc))*|muon nhat)\s+)?"
_DAY_LIST = rf"{_ONE_DAY}(?:\s*(?:,|va|hoac|&|-|den)\s*{_ONE_DAY})*"
_WEEKLY_AFTER = re.compile(
    rf"(?<!\w){_BY_THEN}(?:tu\s+)?(?P<days>{_DAY_LIST})\s*,?\s*(?:\([^)]*\)\s*)?(?:dinh ky\s+)?(?:hang|"
    rf"moi|trong)\s+tuan(?!\w)"
)
_WEEKLY_BEFORE = re.compile(
    rf"(?<!\w)(?:dinh ky\s+)?(?:hang|moi)\s+tuan\s*,?\s*(?P<open>\(\s*)?(?:vao\s+)?(?:tu\s+)?(?P<days>{_DAY_LIST})"
    rf"(?(open)(?:\s*\))?)"
)
_NTH = r"(?:tuan\s+)?(?:dau tien|dau|cuoi cung|cuoi|thu (?:nhat|hai|ba|tu|\d))"
_MONTH_WEEKDAY = re.compile(
    rf"(?<!\w)(?P<day>{_ONE_DAY})\s*(?:cua\s+)?(?P<nth>{_NTH}(?:\s*(?:,|va)\s*{_NTH})*)\s*(?:cua\s+)?{_HANG}\s+thang"
)
_LEAD = (
    r"(?P<lead>(?:dinh ky\s+)?(?:truoc|cham nhat(?:\s+(?:la|vao|den))*|muon nhat(?:\s+la)?|"
    r"khong qua|vao|den|het)\s+(?:\d{1,2}\s*(?:h|gio|g)\s*(?:\d{2})?\s*(?:phut)?\s*,?\s*)?)?"
)
_MONTHLY = re.compile(
    rf"(?<!\w){_LEAD}(?:cac\s+)?ngay\s*(?P<days>\d{{1,2}}(?:\s*(?:,|va|-)\s*(?:ngay\s*)?\d{{1,2}})*|"
    rf"cuoi(?: cung)?)\s*(?:cua\s+)?(?:hang|moi|cac|tung)\s+thang(?!\w)"
)
_MONTHLY_BEFORE = re.compile(
    rf"(?<!\w)(?:dinh ky\s+)?(?:hang|moi)\s+thang\s*,?\s*(?:\(\s*)?{_LEAD}ngay\s*(?P<days>\d{{1,2}}|"
    rf"cuoi(?: cung)?)(?![\d/]|\s*(?:thang|lam))(?:\s*\))?"
)
_MONTHLY_FIXED = re.compile(
    r"(?<!\w)dinh ky\s+(?:vao\s+)?(?:cac\s+)?ngay\s*(?P<days>\d{1,2}(?:\s*(?:,|va|-)\s*(?:ngay\s*)?(?:\d{1,2}|cuoi))*)"
    r"\s*(?:cua\s+|hang\s+|moi\s+)?thang(?!\s*\d|\w)"
)
_NEXT_MONTH = re.compile(
    rf"(?<!\w){_LEAD}ngay\s*(?P<days>\d{{1,2}})\s*(?:cua\s+)?thang\s+(?:ke tiep|tiep theo|lien ke|sau)(?!\w)"
)
_LAST_WORKDAY = re.compile(
    r"(?<!\w)(?:vao\s+|cham nhat\s+)?ngay lam viec cuoi cung\s*(?:cua\s+)?(?:hang\s+|moi\s+)?thang(?!\s*\d|\w)"
)
_MONTHLY_BRACKET = re.compile(rf"(?<!\w)(?:hang\s+)?thang\s*\(\s*{_LEAD}(?:ngay\s*)?(?P<days>\d{{1,2}})(?![\d/])\s*\)")
_CLOCK = r"\d{1,2}\s*(?:h|gio|g)\s*(?:\d{2})?(?:\s*phut)?"
_DAILY = re.compile(
    rf"(?<!\w)(?P<lead>(?:truoc|cham nhat(?:\s+(?:la|vao|luc))*|vao(?:\s+luc)?|luc)\s+)"
    rf"{_CLOCK}(?:\s*(?:,|va)\s*{_CLOCK})*\s*(?:hang|moi)\s+ngay(?!\w)"
)
_QUARTERLY_DAY = re.compile(
    rf"(?<!\w)(?:(?:dinh ky\s+)?(?:hang|moi)\s+quy\s*,?\s*\(?)?{_LEAD}ngay\s*(?P<day>\d{{1,2}})"
    rf"\s*(?:cua\s+)?thang\s*(?P<which>cuoi|"
    rf"dau)\s*(?:cua\s+)?(?:(?:hang|moi)\s+)?(?:quy|cua quy)(?:\s+(?:sau|ke tiep|tiep theo))?"
)
_YEARLY = re.compile(
    rf"(?<!\w){_LEAD}(?:ngay\s*)?(?P<day>\d{{1,2}})\s*(?:/|thang)\s*(?P<month>\d{{1,2}})\s*(?:cua\s+)?(?:hang|"
    rf"moi)\s+nam(?!\w)"
)
_YEARLY_BEFORE = re.compile(
    rf"(?<!\w)(?:dinh ky\s+)?hang\s+nam\s*,?\s*\(?{_LEAD}ngay\s*(?P<day>\d{{1,2}})\s*(?:/|"
    rf"thang)\s*(?P<month>\d{{1,2}})(?!\s*[/\d])\)?"
)
_PERIOD_DAY = re.compile(
    rf"(?<!\w)(?:dinh ky\s+)?(?:(?:hang\s+)?(?:6|06|9|09|sau|chin)\s+thang(?:\s+dau nam)?|"
    rf"quy\s+[ivx]+|(?:hang\s+|ca\s+)?nam)"
    rf"\s*,?\s*\(?\s*{_LEAD}(?:ngay\s*)?(?P<day>\d{{1,2}})\s*(?:/|thang)\s*(?P<month>\d{{1,2}})"
    rf"(?!\d|\s*[/.-]\s*\d|\s*,?\s*nam \d)(?:\s*\))?"
)
_YEARLY_MONTH = re.compile(
    r"(?<!\w)(?:trong\s+|vao\s+)?thang\s*(?P<month>\d{1,2})\s*(?:cua\s+)?(?:hang|moi)\s+nam(?!\w)"
)
_BARE = re.compile(
    r"(?<!\w)(?P<fixed>dinh ky\s+)?(?:(?P<hang>hang|moi)\s+(?P<unit>ngay|tuan|thang|quy|"
    r"nam)|(?P<count>\d{1,2})\s*(?P<counted>ngay|tuan|thang|nam)\s*(?:/|mot|1|01)\s*lan|"
    r"(?:\d{1,2}|mot|hai)\s*lan\s*(?:/|trong|moi)\s*(?:mot\s+|1\s+|01\s+)?(?P<per>ngay|tuan|"
    r"thang|quy|nam)(?!\w)|(?<=dinh ky )(?P<six>\d|sau|ba)\s*thang(?!\w)|(?<=dinh ky )(?P<after>tuan|"
    r"thang|quy|nam)(?!\w))"
    r"(?:\s*(?:,|va)\s*(?:6 thang|quy|nam|hang quy|hang nam|hang thang|tong ket nam)(?!\w))*"
)
_RULES = {
    "ngay": "FREQ=DAILY",
    "tuan": "FREQ=WEEKLY",
    "thang": "FREQ=MONTHLY",
    "quy": "FREQ=MONTHLY;INTERVAL=3",
    "nam": "FREQ=YEARLY",
}
_NOUN_BEFORE = re.compile(
    r"(?:ke hoach|chuong trinh|nhiem vu|ket qua|cong tac|cong viec|kinh phi|du toan|ngan "
    r"sach|so lieu|xep loai|doi song|sinh hoat|hoat dong|"
    r"thi dua|danh gia|chi tieu|nhu cau|cuoc song|chi phi|muc tieu|danh muc|thu nhap|bao "
    r"cao|giao ban|tong ket|hoi nghi|ho so|phien hop|lao dong)\s*$"
)


@dataclass(frozen=True)
class Recurrence:
    """A span of text, the rule it says and whether the named day itself is still in time."""

    start: int
    end: int
    rrule: str
    inclusive: bool = True


def find_recurrences(plain: str, folded: str, start: int, end: int) -> Iterator[Recurrence]:
    """Every recurring expression between two places, none overlapping, the most telling first."""
    taken: list[tuple[int, int]] = []
    for pattern, rule in _READERS:
        for match in pattern.finditer(folded, start, end):
            if any(match.start() < stop and begin < match.end() for begin, stop in taken):
                continue
            rrule = rule(match, plain, folded)
            if rrule:
                taken.append(match.span())
                lead = match.groupdict().get("lead") or ""
                yield Recurrence(match.start(), match.end(), rrule, inclusive="truoc" not in lead)


def _codes(words: str) -> list[str]:
    found = []
    for match in re.finditer(r"thu\s+(hai|bay|ba|tu|nam|sau|[2-7])|chu nhat|(den|-)", words):
        if match.group(2):
            found.append("-")
        else:
            found.append(_DAY_CODES[match.group(1)] if match.group(1) else "SU")
    codes: list[str] = []
    for index, code in enumerate(found):
        if code != "-":
            codes.append(code)
        elif codes and index + 1 < len(found) and found[index + 1] != "-":
            first, last = _WEEK.index(codes[-1]), _WEEK.index(found[index + 1])
            codes.extend(_WEEK[first + 1 : last])
    return sorted(set(codes), key=_WEEK.index)


def _weekly(match: re.Match[str], plain: str, folded: str) -> str:  # noqa: ARG001
    return f"FREQ=WEEKLY;BYDAY={','.join(_codes(match.group('days')))}"


def _month_weekday(match: re.Match[str], plain: str, folded: str) -> str:  # noqa: ARG001
    code = _codes(match.group("day"))[0]
    numbers = []
    for nth in re.findall(_NTH, match.group("nth")):
        last = nth.split()[-1]
        number = {"nhat": 1, "hai": 2, "ba": 3, "tu": 4}.get(last) or (int(last) if last.isdigit() else 0)
        numbers.append(number or (-1 if "cuoi" in nth else 1))
    return f"FREQ=MONTHLY;BYDAY={','.join(f'{number}{code}' for number in numbers)}"


def _monthly(match: re.Match[str], plain: str, folded: str) -> str:  # noqa: ARG001
    days = [int(number) for number in re.findall(r"\d+", match.group("days"))]
    if any(not 1 <= day <= 31 for day in days):
        return ""
    if "cuoi" in match.group("days"):
        days.append(-1)
    return f"FREQ=MONTHLY;BYMONTHDAY={','.join(map(str, days))}"


def _last_workday(match: re.Match[str], plain: str, folded: str) -> str:  # noqa: ARG001
    return "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"


def _daily(match: re.Match[str], plain: str, folded: str) -> str:  # noqa: ARG001
    return "FREQ=DAILY"


def _quarterly_day(match: re.Match[str], plain: str, folded: str) -> str:  # noqa: ARG001
    months = "3,6,9,12" if match.group("which") == "cuoi" else "1,4,7,10"
    return f"FREQ=YEARLY;BYMONTH={months};BYMONTHDAY={int(match.group('day'))}"


def _yearly(match: re.Match[str], plain: str, folded: str) -> str:  # noqa: ARG001
    day, month = int(match.group("day")), int(match.group("month"))
    return f"FREQ=YEARLY;BYMONTH={month};BYMONTHDAY={day}" if 1 <= month <= 12 and 1 <= day <= 31 else ""


def _period_day(match: re.Match[str], plain: str, folded: str) -> str:
    """ "Định kỳ 6 tháng (trước 15/6), năm (trước 15/12)": each comes back every year."""
    said = re.split(r"[.;\n]", folded[max(0, match.start() - 100) : match.end()])[-1]
    return _yearly(match, plain, folded) if re.search(r"dinh ky|hang nam", said) else ""


def _yearly_month(match: re.Match[str], plain: str, folded: str) -> str:  # noqa: ARG001
    return f"FREQ=YEARLY;BYMONTH={int(match.group('month'))}" if 1 <= int(match.group("month")) <= 12 else ""


def _bare(match: re.Match[str], plain: str, folded: str) -> str:
    if match.group("six"):
        months = {"sau": "6", "ba": "3"}.get(match.group("six"), match.group("six"))
        return f"FREQ=MONTHLY;INTERVAL={months}"
    if match.group("counted"):
        rule, count = _RULES[match.group("counted")], int(match.group("count"))
        return rule if count == 1 else f"{rule};INTERVAL={count}"
    unit = match.group("per") or match.group("after") or match.group("unit")
    if match.group("hang") is None or match.group("fixed") or _comes_back(match, plain, folded):
        return _RULES[unit]
    return ""


def _comes_back(match: re.Match[str], plain: str, folded: str) -> bool:
    """Whether "hằng tháng" says when, and is not a mere adjective ("kế hoạch hằng năm")."""
    before, after = folded[: match.start()][-40:], folded[match.end() : match.end() + 20]
    if match.group("hang") == "moi":
        counted = re.search(r"\d+ [^,;.]{2,40}$", before) and re.match(r"\s*(?:[.;,)\n]|$)", after)
        return bool(counted or re.match(r"\s*(?:\d|mot|it nhat|to chuc)", after))
    if _NOUN_BEFORE.search(before):
        return False
    if not plain[match.start() : match.start() + 4].casefold().startswith(("hàng", "hằng")):
        return False
    opens = not before.strip() or re.search(r"[.;:\n,(\-+]\s*$", before)
    closes = re.match(r"\s*(?:[.;,)\n]|$|gui|bao cao|ve|tong hop|to chuc|cho)", after)
    return bool(opens or closes)


_READERS = (
    (_WEEKLY_AFTER, _weekly),
    (_WEEKLY_BEFORE, _weekly),
    (_MONTH_WEEKDAY, _month_weekday),
    (_QUARTERLY_DAY, _quarterly_day),
    (_MONTHLY_FIXED, _monthly),
    (_NEXT_MONTH, _monthly),
    (_LAST_WORKDAY, _last_workday),
    (_MONTHLY, _monthly),
    (_MONTHLY_BRACKET, _monthly),
    (_DAILY, _daily),
    (_MONTHLY_BEFORE, _monthly),
    (_YEARLY, _yearly),
    (_YEARLY_BEFORE, _yearly),
    (_PERIOD_DAY, _period_day),
    (_YEARLY_MONTH, _yearly_month),
    (_BARE, _bare),
)

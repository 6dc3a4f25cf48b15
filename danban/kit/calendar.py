"""Days as an office counts them: windows, "trước ngày", working days, public holidays and Tết.

``due_on`` is always the last day still in time: "trước ngày 20/12" is due on 19/12, "chậm nhất 20/12"
on 20/12, and windows "từ … đến …" include both ends. Official holidays come from the ``holidays``
library; a province's own decisions stand in an override table and are handed in.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

import holidays

from danban.kit.vietnamese import day

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Window:
    """Days from ``start`` to ``end``, both included."""

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"window ends {self.end} before it starts {self.start}")

    def __contains__(self, value: date) -> bool:
        return self.start <= value <= self.end

    @property
    def days(self) -> int:
        """How many days the window has."""
        return (self.end - self.start).days + 1

    def overlap(self, other: "Window") -> "Window | None":
        """The days both windows share, or None."""
        start, end = max(self.start, other.start), min(self.end, other.end)
        return Window(start, end) if start <= end else None


def last_day_before(value: date) -> date:
    """The last day still in time for "trước ngày …"."""
    return value - ONE_DAY


@lru_cache(maxsize=32)
def public_holidays(year: int) -> dict[date, str]:
    """Official days off of a year, with their Vietnamese names."""
    return dict(holidays.country_holidays("VN", years=year, language="vi"))


@lru_cache(maxsize=32)
def tet(year: int) -> Window:
    """The block of days off around lunar new year of a year, weekends that touch it included."""
    named = sorted(
        d
        for d, name in public_holidays(year).items()
        if "Tết Nguyên" in name or "Tết Âm" in name or "Giao thừa" in name
    )
    if not named:
        raise ValueError(f"no lunar new year known for {year}")
    start, end = named[0], named[-1]
    while is_day_off(start - ONE_DAY):
        start -= ONE_DAY
    while is_day_off(end + ONE_DAY):
        end += ONE_DAY
    return Window(start, end)


def is_day_off(value: date, *, extra: Collection[date] = (), worked: Collection[date] = ()) -> bool:
    """Weekend, public holiday, or a day the override table closes (``extra``) or opens (``worked``)."""
    if value in worked:
        return False
    return value in extra or value.weekday() >= 5 or value in public_holidays(value.year)


def add_working_days(start: date, count: int, *, extra: Collection[date] = (), worked: Collection[date] = ()) -> date:
    """The day ``count`` working days after ``start``; ``start`` itself is not counted."""
    value = start
    while count > 0:
        value += ONE_DAY
        if not is_day_off(value, extra=extra, worked=worked):
            count -= 1
    return value


@dataclass(frozen=True)
class DueDate:
    """A due day together with the steps that led to it, for "Vì sao?"."""

    due_on: date
    steps: tuple[str, ...]


def explain_before(value: date) -> DueDate:
    """ "Trước ngày X": X itself is late."""
    due = last_day_before(value)
    return DueDate(
        due,
        (f"Kế hoạch ghi “trước ngày {day(value)}”.", f"Ngày {day(value)} không còn kịp, nên ngày cuối là {day(due)}."),
    )


def days_left(due_on: date, today: date) -> int:
    """Days from today to the due day: 0 on the day itself, negative when late."""
    return (due_on - today).days

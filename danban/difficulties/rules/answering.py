"""By when a difficulty is to be answered: a dated rule, counted in working days, that explains itself.

The plan asks for a timely answer and names no number of days (IV.6), so the numbers here are the system's own
proposal; an office that wants others adds a rule with the day from which it holds.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from danban.kit.calendar import ONE_DAY, DueDate, add_working_days, is_day_off, public_holidays
from danban.kit.clock import day_of
from danban.kit.vietnamese import long_day, short_day


@dataclass(frozen=True)
class AnswerTime:
    """How many working days an answer may take from ``starts_on`` on, and where the numbers come from."""

    starts_on: date
    days: int
    urgent_days: int
    basis: str


RULES = (
    AnswerTime(
        starts_on=date(2022, 1, 1),
        days=3,
        urgent_days=1,
        basis="Kế hoạch yêu cầu giải quyết kịp thời, không nêu số ngày; số ngày này do hệ thống đề xuất.",
    ),
)
"""Every rule there was, the oldest first; the oldest also holds for the days before it."""


def rule_on(day: date) -> AnswerTime:
    """The rule in force on a day."""
    begun = [rule for rule in RULES if rule.starts_on <= day]
    return begun[-1] if begun else RULES[0]


def answer_due(at: datetime, *, is_urgent: bool) -> DueDate:
    """The last day for an answer to what was put to a unit at a moment, with the steps that lead to it."""
    asked_on = day_of(at)
    rule = rule_on(asked_on)
    count = rule.urgent_days if is_urgent else rule.days
    due_on = add_working_days(asked_on, count)
    kind = "Việc gấp" if is_urgent else "Việc thường"
    steps = [f"{kind}: trả lời trong {count} ngày làm việc, tính từ ngày sau {long_day(asked_on)}."]
    if skipped := "; ".join(_days_off(asked_on, due_on)):
        steps.append(f"Không tính ngày nghỉ: {skipped}.")
    return DueDate(due_on, (*steps, f"Ngày cuối để trả lời là {long_day(due_on)}.", rule.basis))


def _days_off(start: date, due_on: date) -> Iterator[str]:
    """The days off between two days, each run of them once: "11/02–12/02", "20/01–26/01 (Tết Nguyên Đán)"."""
    days = [start + ONE_DAY * count for count in range(1, (due_on - start).days)]
    for is_off, run in groupby(days, key=is_day_off):
        if not is_off:
            continue
        first, *rest = list(run)
        last = rest[-1] if rest else first
        names = [public_holidays(one.year).get(one, "") for one in (first, *rest)]
        name = next((f" ({name})" for name in names if name), "")
        yield f"{short_day(first)}{name}" if first == last else f"{short_day(first)}–{short_day(last)}{name}"

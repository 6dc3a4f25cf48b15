"""By when a petition is to be acknowledged and answered: counted, paused, and explained step by step.

No law sets a time for what is said at these conferences; the days are the city's own, a dated setting of the year.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from danban.kit.calendar import ONE_DAY, DueDate, add_working_days, is_day_off, public_holidays
from danban.kit.vietnamese import day, long_day, short_day

BASIS = "Quy định riêng của Thành phố cho kiến nghị tại hội nghị đại biểu Nhân dân; pháp luật không ấn định số ngày."
ACKNOWLEDGE_DAYS = 3
ANSWER_DAYS = 30
LONGEST_DAYS = 365


@dataclass(frozen=True)
class Terms:
    """Days for acknowledging (working days) and answering (calendar days, or working where ``is_working``)."""

    acknowledge_days: int = ACKNOWLEDGE_DAYS
    answer_days: int = ANSWER_DAYS
    is_working: bool = False
    basis: str = BASIS


@dataclass(frozen=True)
class OfficeDays:
    """The days by which the offices differ from the calendar: closed beyond it, open against it, with names."""

    closed: frozenset[date] = frozenset()
    worked: frozenset[date] = frozenset()
    names: tuple[tuple[date, str], ...] = ()

    def is_off(self, value: date) -> bool:
        """Whether the offices are closed on a day."""
        return is_day_off(value, extra=self.closed, worked=self.worked)

    def called(self, value: date) -> str:
        """Why a day is off: "Tết Nguyên Đán"; "" for a plain weekend."""
        return dict(self.names).get(value, "") or public_holidays(value.year).get(value, "")


@dataclass(frozen=True)
class Stop:
    """A pause: from ``starts_on`` on days do not count; ``ends_on`` is the first that counts again, None: it lasts."""

    starts_on: date
    ends_on: date | None = None


def acknowledge_due(start: date, terms: Terms, office: OfficeDays) -> DueDate:
    """The last day to acknowledge what came on ``start``, which itself does not count."""
    count = terms.acknowledge_days
    due_on = _add_working(start, count, office)
    steps = [f"Tiếp nhận trong {count} ngày làm việc, tính từ ngày sau {long_day(start)}."]
    return DueDate(due_on, (*steps, *_skipped(start, due_on, office), f"Ngày cuối để tiếp nhận là {long_day(due_on)}."))


def answer_due(start: date, terms: Terms, office: OfficeDays, stops: Sequence[Stop] = (), *, today: date) -> DueDate:
    """The last day to answer what came on ``start``; days of a pause do not count, a lasting one up to ``today``."""
    kind = "ngày làm việc" if terms.is_working else "ngày"
    steps = [f"Trả lời trong {terms.answer_days} {kind}, tính từ ngày sau {long_day(start)}."]
    if terms.is_working:
        due_on = _add_working(start, terms.answer_days, office)
    else:
        due_on = start + timedelta(days=terms.answer_days)
    for stop in sorted(stops, key=lambda one: one.starts_on):
        ends_on = stop.ends_on or max(today, stop.starts_on)
        lost = _counted_between(stop.starts_on, ends_on, terms, office)
        due_on = _add_working(due_on, lost, office) if terms.is_working else due_on + timedelta(days=lost)
        until = f"đến {day(stop.ends_on)}" if stop.ends_on else "đến nay"
        steps.append(f"Tạm dừng từ {day(stop.starts_on)} {until}: lùi {lost} {kind}.")
    if terms.is_working:
        steps += _skipped(start, due_on, office)
    elif (moved := _next_open(due_on, office)) != due_on:
        run = [due_on + ONE_DAY * count for count in range((moved - due_on).days)]
        names = dict.fromkeys(filter(None, (office.called(one) for one in run)))
        why = f" ({', '.join(names)})" if names else ""
        steps.append(f"{long_day(due_on)} là ngày nghỉ{why}, lùi sang ngày làm việc kế tiếp.")
        due_on = moved
    return DueDate(due_on, (*steps, f"Ngày cuối để trả lời là {long_day(due_on)}.", terms.basis))


def _add_working(start: date, count: int, office: OfficeDays) -> date:
    return add_working_days(start, count, extra=office.closed, worked=office.worked)


def _next_open(value: date, office: OfficeDays) -> date:
    while office.is_off(value):
        value += ONE_DAY
    return value


def _counted_between(start: date, end: date, terms: Terms, office: OfficeDays) -> int:
    """Days from ``start`` up to the day before ``end`` that would have counted."""
    days = [start + timedelta(days=one) for one in range((end - start).days)]
    return sum(not office.is_off(one) for one in days) if terms.is_working else len(days)


def _skipped(start: date, due_on: date, office: OfficeDays) -> list[str]:
    """One sentence with the runs of days off between two days, or none."""
    days = [start + ONE_DAY * count for count in range(1, (due_on - start).days)]
    runs = []
    for is_off, group in groupby(days, key=office.is_off):
        if not is_off:
            continue
        run = list(group)
        name = next((f" ({office.called(one)})" for one in run if office.called(one)), "")
        ends = short_day(run[0]) if len(run) == 1 else f"{short_day(run[0])}–{short_day(run[-1])}"
        runs.append(f"{ends}{name}")
    return [f"Không tính ngày nghỉ: {'; '.join(runs)}."] if runs else []

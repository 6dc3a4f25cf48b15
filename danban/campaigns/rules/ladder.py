"""The ladder of reminders, as data with the day it came into force: who is reminded, when, and why.

The plan of 16/12/2022 asks for reminding (III.1.4) but names no days; these are the house's, shown to all.
A rung holds from its day until the next one's, so a machine that stood still takes the rung it missed; the
last rung has no end. Another order of the City is another ``Ladder`` here, never an edit of an old one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

from danban.campaigns.states import ReminderStep


@dataclass(frozen=True)
class Rung:
    """``days`` after the last day (negative: before it) somebody is told."""

    step: ReminderStep
    days: int
    why: str

    @property
    def is_for_superior(self) -> bool:
        """Whether the direct superior is told, not the unit itself."""
        return self.step == ReminderStep.SUPERIOR


@dataclass(frozen=True)
class Ladder:
    """The rungs in force from a day on, in order of their days."""

    starts_on: date
    rungs: tuple[Rung, ...]


LADDERS = (
    Ladder(
        date(2022, 1, 1),
        (
            Rung(ReminderStep.WEEK, -7, "Việc chưa xong được nhắc khi còn 7 ngày, đủ thời gian chuẩn bị."),
            Rung(ReminderStep.DAY, -1, "Việc chưa xong được nhắc lần nữa khi còn 1 ngày."),
            Rung(ReminderStep.LATE, 1, "Ngày đầu tiên quá hạn, đơn vị được nhắc để hoàn thành ngay."),
            Rung(ReminderStep.SUPERIOR, 3, "Quá hạn 3 ngày, cấp trên trực tiếp được báo để cùng tháo gỡ."),
        ),
    ),
)


def ladder_on(day: date) -> Ladder:
    """The ladder in force on a day; the first one for days before all of them."""
    return next((ladder for ladder in reversed(LADDERS) if ladder.starts_on <= day), LADDERS[0])


def due_at(today: date) -> Iterator[tuple[Rung, Q]]:
    """Each rung of the ladder in force, with the open obligations that stand on it today."""
    rungs = ladder_on(today).rungs
    for rung, following in zip(rungs, (*rungs[1:], None), strict=True):
        last = today - timedelta(days=rung.days)
        stands = Q(fulfilled_on__isnull=True, excused_on__isnull=True, due_on__lte=last)
        if following:
            stands &= Q(due_on__gt=today - timedelta(days=following.days))
        yield rung, stands

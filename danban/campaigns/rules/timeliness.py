"""How an obligation stands on a day. Computed from its days, never stored and never typed by hand."""

from datetime import date, timedelta

from django.db import models
from django.db.models import F, Q

from danban.kit.calendar import days_left

SOON_DAYS = 7
"""From this many days before the last day on, a thing is due soon."""


class Timeliness(models.TextChoices):
    """Where one obligation stands between its first day and its last."""

    LATE = "late", "Quá hạn"
    SOON = "soon", "Sắp đến hạn"
    CURRENT = "current", "Đang trong hạn"
    COMING = "coming", "Chưa tới kỳ"
    UNDATED = "undated", "Kế hoạch không nêu hạn"
    DONE = "done", "Đã xong"
    DONE_LATE = "done_late", "Xong muộn"
    EXCUSED = "excused", "Được chấp nhận lý do"


def timeliness_of(
    *, starts_on: date | None, due_on: date | None, fulfilled_on: date | None, today: date,
    excused_on: date | None = None,
) -> Timeliness:  # fmt: skip
    """Where it stands on ``today``; ``due_on`` is the last day still in time. What is excused is never late."""
    if fulfilled_on:
        is_late = due_on is not None and fulfilled_on > due_on and excused_on is None
        return Timeliness.DONE_LATE if is_late else Timeliness.DONE
    if excused_on:
        return Timeliness.EXCUSED
    if due_on and due_on < today:
        return Timeliness.LATE
    if starts_on and today < starts_on:
        return Timeliness.COMING
    if due_on is None:
        return Timeliness.UNDATED
    return Timeliness.SOON if days_left(due_on, today) <= SOON_DAYS else Timeliness.CURRENT


# The same judgement for many rows at once, in the database.


def is_late(today: date) -> Q:
    """Open past its last day and not excused: ``LATE``."""
    return Q(fulfilled_on__isnull=True, excused_on__isnull=True, due_on__lt=today)


def is_soon(today: date) -> Q:
    """Open, begun, and in its last days: ``SOON``."""
    begun = Q(starts_on__isnull=True) | Q(starts_on__lte=today)
    ends = Q(due_on__gte=today, due_on__lte=today + timedelta(days=SOON_DAYS))
    return begun & ends & Q(fulfilled_on__isnull=True, excused_on__isnull=True)


IS_DONE_LATE = Q(fulfilled_on__gt=F("due_on"), excused_on__isnull=True)
"""Fulfilled after its last day and not excused: ``DONE_LATE``."""
IS_EXCUSED = Q(fulfilled_on__isnull=True, excused_on__isnull=False)
"""Not done, and the unit above accepts why: ``EXCUSED``."""

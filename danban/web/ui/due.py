"""A due day as people read it: what is left, what is late, what is done."""

from datetime import date

from danban.campaigns.rules.timeliness import Timeliness, timeliness_of
from danban.kit.calendar import days_left
from danban.kit.vietnamese import day, short_day
from danban.web.ui.pieces import Pill


def due_pill(
    due_on: date | None, fulfilled_on: date | None, today: date, *, starts_on: date | None = None,
    excused_on: date | None = None,
) -> Pill:  # fmt: skip
    """The state of one obligation on a day; ``due_on`` is the last day still in time."""
    state = timeliness_of(
        starts_on=starts_on, due_on=due_on, fulfilled_on=fulfilled_on, today=today, excused_on=excused_on
    )
    if fulfilled_on:
        words = f" · {Timeliness.EXCUSED.label.lower()}" if excused_on else ""
        return Pill("done", _done(due_on, fulfilled_on, today) + words)
    if starts_on and state == Timeliness.COMING:
        return Pill("quiet", f"{state.label}, từ {_near(starts_on, today)}")
    if due_on is None or state == Timeliness.EXCUSED:
        return Pill("quiet", state.label)
    left = days_left(due_on, today)
    if state == Timeliness.LATE:
        return Pill("late", f"{state.label} {-left} ngày")
    if left == 0:
        return Pill("soon", "Hôm nay là ngày cuối")
    return Pill("soon" if state == Timeliness.SOON else "info", f"Còn {left} ngày · đến hết {_near(due_on, today)}")


def _done(due_on: date | None, fulfilled_on: date, today: date) -> str:
    if due_on and fulfilled_on > due_on:
        return f"{Timeliness.DONE_LATE.label} {(fulfilled_on - due_on).days} ngày"
    return f"Xong {_near(fulfilled_on, today)}"


def _near(value: date, today: date) -> str:
    """The year is named only where it is another one."""
    return short_day(value) if value.year == today.year else day(value)

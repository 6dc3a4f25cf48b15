"""The clock, read only at the doors; everything below is handed ``at``.

Demo mode shifts the civil clock by a stored offset (a believable day of 2023). Sessions, throttles
and retries use real time and never come here.
"""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
_offset = timedelta()


def now() -> datetime:
    """This moment, aware, in UTC, shifted in demo mode."""
    return datetime.now(UTC) + _offset


def set_offset(offset: timedelta) -> None:
    """Shift the clock of this process (demo mode only; the door reads the stored offset)."""
    global _offset
    _offset = offset


def offset() -> timedelta:
    """The shift in force in this process."""
    return _offset


def day_of(at: datetime) -> date:
    """The civil day in Hà Nội of a moment."""
    return at.astimezone(HANOI).date()


def moment(day: date, hour: int = 8, minute: int = 0) -> datetime:
    """A moment of a civil day in Hà Nội, as UTC."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=HANOI).astimezone(UTC)

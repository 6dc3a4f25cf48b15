"""When a conference may meet: inside the days it is owed in, no closed day, a session, a start within the session.

Clauses II.1.a and II.2 fix the window; a unit's own plan may narrow it (``campaigns``' local dates).
"""

from dataclasses import dataclass
from datetime import date, datetime, time

from danban.campaigns.rules.local_dates import ANY_DAYS, Days
from danban.conferences.states import Session
from danban.kit.calendar import public_holidays, tet
from danban.kit.clock import HANOI
from danban.kit.refusals import BadInput
from danban.kit.vietnamese import day, long_day


@dataclass(frozen=True)
class Timing:
    """A day, a session and a hall for a conference; ``starts`` is the time of day in Hà Nội, None: not set yet."""

    day: date
    session: str
    hall_id: int | None = None
    starts: time | None = None

    @property
    def starts_at(self) -> datetime | None:
        """The moment it starts."""
        return datetime.combine(self.day, self.starts, HANOI) if self.starts else None


HOURS: dict[str, tuple[time, time]] = {
    Session.MORNING: (time(6), time(11, 30)),
    Session.AFTERNOON: (time(12), time(17)),
    Session.EVENING: (time(17), time(21)),
}
"""Between which times a conference of a session starts."""

USUAL_START: dict[str, time] = {
    Session.MORNING: time(8),
    Session.AFTERNOON: time(14),
    Session.EVENING: time(19, 30),
}
"""When conferences of a session usually start."""


def closed_day(value: date) -> str:
    """Why nobody meets on a day: "Tết Nguyên đán" or the name of a public holiday; "" for a day open to all."""
    if value in tet(value.year):
        return "kỳ nghỉ Tết Nguyên đán"
    return public_holidays(value.year).get(value, "")


def is_in(days: Days, value: date) -> bool:
    """Whether a day lies inside; a side nothing is said of is open."""
    after = days.starts_on is None or value >= days.starts_on
    return after and (days.due_on is None or value <= days.due_on)


def overlap(windows: list[Days]) -> Days:
    """The days all of them share; it may be empty (then its first day lies after its last)."""
    starts = [one.starts_on for one in windows if one.starts_on]
    ends = [one.due_on for one in windows if one.due_on]
    return Days(max(starts, default=None), min(ends, default=None)) if windows else ANY_DAYS


def check_day(value: date, *, window: Days, name: str, today: date, field: str = "day") -> None:
    """Raise ``BadInput`` on ``field`` for a day past, closed, or outside the days of the unit called ``name``."""
    sentence = ""
    if not is_in(window, value):
        sentence = f"{long_day(value)} nằm ngoài đợt hội nghị của {name} ({window})."
        if window.due_on and today > window.due_on:
            sentence += " Đợt đã qua: hội nghị họp muộn được ghi lại sau khi họp, kèm nguyên nhân."
    elif why := closed_day(value):
        sentence = f"{long_day(value)} là {why}, không xếp hội nghị. Hãy chọn ngày khác."
    elif value < today:
        sentence = f"Ngày {day(value)} đã qua. Hội nghị đã họp thì ghi lại, không xếp lịch nữa."
    if sentence:
        raise BadInput(sentence, {field: sentence})


def check_session(timing: Timing) -> None:
    """A session there is, and a start within it; raises ``BadInput`` on the field."""
    if timing.session not in Session.values:
        sentence = "Hãy chọn buổi sáng, chiều hoặc tối."
        raise BadInput(sentence, {"session": sentence})
    first, last = HOURS[timing.session]
    if timing.starts is not None and not first <= timing.starts <= last:
        label = Session(timing.session).label.lower()
        sentence = f"Buổi {label} bắt đầu từ {first:%H:%M} đến {last:%H:%M}."
        raise BadInput(sentence, {"starts": sentence})


def start_of(moment: datetime | None) -> time | None:
    """The time of day in Hà Nội of a start."""
    return moment.astimezone(HANOI).time() if moment else None

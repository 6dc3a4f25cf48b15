"""The year's conferences as they stand on the chosen day: when each village meets, which have met, what is next.

A village's day is the one its other simulated deeds are counted from (``demo.calendar.conference_day``), so rows
and obligations tell the same story.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from danban.campaigns.models import AgendaItem, Campaign
from danban.conferences import rules
from danban.conferences.actions import ConferenceRow
from danban.conferences.models import Conference
from danban.conferences.rules.heads import Heads
from danban.demo.calendar import conference_day, pace_of
from danban.demo.detailed import CODES
from danban.demo.people import person_name
from danban.demo.plans import NO_PLAN_YET, own_window, village_window
from danban.kit.calendar import Window
from danban.kit.clock import moment

ANNOUNCED_AHEAD = timedelta(days=7)
DRAFTED_AHEAD = timedelta(days=18)
_STARTS = {"am": time(8), "pm": time(14), "eve": time(19, 30)}
_TROUBLES = ("Nhà văn hóa đang sửa mái, chờ xong mới họp.", "Trùng lịch tiếp xúc cử tri.", "Mưa rét đậm.")
_Line = tuple[str, str, int | None, int | None, bool]


@dataclass(frozen=True)
class Meeting:
    """A village's conference in the draw: where, which day and session, what became of it."""

    conference_id: int
    code: str
    parent_code: str
    name: str
    unit_id: int
    households: int
    day: date
    session: str
    status: str

    @property
    def starts(self) -> time:
        """When it begins."""
        return _STARTS[self.session]


def draw_meetings(campaign: Campaign, *, today: date) -> list[Meeting]:
    """Every village that has a day, in order of its code; those in ``CODES`` play themselves."""
    window = village_window(campaign)
    if window is None:
        return []
    return [one for row in _planned(campaign) if (one := _meeting(row, window, today)) is not None]


def _planned(campaign: Campaign) -> Iterator[Conference]:
    found = Conference.objects.filter(campaign=campaign, level__code="village", status="planned")
    return found.select_related("placement__parent").order_by("placement__path", "pk").iterator(chunk_size=2_000)


def _meeting(one: Conference, window: Window, today: date) -> Meeting | None:
    place = one.placement
    parent = place.parent.code if place.parent else ""
    if parent in NO_PLAN_YET or place.code in CODES:
        return None
    day = conference_day(place.code, own_window(parent, window), pace=pace_of(parent))
    draw = random.Random(f"meeting {place.code}")
    late = draw.random()
    session = ("am" if late < 0.35 else "pm" if late < 0.5 else "eve") if day.weekday() > 4 else (
        "pm" if late < 0.22 else "eve"
    )  # fmt: skip
    status = "held" if day <= today else "announced" if day <= today + ANNOUNCED_AHEAD else "scheduled"
    if status != "held" and draw.random() < 0.012:
        status = "postponed"
    return Meeting(
        one.pk, place.code, parent, place.name, place.unit_id, place.households or 180, day, session, status
    )  # fmt: skip


def conference_rows(campaign: Campaign, meetings: list[Meeting], *, today: date) -> Iterator[ConferenceRow]:
    """The rows of those meetings; the first to meet in a commune is its pilot."""
    first: dict[str, Meeting] = {}
    for one in meetings:
        known = first.get(one.parent_code)
        if known is None or (one.day, one.code) < (known.day, known.code):
            first[one.parent_code] = one
    agenda = usual_agenda(campaign, "village")
    for one in meetings:
        is_drafted = one.day <= today + DRAFTED_AHEAD
        yield _row(one, agenda if is_drafted else (), is_pilot=first[one.parent_code] is one)


def _row(one: Meeting, agenda: tuple[_Line, ...], *, is_pilot: bool) -> ConferenceRow:
    draw = random.Random(f"row {one.code}")
    hall = (one.unit_id, f"Nhà văn hóa {one.name}", "", draw.randrange(80, 181, 10))
    starts = moment(one.day, one.starts.hour, one.starts.minute)
    announced = starts - timedelta(days=draw.randint(8, 12), hours=3)
    if one.status == "postponed":
        cause = draw.choice(_TROUBLES)
        return ConferenceRow(one.conference_id, "postponed", is_pilot=is_pilot, cause=cause, agenda=agenda)
    opened, closed = _hours(starts, draw) if one.status == "held" else (None, None)
    is_told = one.status in ("held", "announced")
    return ConferenceRow(
        conference_id=one.conference_id, status=one.status, day=one.day, session=one.session, hall=hall,
        starts_at=starts, announced_at=announced if is_told else None, opened_at=opened, closed_at=closed,
        is_pilot=is_pilot, agenda=agenda, officers=_officers(one) if is_told else (),
    )  # fmt: skip


def _hours(starts: datetime, draw: random.Random) -> tuple[datetime, datetime]:
    opened = starts + timedelta(minutes=draw.randint(0, 14))
    return opened, opened + timedelta(minutes=draw.randint(126, 165))


def _officers(one: Meeting) -> tuple[tuple[str, str, str], ...]:
    return (
        ("chair", person_name(f"mttq.{one.code}"), "Trưởng ban công tác Mặt trận"),
        ("member", person_name(f"truong.{one.code}"), "Trưởng thôn, Tổ trưởng tổ dân phố"),
        ("secretary", person_name(f"thu-ky.{one.code}"), "Thư ký"),
    )


def usual_agenda(campaign: Campaign, level: str) -> tuple[_Line, ...]:
    """What conferences of a level have on their agenda, as the verb that drafts one enters it."""
    heads = Heads(None, None)
    found = AgendaItem.objects.filter(campaign=campaign, level__code=level).order_by("position", "pk")
    lines: list[_Line] = []
    for title, item_id, mandatory in [
        (rules.LAST_YEAR, None, True),
        *((item.title, item.pk, item.is_mandatory) for item in found),
    ]:
        presenter, minutes = rules.usual_presenter(title, level, heads)
        lines.append((title, presenter, minutes or None, item_id, mandatory))
    return tuple(lines)

"""The conferences a person attends as iCalendar (RFC 5545)."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from icalendar import Calendar, Event

from danban.conferences.texts import when
from danban.envoys.models import Envoy

LENGTH = timedelta(hours=2, minutes=30)


def days_ics(envoys: Iterable[Envoy], *, at: datetime) -> bytes:
    """One event a conference that has a day: at its start, or the whole day while no start is set."""
    calendar = Calendar()
    calendar.add("prodid", "-//Dân Bàn//Lịch dự hội nghị//VI")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Lịch dự hội nghị")
    for one in envoys:
        if one.day is None:
            continue
        meeting, event = one.conference, Event()
        event.add("uid", f"du-hoi-nghi-{one.pk}@danban")
        event.add("dtstamp", at)
        event.add("summary", f"Dự hội nghị {meeting.placement.name}")
        event.add("description", when(meeting))
        if meeting.hall is not None:
            event.add("location", ", ".join(filter(None, [meeting.hall.name, meeting.hall.address])))
        if meeting.starts_at is not None:
            event.add("dtstart", meeting.starts_at)
            event.add("dtend", meeting.starts_at + LENGTH)
        else:
            event.add("dtstart", one.day)
        calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written

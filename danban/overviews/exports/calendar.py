"""The days of an office as iCalendar (RFC 5545): whole days, no alarms, lines folded at 75 octets."""

from collections.abc import Callable
from datetime import timedelta

from icalendar import Calendar, Event

from danban.kit.calendar import ONE_DAY
from danban.overviews.queries.deadlines import Deadline, Deadlines

REFRESH = timedelta(hours=6)
"""How often calendar programs are asked to look again."""


def calendar_ics(found: Deadlines, href_of: Callable[[Deadline], str]) -> bytes:
    """A calendar to subscribe to or to bring in once; ``href_of`` gives the whole address of an entry's page."""
    calendar = Calendar()
    calendar.add("prodid", "-//Dân Bàn//Lịch việc//VI")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", found.name)
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT6H")
    for entry in found.entries:
        calendar.add_component(_event(entry, href_of(entry)))
    written: bytes = calendar.to_ical()
    return written


def _event(entry: Deadline, href: str) -> Event:
    """The day after the last one is where a whole-day event ends (RFC 5545, 3.6.1)."""
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", entry.modified_at)
    event.add("last-modified", entry.modified_at)
    event.add("dtstart", entry.starts_on)
    event.add("dtend", entry.ends_on + ONE_DAY)
    event.add("summary", entry.title)
    event.add("description", "\n".join(entry.lines))
    event.add("url", href)
    event.add("transp", "TRANSPARENT")
    event.add("categories", [_category(entry)])
    return event


def _category(entry: Deadline) -> str:
    if entry.obligation is None:
        return "Mốc của năm"
    return "Đã xong" if entry.is_done else "Việc phải làm"

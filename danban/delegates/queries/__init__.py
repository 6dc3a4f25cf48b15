"""What is read of delegates."""

from danban.delegates.queries.check_in_page import (
    CheckInPage,
    Sheet,
    check_in_page,
    conference_to_check_in,
    device_for,
    sheet_of,
)
from danban.delegates.queries.devices import DeviceLine, device_by_token, list_devices
from danban.delegates.queries.expected import Came, Person, expected_people, narrow
from danban.delegates.queries.presence import (
    GroupCount,
    PresenceCount,
    VillageCount,
    presence_mark,
    presence_of,
    tallies_of,
    villages_of,
)

__all__ = [
    "Came",
    "CheckInPage",
    "DeviceLine",
    "GroupCount",
    "Person",
    "PresenceCount",
    "Sheet",
    "VillageCount",
    "check_in_page",
    "conference_to_check_in",
    "device_by_token",
    "device_for",
    "expected_people",
    "list_devices",
    "narrow",
    "presence_mark",
    "presence_of",
    "sheet_of",
    "tallies_of",
    "villages_of",
]

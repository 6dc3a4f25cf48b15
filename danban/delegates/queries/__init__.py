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
from danban.delegates.queries.invited import delegate_by_token
from danban.delegates.queries.listed import (
    DelegatesPage,
    GroupRow,
    delegate_for,
    delegates_page,
    elected_by,
    everybody,
    quota_of_village,
    quotas_of,
    structure_of,
    untold_of,
)
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
    "DelegatesPage",
    "DeviceLine",
    "GroupCount",
    "GroupRow",
    "Person",
    "PresenceCount",
    "Sheet",
    "VillageCount",
    "check_in_page",
    "conference_to_check_in",
    "delegate_by_token",
    "delegate_for",
    "delegates_page",
    "device_by_token",
    "device_for",
    "elected_by",
    "everybody",
    "expected_people",
    "list_devices",
    "narrow",
    "presence_mark",
    "presence_of",
    "quota_of_village",
    "quotas_of",
    "sheet_of",
    "structure_of",
    "tallies_of",
    "untold_of",
    "villages_of",
]

"""Who may do what, and when."""

from danban.delegates.rules.devices import (
    TallyLine,
    check_can_issue_device,
    check_can_revoke_device,
    check_can_set_tallies,
)
from danban.delegates.rules.presence import (
    LONGEST_NAME,
    MOST_OPERATIONS,
    Operation,
    Presence,
    RefusedOne,
    Result,
    TakeBack,
    believable,
    check_can_record,
    check_count,
    check_device,
    check_moment,
    check_walk_in,
)
from danban.delegates.rules.tokens import device_token, read_device_token

__all__ = [
    "LONGEST_NAME",
    "MOST_OPERATIONS",
    "Operation",
    "Presence",
    "RefusedOne",
    "Result",
    "TakeBack",
    "TallyLine",
    "believable",
    "check_can_issue_device",
    "check_can_record",
    "check_can_revoke_device",
    "check_can_set_tallies",
    "check_count",
    "check_device",
    "check_moment",
    "check_walk_in",
    "device_token",
    "read_device_token",
]

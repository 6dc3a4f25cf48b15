"""When notices leave, and who may do what with them."""

from danban.notices.rules.permits import (
    check_can_cancel,
    check_can_fail,
    check_can_gather_waiting,
    check_can_keep,
    check_can_mark_all_read,
    check_can_mark_read,
    check_can_postpone,
    check_can_retry,
    check_can_see_outbox,
    check_can_send,
    check_can_send_waiting,
    check_can_set_preference,
    check_quiet_hours,
    check_ways,
)

__all__ = [
    "check_can_cancel",
    "check_can_fail",
    "check_can_gather_waiting",
    "check_can_keep",
    "check_can_mark_all_read",
    "check_can_mark_read",
    "check_can_postpone",
    "check_can_retry",
    "check_can_see_outbox",
    "check_can_send",
    "check_can_send_waiting",
    "check_can_set_preference",
    "check_quiet_hours",
    "check_ways",
]

"""Who may log a clean-up, what may be said of it, and how weeks are counted."""

from danban.culture.rules.facts import Told, check_facts, doubt_of, slot_fits
from danban.culture.rules.permits import (
    LOGGING_ROLES,
    check_can_correct,
    check_can_load,
    check_can_log,
    check_can_see,
    check_can_withdraw,
    check_is_first,
)
from danban.culture.rules.weeks import days_of, monday_of, weeks_of, weeks_so_far, year_of

__all__ = [
    "LOGGING_ROLES",
    "Told",
    "check_can_correct",
    "check_can_load",
    "check_can_log",
    "check_can_see",
    "check_can_withdraw",
    "check_facts",
    "check_is_first",
    "days_of",
    "doubt_of",
    "monday_of",
    "slot_fits",
    "weeks_of",
    "weeks_so_far",
    "year_of",
]

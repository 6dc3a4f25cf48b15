"""Who may do what with a promise, and which figures are refused or asked about."""

from danban.commitments.rules.figures import Result, check_result, doubts_of, percent_of
from danban.commitments.rules.permits import (
    check_can_adopt,
    check_can_cancel,
    check_can_dispute,
    check_can_enter,
    check_can_load,
    check_can_see,
    check_can_set_indicator,
    check_can_settle,
    check_reason,
    check_row,
)

__all__ = [
    "Result",
    "check_can_adopt",
    "check_can_cancel",
    "check_can_dispute",
    "check_can_enter",
    "check_can_load",
    "check_can_see",
    "check_can_set_indicator",
    "check_can_settle",
    "check_reason",
    "check_result",
    "check_row",
    "doubts_of",
    "percent_of",
]

"""What a plan says, what it may say, who may do what with it and when."""

from danban.plans.rules.permits import (
    check_can_apply_amendment,
    check_can_approve,
    check_can_confirm_change,
    check_can_decline,
    check_can_derive,
    check_can_edit,
    check_can_issue,
    check_can_load,
    check_can_receive,
    check_can_record_kickoff,
    check_can_revise,
    check_can_see,
    check_can_send_back,
    check_can_submit,
    check_can_withdraw,
    check_issue_day,
    check_kickoff,
)
from danban.plans.rules.sheet import check_is_complete, check_sheet
from danban.plans.rules.signing import check_signers

__all__ = [
    "check_can_apply_amendment",
    "check_can_approve",
    "check_can_confirm_change",
    "check_can_decline",
    "check_can_derive",
    "check_can_edit",
    "check_can_issue",
    "check_can_load",
    "check_can_receive",
    "check_can_record_kickoff",
    "check_can_revise",
    "check_can_see",
    "check_can_send_back",
    "check_can_submit",
    "check_can_withdraw",
    "check_is_complete",
    "check_issue_day",
    "check_kickoff",
    "check_sheet",
    "check_signers",
]

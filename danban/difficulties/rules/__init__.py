"""Who may do what with a difficulty, and by when it is to be answered."""

from danban.difficulties.rules.answering import answer_due
from danban.difficulties.rules.lateness import IS_WAITING, WAS_LATE, is_late
from danban.difficulties.rules.permits import (
    check_can_acknowledge,
    check_can_answer,
    check_can_ask,
    check_can_close,
    check_can_pass_up,
    check_can_reopen,
    check_can_see,
    check_is_owed,
    check_length,
    check_words,
)

__all__ = [
    "IS_WAITING",
    "WAS_LATE",
    "answer_due",
    "check_can_acknowledge",
    "check_can_answer",
    "check_can_ask",
    "check_can_close",
    "check_can_pass_up",
    "check_can_reopen",
    "check_can_see",
    "check_is_owed",
    "check_length",
    "check_words",
    "is_late",
]

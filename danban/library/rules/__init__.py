"""Who may write in the library, and what may stand in it."""

from danban.library.rules.outlines import (
    check_can_begin,
    check_can_edit_version,
    check_can_publish,
    check_can_see,
    check_can_withdraw,
    check_heading,
    check_heading_may_change,
    check_nothing_is_drafted,
    check_words,
)
from danban.library.rules.presentations import (
    check_can_load_presentations,
    check_can_present,
    check_can_remove,
    check_facts,
)
from danban.library.rules.reading import WORDS_A_MINUTE, minutes_to_read
from danban.library.rules.references import (
    check_can_enter,
    check_can_gather,
    check_can_load,
    check_is_new,
    check_no_circle,
    check_reference,
    end_of_force,
)
from danban.library.rules.sheets import OutlineHeading, PresentationSheet, ReferenceSheet, Words
from danban.library.rules.symbols import sheet_of_citation, symbol_key

__all__ = [
    "WORDS_A_MINUTE",
    "OutlineHeading",
    "PresentationSheet",
    "ReferenceSheet",
    "Words",
    "check_can_begin",
    "check_can_edit_version",
    "check_can_enter",
    "check_can_gather",
    "check_can_load",
    "check_can_load_presentations",
    "check_can_present",
    "check_can_publish",
    "check_can_remove",
    "check_can_see",
    "check_can_withdraw",
    "check_facts",
    "check_heading",
    "check_heading_may_change",
    "check_is_new",
    "check_no_circle",
    "check_nothing_is_drafted",
    "check_reference",
    "check_words",
    "end_of_force",
    "minutes_to_read",
    "sheet_of_citation",
    "symbol_key",
]

"""Who may do what with official papers, how numbers and signatures are written, and what an attached file is."""

from danban.documents.rules.content import KINDS, MAX_BYTES, PDF, WANTED, FileKind, kind_of
from danban.documents.rules.incoming import (
    INCOMING,
    IncomingPaper,
    check_arrives_in_order,
    check_can_enter,
    check_delivery,
    check_paper,
)
from danban.documents.rules.issuing import (
    check_can_issue_paper,
    check_can_render,
    check_can_replace,
)
from danban.documents.rules.patterns import Pattern, Series, check_pattern, known_series, series_named, symbol_of
from danban.documents.rules.permits import check_can_load, check_can_take, check_day_follows
from danban.documents.rules.pictures import without_traces
from danban.documents.rules.profiles import profile_of
from danban.documents.rules.sending import (
    MOST_MAILBOXES,
    NOTE_LENGTH,
    RECEIVING,
    check_can_read,
    check_can_remind,
    check_can_send,
    check_recipients,
    issued_by,
    units_of,
)
from danban.documents.rules.signers import (
    check_account,
    check_can_end_signer,
    check_can_keep_signers,
    check_can_name_signer,
)
from danban.documents.rules.signing import PaperSignature, check_signer_words, lines_of, signature_of
from danban.documents.rules.symbols import with_number

__all__ = [
    "INCOMING",
    "KINDS",
    "MAX_BYTES",
    "MOST_MAILBOXES",
    "NOTE_LENGTH",
    "PDF",
    "RECEIVING",
    "WANTED",
    "FileKind",
    "IncomingPaper",
    "PaperSignature",
    "Pattern",
    "Series",
    "check_account",
    "check_arrives_in_order",
    "check_can_end_signer",
    "check_can_enter",
    "check_can_issue_paper",
    "check_can_keep_signers",
    "check_can_load",
    "check_can_name_signer",
    "check_can_read",
    "check_can_remind",
    "check_can_render",
    "check_can_replace",
    "check_can_send",
    "check_can_take",
    "check_day_follows",
    "check_delivery",
    "check_paper",
    "check_pattern",
    "check_recipients",
    "check_signer_words",
    "issued_by",
    "kind_of",
    "known_series",
    "lines_of",
    "profile_of",
    "series_named",
    "signature_of",
    "symbol_of",
    "units_of",
    "with_number",
    "without_traces",
]

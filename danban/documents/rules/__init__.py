"""Who may do what with official papers, how numbers and signatures are written, and what an attached file is."""

from danban.documents.rules.content import KINDS, MAX_BYTES, PDF, WANTED, FileKind, kind_of
from danban.documents.rules.issuing import (
    check_can_issue_paper,
    check_can_render,
    check_can_replace,
)
from danban.documents.rules.patterns import Pattern, Series, check_pattern, known_series, series_named, symbol_of
from danban.documents.rules.permits import check_can_load, check_can_take, check_day_follows
from danban.documents.rules.pictures import without_traces
from danban.documents.rules.profiles import profile_of
from danban.documents.rules.signers import (
    check_account,
    check_can_end_signer,
    check_can_keep_signers,
    check_can_name_signer,
)
from danban.documents.rules.signing import PaperSignature, check_signer_words, lines_of, signature_of
from danban.documents.rules.symbols import with_number

__all__ = [
    "KINDS",
    "MAX_BYTES",
    "PDF",
    "WANTED",
    "FileKind",
    "PaperSignature",
    "Pattern",
    "Series",
    "check_account",
    "check_can_end_signer",
    "check_can_issue_paper",
    "check_can_keep_signers",
    "check_can_load",
    "check_can_name_signer",
    "check_can_render",
    "check_can_replace",
    "check_can_take",
    "check_day_follows",
    "check_pattern",
    "check_signer_words",
    "kind_of",
    "known_series",
    "lines_of",
    "profile_of",
    "series_named",
    "signature_of",
    "symbol_of",
    "with_number",
    "without_traces",
]

"""Who may take an official number, how a number is written, and what an attached file is."""

from danban.documents.rules.content import KINDS, MAX_BYTES, WANTED, FileKind, kind_of
from danban.documents.rules.patterns import Pattern, Series, check_pattern, known_series, series_named, symbol_of
from danban.documents.rules.permits import check_can_load, check_can_take, check_day_follows
from danban.documents.rules.pictures import without_traces

__all__ = [
    "KINDS",
    "MAX_BYTES",
    "WANTED",
    "FileKind",
    "Pattern",
    "Series",
    "check_can_load",
    "check_can_take",
    "check_day_follows",
    "check_pattern",
    "kind_of",
    "known_series",
    "series_named",
    "symbol_of",
    "without_traces",
]

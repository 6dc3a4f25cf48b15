"""Who may take an official number, and how a number is written."""

from danban.documents.rules.patterns import Pattern, Series, check_pattern, known_series, series_named, symbol_of
from danban.documents.rules.permits import check_can_load, check_can_take, check_day_follows

__all__ = [
    "Pattern",
    "Series",
    "check_can_load",
    "check_can_take",
    "check_day_follows",
    "check_pattern",
    "known_series",
    "series_named",
    "symbol_of",
]

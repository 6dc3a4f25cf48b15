"""Reading clean-ups: an area over a year, the records behind every number, one with its history."""

from danban.culture.queries.ground import Ground
from danban.culture.queries.overview import Figures, Line, Overview, Week, overview
from danban.culture.queries.records import (
    CleanUpList,
    CleanUpPage,
    LogPage,
    Wanted,
    clean_up_page,
    clean_up_to_correct,
    list_clean_ups,
    log_page,
    rows_to_export,
)

__all__ = [
    "CleanUpList",
    "CleanUpPage",
    "Figures",
    "Ground",
    "Line",
    "LogPage",
    "Overview",
    "Wanted",
    "Week",
    "clean_up_page",
    "clean_up_to_correct",
    "list_clean_ups",
    "log_page",
    "overview",
    "rows_to_export",
]

"""What is read of resolutions: facts of a conference, its minutes and resolution as pages and papers."""

from danban.resolutions.queries.facts import facts_of
from danban.resolutions.queries.pages import (
    MinutesPage,
    ResolutionPage,
    minutes_draft,
    minutes_page,
    minutes_to,
    resolution_draft,
    resolution_page,
    resolution_to,
)

__all__ = [
    "MinutesPage",
    "ResolutionPage",
    "facts_of",
    "minutes_draft",
    "minutes_page",
    "minutes_to",
    "resolution_draft",
    "resolution_page",
    "resolution_to",
]

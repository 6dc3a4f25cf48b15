"""What is read of resolutions: facts of a conference, its minutes and resolution as pages and papers."""

from danban.resolutions.queries.facts import facts_of
from danban.resolutions.queries.pages import (
    MinutesPage,
    ResolutionPage,
    conference_of_obligation,
    minutes_draft,
    minutes_page,
    minutes_to,
    resolution_draft,
    resolution_page,
    resolution_to,
)
from danban.resolutions.queries.paper_entry import PaperEntry, paper_entry
from danban.resolutions.queries.synthesis import Synthesis, synthesis_of, synthesis_of_area, synthesis_page
from danban.resolutions.queries.synthesis_paper import field_name, synthesis_paper

__all__ = [
    "MinutesPage",
    "PaperEntry",
    "ResolutionPage",
    "Synthesis",
    "conference_of_obligation",
    "facts_of",
    "field_name",
    "minutes_draft",
    "minutes_page",
    "minutes_to",
    "paper_entry",
    "resolution_draft",
    "resolution_page",
    "resolution_to",
    "synthesis_of",
    "synthesis_of_area",
    "synthesis_page",
    "synthesis_paper",
]

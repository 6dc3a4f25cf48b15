"""One page, one query: each file answers for one page with frozen values."""

from danban.overviews.queries.body_page import BodyPage, body_page
from danban.overviews.queries.city import Overview, city
from danban.overviews.queries.conference_steps import ConferenceStep, ConferenceSteps, conference_steps
from danban.overviews.queries.deadlines import Deadline, Deadlines, deadlines, deadlines_of_feed
from danban.overviews.queries.diary import DiaryFilter, DiaryPage, diary
from danban.overviews.queries.directory import (
    DirectoryFound,
    DirectoryPage,
    DirectorySheet,
    desk_to_edit,
    directory_extract,
    directory_page,
    directory_sheet,
    find_in_directory,
    post_to_edit,
)
from danban.overviews.queries.home import Home, home
from danban.overviews.queries.matrix import Matrix, matrix
from danban.overviews.queries.obligation_page import ObligationPage, obligation_page
from danban.overviews.queries.obligations import STATES, Filters, ObligationList, obligations
from danban.overviews.queries.open_work import open_work
from danban.overviews.queries.owed import Owed, Pile
from danban.overviews.queries.search import Found, search
from danban.overviews.queries.tallies import Tally
from danban.overviews.queries.timeline import Timeline, timeline
from danban.overviews.queries.unit_page import UnitPage, unit_page
from danban.overviews.queries.years import Choice, Year, year_for

__all__ = [
    "STATES",
    "BodyPage",
    "Choice",
    "ConferenceStep",
    "ConferenceSteps",
    "Deadline",
    "Deadlines",
    "DiaryFilter",
    "DiaryPage",
    "DirectoryFound",
    "DirectoryPage",
    "DirectorySheet",
    "Filters",
    "Found",
    "Home",
    "Matrix",
    "ObligationList",
    "ObligationPage",
    "Overview",
    "Owed",
    "Pile",
    "Tally",
    "Timeline",
    "UnitPage",
    "Year",
    "body_page",
    "city",
    "conference_steps",
    "deadlines",
    "deadlines_of_feed",
    "desk_to_edit",
    "diary",
    "directory_extract",
    "directory_page",
    "directory_sheet",
    "find_in_directory",
    "home",
    "matrix",
    "obligation_page",
    "obligations",
    "open_work",
    "post_to_edit",
    "search",
    "timeline",
    "unit_page",
    "year_for",
]

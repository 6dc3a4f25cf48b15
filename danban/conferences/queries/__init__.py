"""Reading conferences: the board of a week, lists, one of them, a proposed timetable, what was sent up."""

from danban.conferences.queries.agenda import agenda_of
from danban.conferences.queries.board import Board, HeatRow, board
from danban.conferences.queries.calendar import Calendar, calendar
from danban.conferences.queries.missing import missing_conferences
from danban.conferences.queries.pages import (
    ConferenceList,
    ConferencePage,
    HallList,
    conference_for,
    conference_page,
    conference_to,
    days_of,
    hall_for,
    halls_for,
    joinable_conferences,
    list_conferences,
    list_halls,
    units_with_halls,
)
from danban.conferences.queries.preparing import (
    AgendaRow,
    HeadRow,
    Preparing,
    conference_of_duty,
    conference_to_prepare,
    entry_for,
    prepared_paper_file,
    prepared_paper_for,
    preparing,
)
from danban.conferences.queries.proposal import Proposal, ProposedLine, propose_timetable
from danban.conferences.queries.sent import ScheduleChange, SentBelow, SentPage, changes_since, last_sent, sent_page
from danban.conferences.queries.summary import (
    SectionRow,
    SummaryDesk,
    missing_sections,
    sections_for,
    sections_of,
    summary_desk,
)
from danban.conferences.queries.years import Year, has_year, year_for, year_to_arrange

__all__ = [
    "AgendaRow",
    "Board",
    "Calendar",
    "ConferenceList",
    "ConferencePage",
    "HallList",
    "HeadRow",
    "HeatRow",
    "Preparing",
    "Proposal",
    "ProposedLine",
    "ScheduleChange",
    "SectionRow",
    "SentBelow",
    "SentPage",
    "SummaryDesk",
    "Year",
    "agenda_of",
    "board",
    "calendar",
    "changes_since",
    "conference_for",
    "conference_of_duty",
    "conference_page",
    "conference_to",
    "conference_to_prepare",
    "days_of",
    "entry_for",
    "hall_for",
    "halls_for",
    "has_year",
    "joinable_conferences",
    "last_sent",
    "list_conferences",
    "list_halls",
    "missing_conferences",
    "missing_sections",
    "prepared_paper_file",
    "prepared_paper_for",
    "preparing",
    "propose_timetable",
    "sections_for",
    "sections_of",
    "sent_page",
    "summary_desk",
    "units_with_halls",
    "year_for",
    "year_to_arrange",
]

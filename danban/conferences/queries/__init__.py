"""Reading conferences: the board of a week, lists, one of them, a proposed timetable, what was sent up."""

from danban.conferences.queries.agenda import agenda_of
from danban.conferences.queries.board import Board, HeatRow, board
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
from danban.conferences.queries.proposal import Proposal, ProposedLine, propose_timetable
from danban.conferences.queries.sent import ScheduleChange, changes_since, last_sent
from danban.conferences.queries.years import Year, has_year, year_for, year_to_arrange

__all__ = [
    "Board",
    "ConferenceList",
    "ConferencePage",
    "HallList",
    "HeatRow",
    "Proposal",
    "ProposedLine",
    "ScheduleChange",
    "Year",
    "agenda_of",
    "board",
    "changes_since",
    "conference_for",
    "conference_page",
    "conference_to",
    "days_of",
    "hall_for",
    "halls_for",
    "has_year",
    "joinable_conferences",
    "last_sent",
    "list_conferences",
    "list_halls",
    "missing_conferences",
    "propose_timetable",
    "units_with_halls",
    "year_for",
    "year_to_arrange",
]

"""Reading conferences."""

from danban.conferences.queries.missing import missing_conferences
from danban.conferences.queries.proposal import Proposal, ProposedLine, propose_timetable
from danban.conferences.queries.sent import ScheduleChange, changes_since, last_sent

__all__ = [
    "Proposal",
    "ProposedLine",
    "ScheduleChange",
    "changes_since",
    "last_sent",
    "missing_conferences",
    "propose_timetable",
]

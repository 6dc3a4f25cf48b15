"""Kinds of papers of the cycle: what each says, from the few facts it is made of. Rooms bring the facts."""

from danban.papers.kinds.calls import Invitation, agenda, invitation
from danban.papers.kinds.desk import Desk
from danban.papers.kinds.letters import dispatch, party_report, proposal
from danban.papers.kinds.lists import (
    answered_back_sheet,
    attendance_sheet,
    loudspeaker_script,
    recognition_decision,
    registered_families,
    settlement,
)
from danban.papers.kinds.meetings import Minutes, Vote, minutes, resolution
from danban.papers.kinds.plans import PlanText, action_programme, unit_plan
from danban.papers.kinds.reports import report, summary_of_levels

__all__ = [
    "Desk",
    "Invitation",
    "Minutes",
    "PlanText",
    "Vote",
    "action_programme",
    "agenda",
    "answered_back_sheet",
    "attendance_sheet",
    "dispatch",
    "invitation",
    "loudspeaker_script",
    "minutes",
    "party_report",
    "proposal",
    "recognition_decision",
    "registered_families",
    "report",
    "resolution",
    "settlement",
    "summary_of_levels",
    "unit_plan",
]

"""The only code that writes work on assignments: one verb, one file."""

from danban.assignments.actions.accept_assignment import accept_assignment
from danban.assignments.actions.add_partner import add_partner
from danban.assignments.actions.attach_file import attach_file
from danban.assignments.actions.finish_assignment import finish_assignment
from danban.assignments.actions.hold_briefing import hold_briefing
from danban.assignments.actions.load_work import NoteRow, UnitRows, WorkRow, load_work
from danban.assignments.actions.name_body import name_body
from danban.assignments.actions.note_assignment import note_assignment
from danban.assignments.actions.record_event import record_event
from danban.assignments.actions.remove_partner import remove_partner
from danban.assignments.actions.reopen_assignment import reopen_assignment
from danban.assignments.actions.withdraw_briefing import withdraw_briefing
from danban.assignments.actions.withdraw_event import withdraw_event
from danban.assignments.actions.withdraw_file import withdraw_file

__all__ = [
    "NoteRow",
    "UnitRows",
    "WorkRow",
    "accept_assignment",
    "add_partner",
    "attach_file",
    "finish_assignment",
    "hold_briefing",
    "load_work",
    "name_body",
    "note_assignment",
    "record_event",
    "remove_partner",
    "reopen_assignment",
    "withdraw_briefing",
    "withdraw_event",
    "withdraw_file",
]

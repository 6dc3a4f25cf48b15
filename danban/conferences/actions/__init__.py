"""The only code that writes conferences and halls: one verb, one file."""

from danban.conferences.actions.add_hall import add_hall
from danban.conferences.actions.announce_conference import announce_conference
from danban.conferences.actions.apply_timetable import apply_timetable
from danban.conferences.actions.choose_pilot import choose_pilot
from danban.conferences.actions.close_conference import close_conference
from danban.conferences.actions.close_hall import close_hall
from danban.conferences.actions.edit_hall import edit_hall
from danban.conferences.actions.excuse_conference import excuse_conference
from danban.conferences.actions.give_up_conference import give_up_conference
from danban.conferences.actions.join_conferences import join_conferences
from danban.conferences.actions.move_conference import move_conference
from danban.conferences.actions.open_conference import open_conference
from danban.conferences.actions.part_conference import part_conference
from danban.conferences.actions.plan_conferences import plan_conferences
from danban.conferences.actions.postpone_conference import postpone_conference
from danban.conferences.actions.propose_date import propose_date
from danban.conferences.actions.schedule_conference import schedule_conference
from danban.conferences.actions.send_schedule import send_schedule
from danban.conferences.actions.step_agenda import explain_entry, step_agenda
from danban.conferences.actions.unschedule_conference import unschedule_conference

__all__ = [
    "add_hall",
    "announce_conference",
    "apply_timetable",
    "choose_pilot",
    "close_conference",
    "close_hall",
    "edit_hall",
    "excuse_conference",
    "explain_entry",
    "give_up_conference",
    "join_conferences",
    "move_conference",
    "open_conference",
    "part_conference",
    "plan_conferences",
    "postpone_conference",
    "propose_date",
    "schedule_conference",
    "send_schedule",
    "step_agenda",
    "unschedule_conference",
]

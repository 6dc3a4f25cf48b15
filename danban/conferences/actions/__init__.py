"""The only code that writes conferences and halls: one verb, one file."""

from danban.conferences.actions.add_hall import add_hall
from danban.conferences.actions.agree_agenda import agree_agenda
from danban.conferences.actions.announce_conference import announce_conference
from danban.conferences.actions.apply_timetable import apply_timetable
from danban.conferences.actions.ask_paper import ask_paper
from danban.conferences.actions.choose_pilot import choose_pilot
from danban.conferences.actions.close_conference import close_conference
from danban.conferences.actions.close_hall import close_hall
from danban.conferences.actions.draft_agenda import draft_agenda
from danban.conferences.actions.drop_paper import drop_paper
from danban.conferences.actions.edit_hall import edit_hall
from danban.conferences.actions.excuse_conference import excuse_conference
from danban.conferences.actions.excuse_late_conference import excuse_late_conference
from danban.conferences.actions.give_up_conference import give_up_conference
from danban.conferences.actions.hand_in_paper import hand_in_paper
from danban.conferences.actions.join_conferences import join_conferences
from danban.conferences.actions.launch_year import launch_year
from danban.conferences.actions.list_guests import list_guests
from danban.conferences.actions.load_conferences import ConferenceRow, load_conferences
from danban.conferences.actions.move_conference import move_conference
from danban.conferences.actions.name_officers import name_officers
from danban.conferences.actions.note_entry import note_entry
from danban.conferences.actions.open_conference import open_conference
from danban.conferences.actions.part_conference import part_conference
from danban.conferences.actions.plan_conferences import plan_conferences
from danban.conferences.actions.postpone_conference import postpone_conference
from danban.conferences.actions.propose_date import propose_date
from danban.conferences.actions.record_held_conference import record_held_conference
from danban.conferences.actions.schedule_conference import schedule_conference
from danban.conferences.actions.send_schedule import send_schedule
from danban.conferences.actions.set_agenda import set_agenda
from danban.conferences.actions.step_agenda import explain_entry, step_agenda
from danban.conferences.actions.unschedule_conference import unschedule_conference
from danban.conferences.actions.write_summary import write_summary

__all__ = [
    "ConferenceRow",
    "add_hall",
    "agree_agenda",
    "announce_conference",
    "apply_timetable",
    "ask_paper",
    "choose_pilot",
    "close_conference",
    "close_hall",
    "draft_agenda",
    "drop_paper",
    "edit_hall",
    "excuse_conference",
    "excuse_late_conference",
    "explain_entry",
    "give_up_conference",
    "hand_in_paper",
    "join_conferences",
    "launch_year",
    "list_guests",
    "load_conferences",
    "move_conference",
    "name_officers",
    "note_entry",
    "open_conference",
    "part_conference",
    "plan_conferences",
    "postpone_conference",
    "propose_date",
    "record_held_conference",
    "schedule_conference",
    "send_schedule",
    "set_agenda",
    "step_agenda",
    "unschedule_conference",
    "write_summary",
]

"""The only code that writes petitions: one verb, one file."""

from danban.petitions.actions.acknowledge_petition import acknowledge_petition
from danban.petitions.actions.answer_petition import Evidence, answer_group, answer_petition
from danban.petitions.actions.carry_over import carry_over, launch_year
from danban.petitions.actions.classify_petition import classify_petition
from danban.petitions.actions.confirm_petition import confirm_petition
from danban.petitions.actions.dispute_petition import dispute_petition
from danban.petitions.actions.escalate_late import Climbed, escalate_late
from danban.petitions.actions.forward_petition import forward_petition
from danban.petitions.actions.group_petitions import group_petitions, leave_group
from danban.petitions.actions.load_petitions import LoadedPetition, LoadedStep, load_petitions
from danban.petitions.actions.merge_petition import merge_petition
from danban.petitions.actions.pause_petition import pause_petition
from danban.petitions.actions.publish_petition import publish_petition
from danban.petitions.actions.read_back import read_back
from danban.petitions.actions.record_petition import PetitionSheet, record_petition
from danban.petitions.actions.reopen_petition import reopen_petition
from danban.petitions.actions.restore_petition import restore_petition
from danban.petitions.actions.resume_petition import resume_petition
from danban.petitions.actions.return_petition import return_petition
from danban.petitions.actions.route_petition import route_petition, sort_petition
from danban.petitions.actions.send_synthesis import send_synthesis
from danban.petitions.actions.set_route import drop_route, set_route
from danban.petitions.actions.set_terms import drop_closed_day, set_closed_day, set_terms
from danban.petitions.actions.split_petition import split_petition
from danban.petitions.actions.take_in_opinions import take_in_opinions
from danban.petitions.actions.turn_away_petition import turn_away_petition
from danban.petitions.actions.unmerge_petition import unmerge_petition

__all__ = [
    "Climbed",
    "Evidence",
    "LoadedPetition",
    "LoadedStep",
    "PetitionSheet",
    "acknowledge_petition",
    "answer_group",
    "answer_petition",
    "carry_over",
    "classify_petition",
    "confirm_petition",
    "dispute_petition",
    "drop_closed_day",
    "drop_route",
    "escalate_late",
    "forward_petition",
    "group_petitions",
    "launch_year",
    "leave_group",
    "load_petitions",
    "merge_petition",
    "pause_petition",
    "publish_petition",
    "read_back",
    "record_petition",
    "reopen_petition",
    "restore_petition",
    "resume_petition",
    "return_petition",
    "route_petition",
    "send_synthesis",
    "set_closed_day",
    "set_route",
    "set_terms",
    "sort_petition",
    "split_petition",
    "take_in_opinions",
    "turn_away_petition",
    "unmerge_petition",
]

"""Reading petitions: lists, the sorting desk, one as a way, groups, figures, what is read back, the synthesis."""

from danban.petitions.queries.answering import AnswerOptions, answer_options, evidence_of, group_to_answer
from danban.petitions.queries.figures import AGES, Figures, Tally, figures
from danban.petitions.queries.ground import Ground, ground_for
from danban.petitions.queries.groups import GroupPage, group_page
from danban.petitions.queries.likes import Like, likes_of
from danban.petitions.queries.lists import STATES, PetitionList, Side, Wanted, answering_for, list_petitions
from danban.petitions.queries.page import PetitionPage, StepLine, petition_for, petition_page, petition_to
from danban.petitions.queries.reading_back import Sheet, Told, answered_back, open_for_agenda
from danban.petitions.queries.recording import RecordPage, likes_while_typing, record_page
from danban.petitions.queries.routing import Proposal, Route, propose, routes_of
from danban.petitions.queries.settings import SettingsPage, settings_page
from danban.petitions.queries.sorting import SortingDesk, bodies_above, desk_of_one, sorting_desk
from danban.petitions.queries.synthesis import Row, Synthesis, frozen_rows, synthesis_of
from danban.petitions.queries.synthesis_page import SynthesisPage, sheet_for, synthesis_page
from danban.petitions.queries.taking_in import conferences_left, waiting_opinions

__all__ = [
    "AGES",
    "STATES",
    "AnswerOptions",
    "Figures",
    "Ground",
    "GroupPage",
    "Like",
    "PetitionList",
    "PetitionPage",
    "Proposal",
    "RecordPage",
    "Route",
    "Row",
    "SettingsPage",
    "Sheet",
    "Side",
    "SortingDesk",
    "StepLine",
    "Synthesis",
    "SynthesisPage",
    "Tally",
    "Told",
    "Wanted",
    "answer_options",
    "answered_back",
    "answering_for",
    "bodies_above",
    "conferences_left",
    "desk_of_one",
    "evidence_of",
    "figures",
    "frozen_rows",
    "ground_for",
    "group_page",
    "group_to_answer",
    "likes_of",
    "likes_while_typing",
    "list_petitions",
    "open_for_agenda",
    "petition_for",
    "petition_page",
    "petition_to",
    "propose",
    "record_page",
    "routes_of",
    "settings_page",
    "sheet_for",
    "sorting_desk",
    "synthesis_of",
    "synthesis_page",
    "waiting_opinions",
]

"""The only code that writes what happens at a conference."""

from danban.sittings.actions.answer_opinion import answer_opinion
from danban.sittings.actions.cast_vote import cast_vote
from danban.sittings.actions.choose_officers import choose_officers
from danban.sittings.actions.count_block import count_block
from danban.sittings.actions.count_hands import correct_count, count_hands
from danban.sittings.actions.edit_opinion import edit_opinion
from danban.sittings.actions.load_records import CountRow, OpinionRow, TargetRow, load_records
from danban.sittings.actions.mark_petition import mark_petition
from danban.sittings.actions.polls import cancel_poll, close_poll, open_poll, prepare_poll
from danban.sittings.actions.record_opinion import record_opinion
from danban.sittings.actions.settle_opinion import settle_opinion
from danban.sittings.actions.speaking import ask_to_speak, begin_turn, end_turn, leave_queue
from danban.sittings.actions.targets import change_target, drop_target, put_target

__all__ = [
    "CountRow",
    "OpinionRow",
    "TargetRow",
    "answer_opinion",
    "ask_to_speak",
    "begin_turn",
    "cancel_poll",
    "cast_vote",
    "change_target",
    "choose_officers",
    "close_poll",
    "correct_count",
    "count_block",
    "count_hands",
    "drop_target",
    "edit_opinion",
    "end_turn",
    "leave_queue",
    "load_records",
    "mark_petition",
    "open_poll",
    "prepare_poll",
    "put_target",
    "record_opinion",
    "settle_opinion",
]

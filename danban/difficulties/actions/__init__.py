"""The only code that writes difficulties: one step, one file."""

from danban.difficulties.actions.acknowledge_difficulty import acknowledge_difficulty
from danban.difficulties.actions.answer_difficulty import answer_difficulty
from danban.difficulties.actions.ask_difficulty import ask_difficulty
from danban.difficulties.actions.close_difficulty import close_difficulty
from danban.difficulties.actions.pass_up_difficulty import pass_up_difficulty
from danban.difficulties.actions.reopen_difficulty import reopen_difficulty

__all__ = [
    "acknowledge_difficulty",
    "answer_difficulty",
    "ask_difficulty",
    "close_difficulty",
    "pass_up_difficulty",
    "reopen_difficulty",
]

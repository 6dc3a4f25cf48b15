"""The only code that writes clean-ups: one verb, one file."""

from danban.culture.actions.correct_clean_up import correct_clean_up
from danban.culture.actions.load_clean_ups import Loaded, load_clean_ups
from danban.culture.actions.log_clean_up import log_clean_up
from danban.culture.actions.withdraw_clean_up import withdraw_clean_up

__all__ = ["Loaded", "correct_clean_up", "load_clean_ups", "log_clean_up", "withdraw_clean_up"]

"""The only code that writes the yearly cycle: one verb, one file."""

from danban.campaigns.actions.add_item import add_item
from danban.campaigns.actions.correct_item import correct_item
from danban.campaigns.actions.discard_draft import discard_draft
from danban.campaigns.actions.drop_item import drop_item
from danban.campaigns.actions.launch_draft import launch_draft
from danban.campaigns.actions.read_plan import read_plan, start_draft
from danban.campaigns.actions.restore_item import restore_item
from danban.campaigns.actions.retitle_draft import retitle_draft

__all__ = [
    "add_item",
    "correct_item",
    "discard_draft",
    "drop_item",
    "launch_draft",
    "read_plan",
    "restore_item",
    "retitle_draft",
    "start_draft",
]

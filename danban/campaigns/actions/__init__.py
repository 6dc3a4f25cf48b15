"""The only code that writes the yearly cycle: one verb, one file."""

from danban.campaigns.actions.add_item import add_item
from danban.campaigns.actions.apply_draft import apply_draft
from danban.campaigns.actions.clone_campaign import clone_campaign
from danban.campaigns.actions.close_campaign import close_campaign
from danban.campaigns.actions.correct_item import correct_item
from danban.campaigns.actions.discard_draft import discard_draft
from danban.campaigns.actions.draft_amendment import draft_amendment
from danban.campaigns.actions.drop_item import drop_item
from danban.campaigns.actions.excuse_obligations import excuse_obligations
from danban.campaigns.actions.fulfil_obligations import fulfil_obligations
from danban.campaigns.actions.launch_draft import launch_draft
from danban.campaigns.actions.load_deeds import Deed, load_deeds
from danban.campaigns.actions.read_plan import read_plan, start_draft
from danban.campaigns.actions.remind_by_ladder import remind_by_ladder
from danban.campaigns.actions.remind_late import remind_late
from danban.campaigns.actions.reminder_rows import Reminded
from danban.campaigns.actions.reopen_campaign import reopen_campaign
from danban.campaigns.actions.reopen_obligations import reopen_obligations
from danban.campaigns.actions.restore_item import restore_item
from danban.campaigns.actions.retitle_draft import retitle_draft
from danban.campaigns.actions.set_local_dates import LocalDay, LocalRow, load_local_dates, set_local_dates

__all__ = [
    "Deed",
    "LocalDay",
    "LocalRow",
    "Reminded",
    "add_item",
    "apply_draft",
    "clone_campaign",
    "close_campaign",
    "correct_item",
    "discard_draft",
    "draft_amendment",
    "drop_item",
    "excuse_obligations",
    "fulfil_obligations",
    "launch_draft",
    "load_deeds",
    "load_local_dates",
    "read_plan",
    "remind_by_ladder",
    "remind_late",
    "reopen_campaign",
    "reopen_obligations",
    "restore_item",
    "retitle_draft",
    "set_local_dates",
    "start_draft",
]

"""Actions of delegates: each verb its file."""

from danban.delegates.actions.check_in import check_in
from danban.delegates.actions.issue_device import issue_device
from danban.delegates.actions.revoke_device import revoke_device
from danban.delegates.actions.set_tallies import set_tallies
from danban.delegates.actions.take_back_presence import take_back_presence

__all__ = ["check_in", "issue_device", "revoke_device", "set_tallies", "take_back_presence"]

"""Actions of delegates: each verb its file."""

from danban.delegates.actions.check_in import check_in
from danban.delegates.actions.inviting import (
    Invitation,
    accept_invitation,
    decline_invitation,
    invite_delegates,
    replace_invitation,
)
from danban.delegates.actions.issue_device import issue_device
from danban.delegates.actions.load_tallies import load_tallies
from danban.delegates.actions.naming import (
    build_delegate,
    drop_delegate,
    elect_delegates,
    name_delegate,
    name_household_representatives,
)
from danban.delegates.actions.revoke_device import revoke_device
from danban.delegates.actions.set_tallies import set_tallies
from danban.delegates.actions.structure import agree_structure, set_structure
from danban.delegates.actions.take_back_presence import take_back_presence

__all__ = [
    "Invitation",
    "accept_invitation",
    "agree_structure",
    "build_delegate",
    "check_in",
    "decline_invitation",
    "drop_delegate",
    "elect_delegates",
    "invite_delegates",
    "issue_device",
    "load_tallies",
    "name_delegate",
    "name_household_representatives",
    "replace_invitation",
    "revoke_device",
    "set_structure",
    "set_tallies",
    "take_back_presence",
]

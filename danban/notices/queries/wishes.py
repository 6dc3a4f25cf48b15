"""How a person is told now, and what they could choose."""

from dataclasses import dataclass
from datetime import date

from danban.kit.actor import Actor
from danban.notices.models import Preference
from danban.notices.queries.reaching import own_reach


@dataclass(frozen=True)
class PreferencePage:
    """The present choice, and the addresses a way would lead to ("" for none)."""

    preference: Preference
    email: str
    phone: str


def preference_page(actor: Actor, *, on: date) -> PreferencePage:
    """The choice of the person signed in; the defaults where nothing was chosen."""
    reach = own_reach(actor.user_id or 0, on=on)
    return PreferencePage(reach.preference, reach.email, reach.phone)

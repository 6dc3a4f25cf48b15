"""Telling people, sending what waits, reading it, choosing how to be told."""

from danban.notices.actions.tell import Telling, tell, tell_each, tell_units
from danban.notices.queries.reaching import Recipient

__all__ = [
    "Recipient",
    "Telling",
    "tell",
    "tell_each",
    "tell_units",
]

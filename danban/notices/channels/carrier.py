"""What every way out has in common: it is handed letters and says what became of each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from danban.notices.queries.letters import Letter


class Fate(Enum):
    """What became of a letter."""

    SENT = "sent"
    KEPT = "kept"
    RETRY = "retry"
    REFUSED = "refused"


@dataclass(frozen=True)
class Outcome:
    """What became of one letter. ``reason`` is a sentence without addresses for whatever did not leave."""

    letter: Letter
    fate: Fate
    reason: str = ""


class Carrier(Protocol):
    """Carries letters of one channel. Says each outcome as soon as it is known and never raises for a letter."""

    def carry(self, letters: Sequence[Letter]) -> Iterator[Outcome]:
        """Hand the letters over, in order."""
        ...

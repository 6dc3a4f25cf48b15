"""An agenda as it stands with who agreed to it: read in one go, judged by the rules."""

import hashlib
from dataclasses import dataclass
from datetime import date

from danban.conferences.models import AgendaAssent, AgendaEntry, Conference
from danban.conferences.rules.heads import Heads, heads_of
from danban.units.models import Body


@dataclass(frozen=True)
class Programme:
    """The entries in order, the two heads, the assents given to the agenda as it stands."""

    entries: tuple[AgendaEntry, ...]
    heads: Heads
    assents: tuple[AgendaAssent, ...]

    @property
    def mark(self) -> str:
        """A short mark of what the agenda says, to tell whether it is still the one somebody looked at."""
        words = "\n".join(f"{one.pk}|{one.title}|{one.presenter}|{one.minutes}" for one in self.entries)
        return hashlib.sha256(words.encode()).hexdigest()[:16]

    @property
    def waited_for(self) -> tuple[Body, ...]:
        """The heads that have not agreed yet."""
        agreed = {assent.body_id for assent in self.assents}
        return tuple(body for body in self.heads.bodies if body.pk not in agreed)

    @property
    def is_agreed(self) -> bool:
        """Whether both heads have agreed."""
        return bool(self.entries) and self.heads.are_both and not self.waited_for


def programme_of(conference: Conference, *, on: date) -> Programme:
    """The agenda of a conference and its heads on a day; three queries."""
    entries = conference.agenda.select_related("item__clause").order_by("position", "pk")
    assents = conference.assents.select_related("body", "appointment__account").order_by("at", "pk")
    return Programme(tuple(entries), heads_of(conference, on=on), tuple(assents))

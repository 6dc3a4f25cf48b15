"""What is known of a conference before its paper is typed in."""

from dataclasses import dataclass
from datetime import datetime

from danban.conferences.models import Conference, Officer
from danban.conferences.queries import conference_for
from danban.conferences.rules import check_can_record_held
from danban.kit.actor import Actor


@dataclass(frozen=True)
class PaperEntry:
    """A conference to be entered, who was to chair and to write; ``may_sign``: the actor's unit holds it."""

    conference: Conference
    chair: str
    secretary: str
    may_sign: bool


def paper_entry(actor: Actor, pk: int, *, at: datetime) -> PaperEntry:
    """With which the actor may enter it now; raises the refusal of ``check_can_record_held``."""
    conference = conference_for(actor, pk)
    check_can_record_held(actor, conference, None, at=at)
    rows = conference.officers.order_by("position", "pk").values_list("role", "full_name")
    names = dict(reversed(list(rows)))
    return PaperEntry(
        conference,
        chair=names.get(Officer.Role.CHAIR, ""),
        secretary=names.get(Officer.Role.SECRETARY, ""),
        may_sign=actor.may("minutes:confirm") and actor.unit_id == conference.placement.unit_id,
    )

"""Write down which guests are expected, with the office that brings them (II.2)."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from danban.conferences import rules
from danban.conferences.actions.locks import lock_conference
from danban.conferences.actions.steps import write_down
from danban.conferences.models import Guest
from danban.conferences.rules import GuestLine
from danban.kit.actor import Actor
from danban.kit.vietnamese import squeeze


@transaction.atomic
def list_guests(conference_id: int, *, guests: Sequence[GuestLine], actor: Actor, at: datetime) -> list[Guest]:
    """These in this order instead of those before; the diary says how many, never who.

    Raises ``NotFound``, ``NotYours``, ``BadInput`` (a name missing, too many) or ``NotNow`` (over).
    """
    conference = lock_conference(conference_id)
    rules.check_can_list_guests(actor, conference, guests, at=at)
    wanted = [(squeeze(one.full_name), squeeze(one.title)) for one in guests]
    standing = list(conference.guests.order_by("position", "pk"))
    if [(one.full_name, one.title) for one in standing] == wanted:
        return standing
    conference.guests.all().delete()
    rows = Guest.objects.bulk_create(
        Guest(conference=conference, full_name=name, title=title, position=position)
        for position, (name, title) in enumerate(wanted)
    )
    write_down(conference, "guests.listed", actor, at, guests=len(rows))
    return rows

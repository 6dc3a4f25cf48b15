"""Propose who chairs, who sits in the presidium, who writes the minutes; the conference itself chooses them."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from danban.conferences import rules
from danban.conferences.actions.locks import lock_conference
from danban.conferences.actions.steps import write_down
from danban.conferences.models import Officer
from danban.conferences.rules import OfficerLine
from danban.kit.actor import Actor
from danban.kit.vietnamese import squeeze


@transaction.atomic
def name_officers(
    conference_id: int, *, officers: Sequence[OfficerLine], actor: Actor, at: datetime
) -> list[Officer]:  # fmt: skip
    """These in this order instead of those before; the diary says how many, never who.

    Raises ``NotFound``, ``NotYours``, ``BadInput`` (two chairs, a name missing) or ``NotNow`` (over).
    """
    conference = lock_conference(conference_id)
    rules.check_can_name_officers(actor, conference, officers, at=at)
    wanted = [(one.role, squeeze(one.full_name), squeeze(one.title)) for one in officers]
    standing = list(conference.officers.order_by("position", "pk"))
    if [(one.role, one.full_name, one.title) for one in standing] == wanted:
        return standing
    conference.officers.all().delete()
    rows = Officer.objects.bulk_create(
        Officer(conference=conference, role=role, full_name=name, title=title, position=position)
        for position, (role, name, title) in enumerate(wanted)
    )
    write_down(conference, "officers.named", actor, at, officers=len(rows))
    return rows

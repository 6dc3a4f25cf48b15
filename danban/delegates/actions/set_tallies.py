"""Write down counts of those present that belong to nobody: all, a group known from paper, women, an age band."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from danban.audit.actions import record
from danban.conferences.actions.locks import lock_conference
from danban.delegates import rules
from danban.delegates.models import Tally
from danban.delegates.rules import TallyLine
from danban.kit.actor import Actor
from danban.kit.vietnamese import squeeze


@transaction.atomic
def set_tallies(conference_id: int, *, tallies: Sequence[TallyLine], actor: Actor, at: datetime) -> list[Tally]:
    """The counts of a conference, in place of those written before. Same counts again: nothing happens.

    Raises ``NotFound``, ``NotYours``, ``NotNow`` (not met yet) or ``BadInput`` (a count twice, a village of another
    conference).
    """
    conference = lock_conference(conference_id)
    rules.check_can_set_tallies(actor, conference, tallies, at=at)
    wanted = {(one.village_id, one.group, squeeze(one.label)): one.count for one in tallies}
    before = {(one.village_id, one.group, one.label): one.count for one in conference.tallies.order_by("pk")}
    if wanted != before:
        conference.tallies.all().delete()
        Tally.objects.bulk_create(
            Tally(conference=conference, village_id=village, group=group, label=label, count=count)
            for (village, group, label), count in wanted.items()
        )
        record(
            actor=actor, event="tallies.set", subject="conference", subject_id=conference.pk, at=at,
            unit_id=actor.unit_id, changes={"lines": len(wanted), "sum": sum(wanted.values())},
        )  # fmt: skip
    return list(conference.tallies.order_by("pk"))

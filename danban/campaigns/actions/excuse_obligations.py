"""The unit above accepts why something was done late or not at all: it counts late no more."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from danban.audit.actions import record
from danban.campaigns import rules
from danban.campaigns.actions.fulfil_obligations import campaign_and_place
from danban.campaigns.models import Obligation
from danban.campaigns.rules.timeliness import IS_DONE_LATE
from danban.kit.actor import Actor
from danban.kit.clock import day_of


@transaction.atomic
def excuse_obligations(
    *, campaign_id: int, placement_id: int, kind_codes: Collection[str], event: str, actor: Actor, at: datetime
) -> int:
    """Excuse what a unit has not done, or did late, of some kinds; ``event`` is the deed's diary event.

    Called by the room whose deed it is, in its transaction. Returns how many it excused: 0, without a trace, where
    all was done in time or excused before. Raises ``NotFound`` (outside the actor's area), ``NotYours`` (only an
    office above the unit) or ``NotNow`` (closed).
    """
    campaign, place = campaign_and_place(campaign_id, placement_id)
    rules.check_can_excuse_obligations(actor, campaign, place.path, at=at)
    owed = Obligation.objects.select_for_update(of=("self",)).filter(
        campaign=campaign, placement=place, kind__code__in=kind_codes, body__isnull=True, excused_on__isnull=True
    )
    wanting = (owed.open() | owed.filter(IS_DONE_LATE)).order_by("pk")
    ids = list(wanting.values_list("pk", flat=True))
    Obligation.objects.filter(pk__in=ids).update(excused_on=day_of(at), excused_by=event)
    for pk in ids:
        record(
            actor=actor, event="obligation.excused", subject="obligation", subject_id=pk, at=at,
            unit_id=actor.unit_id, changes={"by": event},
        )  # fmt: skip
    return len(ids)

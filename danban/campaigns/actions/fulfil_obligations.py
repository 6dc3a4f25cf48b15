"""Count a deed of an upper room as what a unit owed. Called by that room, in its transaction."""

from datetime import date, datetime

from django.db import transaction

from danban.audit.actions import record
from danban.campaigns import rules
from danban.campaigns.actions.locks import lock_obligations
from danban.campaigns.models import Campaign, Obligation
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound
from danban.units.models import Placement


@transaction.atomic
def fulfil_obligations(
    *,
    campaign_id: int,
    placement_id: int,
    kind_code: str,
    event: str,
    on: date,
    body_id: int | None = None,
    occurrence: int | None = None,
    actor: Actor,
    at: datetime,
) -> int:
    """Fulfil what a unit owes of a kind: ``event`` is the deed's diary event, ``on`` the day it counts for.

    ``body_id`` and ``occurrence`` narrow it to what one body owes, once. Returns how many obligations it
    fulfilled: 0, without a trace, where the unit owes no such thing or has done it. Raises ``NotFound`` (outside
    the actor's area), ``NotNow`` (closed) or ``BadInput`` (a future day).
    """
    campaign, place = campaign_and_place(campaign_id, placement_id)
    rules.check_can_fulfil(actor, campaign, place.path, on=on, at=at)
    ids = lock_obligations(campaign, placement_id, kind_code, body_id=body_id, occurrence=occurrence, is_open=True)
    Obligation.objects.filter(pk__in=ids).update(fulfilled_on=on, fulfilled_at=at, fulfilled_by=event)
    for pk in ids:
        record(
            actor=actor,
            event="obligation.fulfilled",
            subject="obligation",
            subject_id=pk,
            at=at,
            unit_id=actor.unit_id,
            changes={"by": event, "on": on},
        )
    return len(ids)


def campaign_and_place(campaign_id: int, placement_id: int) -> tuple[Campaign, Placement]:
    """A campaign and a placement of its tree; raises ``NotFound``."""
    campaign = Campaign.objects.filter(pk=campaign_id).first()
    if campaign is None:
        raise NotFound
    place = Placement.objects.filter(pk=placement_id, tree_id=campaign.tree_id).first()
    if place is None:
        raise NotFound
    return campaign, place

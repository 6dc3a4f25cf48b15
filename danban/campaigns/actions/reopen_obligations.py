"""A deed was undone: what it fulfilled is owed again. Called by the room that undoes it."""

from datetime import datetime

from django.db import transaction

from danban.audit.actions import record
from danban.campaigns import rules
from danban.campaigns.actions.fulfil_obligations import campaign_and_place
from danban.campaigns.actions.locks import lock_obligations
from danban.campaigns.actions.redate import redate
from danban.campaigns.models import Obligation
from danban.kit.actor import Actor


@transaction.atomic
def reopen_obligations(
    *,
    campaign_id: int,
    placement_id: int,
    kind_code: str,
    reason: str,
    body_id: int | None = None,
    occurrence: int | None = None,
    actor: Actor,
    at: datetime,
) -> int:
    """Reopen what a unit had fulfilled of a kind; returns how many, 0 without a trace where none was.

    What is owed again has the day that counts now, which may not be the one it was done by, and no excuse.
    ``body_id`` and ``occurrence`` narrow it to what one body owed, once.
    Raises ``NotFound`` (outside the actor's area), ``NotNow`` (closed) or ``BadInput`` (no reason).
    """
    campaign, place = campaign_and_place(campaign_id, placement_id)
    rules.check_can_reopen_obligations(actor, campaign, place.path, reason=reason, at=at)
    ids = lock_obligations(campaign, placement_id, kind_code, body_id=body_id, occurrence=occurrence, is_open=False)
    nothing = {"fulfilled_on": None, "fulfilled_at": None, "fulfilled_by": "", "excused_on": None, "excused_by": ""}
    Obligation.objects.filter(pk__in=ids).update(**nothing)
    if ids and body_id is None:
        redate(campaign, campaign.obligation_kinds.filter(code=kind_code, level_id=place.level_id), under=place)
    for pk in ids:
        record(
            actor=actor,
            event="obligation.reopened",
            subject="obligation",
            subject_id=pk,
            at=at,
            unit_id=actor.unit_id,
            changes={"reason": reason.strip()},
        )
    return len(ids)

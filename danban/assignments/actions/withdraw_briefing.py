"""A briefing recorded by mistake is withdrawn; guidance is owed again unless another briefing stands."""

from datetime import datetime

from django.db import transaction

from danban.assignments import rules
from danban.assignments.actions.hold_briefing import HELD
from danban.assignments.actions.locks import lock_briefing
from danban.assignments.models import Briefing
from danban.assignments.queries.briefings import GUIDANCE
from danban.audit.actions import record
from danban.campaigns import actions as campaigns
from danban.kit.actor import Actor


@transaction.atomic
def withdraw_briefing(briefing_id: int, *, reason: str, actor: Actor, at: datetime) -> Briefing:
    """Raises ``NotFound``, ``NotYours``, ``NotNow`` (withdrawn before, closed) or ``BadInput`` (no reason)."""
    briefing = lock_briefing(briefing_id)
    rules.check_can_withdraw_briefing(actor, briefing, reason=reason, at=at)
    briefing.withdrawn_at = at
    briefing.save(update_fields=["withdrawn_at"])
    unit = {"campaign_id": briefing.campaign_id, "placement_id": briefing.placement_id}
    campaigns.reopen_obligations(**unit, kind_code=GUIDANCE, reason=reason, actor=actor, at=at)
    other = Briefing.objects.standing().filter(**unit).order_by("held_on", "pk").first()
    if other is not None:
        campaigns.fulfil_obligations(
            **unit, kind_code=GUIDANCE, event=HELD, on=other.held_on, actor=actor, at=at
        )  # fmt: skip
    record(
        actor=actor,
        event="briefing.withdrawn",
        subject="briefing",
        subject_id=briefing.pk,
        at=at,
        unit_id=actor.unit_id,
        changes={"on": briefing.held_on, "reason": reason.strip()},
    )
    return briefing

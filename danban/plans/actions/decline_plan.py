"""The chairing body that was asked does not agree yet, and says why."""

from datetime import datetime

from django.db import transaction

from danban.audit.actions import record
from danban.kit.actor import Actor
from danban.plans import rules
from danban.plans.actions.locks import lock_standing
from danban.plans.actions.telling import tell_declined
from danban.plans.models import Approval, Plan
from danban.plans.states import PLAN


@transaction.atomic
def decline_plan(plan_id: int, *, reason: str, actor: Actor, at: datetime) -> Plan:
    """Back to drafting with a reason. Raises ``NotFound``, ``NotYours``, ``NotNow`` or ``BadInput`` (no reason)."""
    standing = lock_standing(plan_id, at=at)
    rules.check_can_decline(actor, standing, reason=reason, at=at)
    plan, chair = standing.plan, standing.chairs.chair_of(actor.body_id)
    assert chair is not None
    before = plan.status
    plan.status, plan.return_comment = PLAN.target("decline", plan.status), reason.strip()
    plan.save(update_fields=["status", "return_comment"])
    Approval.objects.filter(plan=plan).delete()
    record(
        actor=actor,
        event="plan.declined",
        subject="plan",
        subject_id=plan.pk,
        at=at,
        unit_id=plan.placement.unit_id,
        changes={"status": [before, plan.status], "body": chair.pk},
    )
    tell_declined(plan, chair, actor=actor, at=at)
    return plan

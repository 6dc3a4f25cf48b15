"""The chairing body that was asked agrees to a plan."""

from datetime import datetime

from django.db import transaction

from danban.audit.actions import record
from danban.kit.actor import Actor
from danban.plans import rules
from danban.plans.actions.locks import lock_standing
from danban.plans.actions.telling import tell_approved
from danban.plans.models import Approval, Plan
from danban.plans.states import PLAN


@transaction.atomic
def approve_plan(plan_id: int, *, actor: Actor, at: datetime) -> Plan:
    """Agree for the actor's chairing body, as the plan stands. Raises ``NotFound``, ``NotYours`` (not of a chairing
    body, or the same person for both) or ``NotNow`` (not submitted, or the body has agreed)."""
    standing = lock_standing(plan_id, at=at)
    rules.check_can_approve(actor, standing, at=at)
    plan, chair = standing.plan, standing.chairs.chair_of(actor.body_id)
    assert chair is not None
    assert actor.appointment_id is not None
    plan.status = PLAN.target("approve", plan.status)
    Approval.objects.create(plan=plan, body=chair, appointment_id=actor.appointment_id, at=at)
    record(
        actor=actor,
        event="plan.approved",
        subject="plan",
        subject_id=plan.pk,
        at=at,
        unit_id=plan.placement.unit_id,
        changes={"body": chair.pk},
    )
    tell_approved(plan, chair, actor=actor, at=at)
    return plan

"""Put a plan to the other chairing body; the body that submits it thereby agrees."""

from datetime import datetime

from django.db import transaction

from danban.audit.actions import record
from danban.kit.actor import Actor
from danban.plans import rules
from danban.plans.actions.locks import lock_standing
from danban.plans.actions.telling import tell_other_body
from danban.plans.models import Approval, Plan
from danban.plans.states import PLAN


@transaction.atomic
def submit_plan(plan_id: int, *, actor: Actor, at: datetime) -> Plan:
    """Submit a complete draft. Raises ``NotFound``, ``NotYours``, ``NotNow`` (something changed above) or
    ``BadInput`` naming by field what is missing."""
    standing = lock_standing(plan_id, at=at)
    rules.check_can_submit(actor, standing, at=at)
    plan, chair = standing.plan, standing.chairs.chair_of(actor.body_id)
    assert chair is not None
    assert actor.appointment_id is not None
    before = plan.status
    plan.status, plan.return_comment = PLAN.target("submit", plan.status), ""
    plan.save(update_fields=["status", "return_comment"])
    Approval.objects.create(plan=plan, body=chair, appointment_id=actor.appointment_id, at=at)
    record(
        actor=actor,
        event="plan.submitted",
        subject="plan",
        subject_id=plan.pk,
        at=at,
        unit_id=plan.placement.unit_id,
        changes={"status": [before, plan.status], "body": chair.pk},
    )
    tell_other_body(plan, actor=actor, at=at)
    return plan

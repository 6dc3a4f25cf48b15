"""Take back what waits for approval, to draw it up further."""

from datetime import datetime

from django.db import transaction

from danban.audit.actions import record
from danban.kit.actor import Actor
from danban.plans import rules
from danban.plans.actions.locks import lock_plan
from danban.plans.models import Approval, Plan
from danban.plans.states import PLAN


@transaction.atomic
def withdraw_plan(plan_id: int, *, actor: Actor, at: datetime) -> Plan:
    """Back to drafting; approvals are gone. Raises ``NotFound``, ``NotYours`` or ``NotNow``."""
    plan = lock_plan(plan_id)
    rules.check_can_withdraw(actor, plan, at=at)
    before = plan.status
    plan.status = PLAN.target("withdraw", plan.status)
    plan.save(update_fields=["status"])
    Approval.objects.filter(plan=plan).delete()
    record(
        actor=actor,
        event="plan.withdrawn",
        subject="plan",
        subject_id=plan.pk,
        at=at,
        unit_id=plan.placement.unit_id,
        changes={"status": [before, plan.status]},
    )
    return plan

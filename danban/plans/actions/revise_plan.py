"""Open an issued or returned plan for a new edition: what came from above moves to what stands there now."""

from datetime import datetime

from django.db import transaction

from danban.audit.actions import record
from danban.kit.actor import Actor
from danban.plans import rules
from danban.plans.actions.adapting import adapt
from danban.plans.actions.locks import lock_standing
from danban.plans.models import Plan
from danban.plans.states import PLAN


@transaction.atomic
def revise_plan(plan_id: int, *, actor: Actor, at: datetime) -> Plan:
    """Back to drafting, adapted; own days and lines stay. The edition in force stays so until the next is issued.

    Raises ``NotFound``, ``NotYours`` or ``NotNow``.
    """
    standing = lock_standing(plan_id, at=at)
    plan = standing.plan
    rules.check_can_revise(actor, plan, at=at)
    before = plan.status
    plan.status = PLAN.target("revise", plan.status)
    plan.save(update_fields=["status", *adapt(standing)])
    record(
        actor=actor,
        event="plan.revised",
        subject="plan",
        subject_id=plan.pk,
        at=at,
        unit_id=plan.placement.unit_id,
        changes={"status": [before, plan.status], "changes_above": len(standing.change.changes)},
    )
    return plan

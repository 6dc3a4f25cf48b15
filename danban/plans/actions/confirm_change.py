"""A unit takes note of what changed above its plan, where its own days still fit."""

from datetime import datetime

from django.db import transaction

from danban.audit.actions import record
from danban.kit.actor import Actor
from danban.plans import rules
from danban.plans.actions.adapting import adapt
from danban.plans.actions.locks import lock_standing
from danban.plans.actions.write_plan import take_in
from danban.plans.models import Plan
from danban.plans.states import PlanStatus


@transaction.atomic
def confirm_change(plan_id: int, *, actor: Actor, at: datetime) -> Plan:
    """A draft takes the changes in; an issued plan stands as it is, and the change is known to the unit.

    Raises ``NotFound``, ``NotYours``, ``NotNow`` (nothing changed, returned, waiting for approval) or
    ``BadInput`` naming own days that no longer fit, or days that must now be set.
    """
    standing = lock_standing(plan_id, at=at)
    rules.check_can_confirm_change(actor, standing, at=at)
    plan, change = standing.plan, standing.change
    fields = adapt(standing) if plan.status == PlanStatus.DRAFTING else take_in(plan, change.now)
    plan.save(update_fields=fields)
    record(
        actor=actor,
        event="change.confirmed",
        subject="plan",
        subject_id=plan.pk,
        at=at,
        unit_id=plan.placement.unit_id,
        changes={
            "changes": len(change.changes),
            "edition": plan.base_edition_id,
            "amendment": plan.base_amendment_id,
        },
    )
    return plan

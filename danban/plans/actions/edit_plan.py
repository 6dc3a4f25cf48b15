"""Fill in the one form of a plan. A change takes approvals back."""

from datetime import datetime

from django.db import transaction

from danban.audit.actions import record
from danban.kit.actor import Actor
from danban.kit.clock import day_of
from danban.plans import rules
from danban.plans.actions.locks import lock_standing
from danban.plans.actions.write_plan import put_words, replace_dates, replace_items
from danban.plans.models import Approval, Plan
from danban.plans.rules.sheet import PlanSheet, dates_kept, lines_kept
from danban.plans.states import PLAN, PlanStatus


@transaction.atomic
def edit_plan(plan_id: int, *, sheet: PlanSheet, actor: Actor, at: datetime) -> Plan:
    """Keep a sheet, complete or not. A plan waiting for approval goes back to drafting.

    The same sheet again leaves no trace. Raises ``NotFound``, ``NotYours``, ``NotNow`` or ``BadInput`` with a
    sentence by field (see ``rules.check_sheet``): days outside those above, a mandatory line left out, …
    """
    standing = lock_standing(plan_id, at=at)
    plan, above = standing.plan, standing.change.now.above
    rules.check_can_edit(actor, plan, at=at)
    if sheet == standing.sheet:
        return plan
    rules.check_sheet(
        sheet, above, year=plan.campaign.year, bodies=standing.chairs.bodies,
        own_items={one.item_id for one in standing.sheet.items}, today=day_of(at),
    )  # fmt: skip
    before = plan.status
    fields = put_words(plan, sheet)
    if plan.status == PlanStatus.APPROVING:
        plan.status = PLAN.target("withdraw", plan.status)
        Approval.objects.filter(plan=plan).delete()
    plan.save(update_fields=[*fields, "status"])
    replace_dates(plan, dates_kept(sheet, above))
    replace_items(plan, lines_kept(sheet, standing.change.base), sheet.items)
    record(
        actor=actor,
        event="plan.edited",
        subject="plan",
        subject_id=plan.pk,
        at=at,
        unit_id=plan.placement.unit_id,
        changes={"status": [before, plan.status], "dates": len(sheet.dates), "items": len(sheet.items)},
    )
    return plan

"""Lock the plan a deed is about, and read it with everything its rules ask about."""

from datetime import datetime

from danban.kit import clock
from danban.kit.refusals import NotFound
from danban.plans.models import Plan
from danban.plans.queries.plans import RELATED, standing_of
from danban.plans.rules.standing import PlanStanding


def lock_plan(plan_id: int) -> Plan:
    """A plan, locked; raises ``NotFound``. Plans of two units never wait for each other."""
    plans = Plan.objects.select_for_update(of=("self",)).select_related(*RELATED)
    plan = plans.filter(pk=plan_id).first()
    if plan is None:
        raise NotFound
    return plan


def lock_standing(plan_id: int, at: datetime) -> PlanStanding:
    """A plan, locked, with what its rules ask about today."""
    return standing_of(lock_plan(plan_id), on=clock.day_of(at))

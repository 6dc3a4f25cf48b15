"""Move what a plan took from above to what stands there now. Used by revising and by confirming a change."""

from danban.plans.actions.write_plan import replace_dates, replace_items, take_in
from danban.plans.models import Approval
from danban.plans.rules.adapting import dates_adapted
from danban.plans.rules.sheet import lines_kept
from danban.plans.rules.standing import PlanStanding


def adapt(standing: PlanStanding) -> list[str]:
    """Write the lines; set the new base on the plan, unsaved. Returns its changed fields.

    Days still as proposed move with the proposal; days the unit set itself stay, fitting or not. Lines the unit
    had left out stay out, unless they are mandatory now.
    """
    plan, now = standing.plan, standing.change.now
    Approval.objects.filter(plan=plan).delete()
    replace_dates(plan, dates_adapted(standing.dates, standing.change.base, now.above))
    replace_items(plan, lines_kept(standing.sheet, now.above), standing.sheet.items)
    return take_in(plan, now)

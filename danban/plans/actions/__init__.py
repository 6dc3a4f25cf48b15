"""The only code that writes plans: one verb, one file."""

from danban.plans.actions.apply_amendment import apply_amendment
from danban.plans.actions.approve_plan import approve_plan
from danban.plans.actions.confirm_change import confirm_change
from danban.plans.actions.decline_plan import decline_plan
from danban.plans.actions.derive_plan import derive_plan
from danban.plans.actions.edit_plan import edit_plan
from danban.plans.actions.issue_plan import issue_plan
from danban.plans.actions.load_plans import load_plans
from danban.plans.actions.loading import PlanRow
from danban.plans.actions.receive_plan import receive_plan
from danban.plans.actions.record_kickoff import record_kickoff
from danban.plans.actions.revise_plan import revise_plan
from danban.plans.actions.send_back_plan import send_back_plan
from danban.plans.actions.submit_plan import submit_plan
from danban.plans.actions.withdraw_plan import withdraw_plan
from danban.plans.rules.sheet import GivenDate, OwnItem, PlanSheet

__all__ = [
    "GivenDate",
    "OwnItem",
    "PlanRow",
    "PlanSheet",
    "apply_amendment",
    "approve_plan",
    "confirm_change",
    "decline_plan",
    "derive_plan",
    "edit_plan",
    "issue_plan",
    "load_plans",
    "receive_plan",
    "record_kickoff",
    "revise_plan",
    "send_back_plan",
    "submit_plan",
    "withdraw_plan",
]

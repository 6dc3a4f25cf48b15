"""The own plan: to approve, to issue, to mend, to bring in line with what changed above."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Max

from danban.campaigns.models import Obligation
from danban.kit.clock import day_of
from danban.overviews.queries.waiting.look import Look, Wait, day_or_none
from danban.overviews.texts import PLAN
from danban.plans import queries as plans
from danban.plans.models import Approval, Plan
from danban.plans.states import PlanStatus

_OURS = "Kế hoạch của đơn vị"


def own_plan(look: Look) -> Iterator[Wait]:
    """The next deed on the own plan, for an office that draws plans up; the issue as the last one done."""
    if not look.actor.may("plan:derive"):
        return
    related = ("campaign", "placement__level", "placement__unit", "base_edition")
    found = Plan.objects.select_related(*related).defer("campaign__plan_text")
    plan = found.filter(campaign_id=look.year.campaign.pk, placement_id=look.year.place.pk).first()
    if plan is None:
        return
    yield from _OF_STATUS[PlanStatus(plan.status)](look, plan)
    if plan.status in (PlanStatus.DRAFTING, PlanStatus.ISSUED) and _has_changed_above(look, plan):
        sentence = "Kế hoạch cấp trên đã thay đổi: xem khác biệt rồi xác nhận hoặc sửa"
        yield Wait("mine", "plan.confirm_change", sentence, thing=plan.pk)


def _approving(look: Look, plan: Plan) -> Iterator[Wait]:
    """One chairing body has agreed: the other is waited for, or both have and it is to be issued."""
    chairs = plans.chairs_of(look.actor.unit_id or 0, on=look.today)
    approvals = list(Approval.objects.filter(plan=plan).select_related("appointment").order_by("at", "pk"))
    agreed = {approval.body_id for approval in approvals}
    since, due = day_of(approvals[-1].at) if approvals else None, _due_on(look)
    mine = chairs.chair_of(look.actor.body_id)
    missing = [body for body in chairs.bodies if body.pk not in agreed]
    if not missing:
        sentence = f"{_OURS} đã đủ hai bên duyệt, chờ ban hành"
        yield Wait("mine", "plan.issue", sentence, since=since, due=due, thing=plan.pk)
    elif mine in missing and not any(one.appointment.account_id == look.actor.user_id for one in approvals):
        sentence = f"{_OURS} đã trình, chờ mình duyệt"
        yield Wait("mine", "plan.approve", sentence, since=since, due=due, thing=plan.pk)
    else:
        sentence = f"{_OURS} chờ {missing[0].name} duyệt"
        yield Wait("theirs", "plan.approval", sentence, since=since, due=due, thing=plan.pk)


def _returned(look: Look, plan: Plan) -> Iterator[Wait]:
    since = day_or_none(plan.editions.aggregate(at=Max("returned_at"))["at"])
    sentence = f"{_OURS} bị trả lại, cần sửa rồi ban hành lại"
    yield Wait("mine", "plan.returned", sentence, since=since, due=_due_on(look), thing=plan.pk)


def _drafting(look: Look, plan: Plan) -> Iterator[Wait]:
    """Only what came back waits by itself; a plan being drawn up is among the things owed."""
    if plan.return_comment:
        yield Wait("mine", "plan.returned", f"{_OURS} đang sửa theo góp ý", due=_due_on(look), thing=plan.pk)


def _issued(look: Look, plan: Plan) -> Iterator[Wait]:
    issued_on = plan.editions.aggregate(on=Max("issued_on"))["on"]
    if issued_on and issued_on >= look.since:
        yield Wait("done", "plan.issued", f"{_OURS} đã ban hành", done_on=issued_on, thing=plan.pk)


_OF_STATUS = {
    PlanStatus.DRAFTING: _drafting,
    PlanStatus.APPROVING: _approving,
    PlanStatus.ISSUED: _issued,
    PlanStatus.RETURNED: _returned,
}


def _has_changed_above(look: Look, plan: Plan) -> bool:
    """Whether something is to be confirmed. The lines are compared only where another paper stands above now."""
    edition = plans.edition_above(look.year.campaign, look.year.place)
    amendment = look.year.campaign.amendments.aggregate(pk=Max("pk"))["pk"]
    if (edition.pk if edition else None, amendment) == (plan.base_edition_id, plan.base_amendment_id):
        return False
    return plans.change_for(plan).has_changed


def _due_on(look: Look) -> date | None:
    """The last day for the own plan."""
    owed = Obligation.objects.filter(campaign_id=look.year.campaign.pk, placement_id=look.year.place.pk)
    return owed.filter(kind__code=PLAN, body__isnull=True).values_list("due_on", flat=True).first()

"""A unit above returns an issued plan with a comment: it is owed again, and its days no longer count."""

from datetime import datetime

from django.db import transaction

from danban.audit.actions import record
from danban.campaigns import actions as campaigns
from danban.kit.actor import Actor
from danban.plans import rules
from danban.plans.actions.locks import lock_plan
from danban.plans.actions.settling import settle_untouched
from danban.plans.actions.telling import tell_sent_back
from danban.plans.models import Plan, PlanEdition
from danban.plans.rules.content import FUNDING_KIND, PLAN_KIND
from danban.plans.states import PLAN


@transaction.atomic
def send_back_plan(plan_id: int, *, comment: str, actor: Actor, at: datetime) -> Plan:
    """Return the edition in force. Its number stays given. Raises ``NotFound``, ``NotYours``, ``NotNow`` or
    ``BadInput`` (no comment)."""
    plan = lock_plan(plan_id)
    rules.check_can_send_back(actor, plan, comment=comment, at=at)
    comment, before = comment.strip(), plan.status
    plan.status, plan.return_comment = PLAN.target("send_back", plan.status), comment
    plan.save(update_fields=["status", "return_comment"])
    edition = PlanEdition.objects.filter(plan=plan).order_by("-edition")[0]
    edition.returned_at, edition.return_comment = at, comment
    edition.save(update_fields=["returned_at", "return_comment"])
    campaigns.set_local_dates(
        campaign_id=plan.campaign_id, placement_id=plan.placement_id, dates=(), actor=actor, at=at
    )
    settle_untouched(plan.campaign, under=plan.placement)
    for kind_code in (PLAN_KIND, FUNDING_KIND):
        campaigns.reopen_obligations(
            campaign_id=plan.campaign_id, placement_id=plan.placement_id, kind_code=kind_code, reason=comment,
            actor=actor, at=at,
        )  # fmt: skip
    record(
        actor=actor,
        event="plan.sent_back",
        subject="plan",
        subject_id=plan.pk,
        at=at,
        unit_id=plan.placement.unit_id,
        changes={"status": [before, plan.status], "edition": edition.edition},
    )
    tell_sent_back(plan, edition, actor=actor, at=at)
    return plan

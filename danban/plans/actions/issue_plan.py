"""Issue a plan both bodies agreed to: numbered, frozen, its days in force, the duty done, others told."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from danban.audit.actions import record
from danban.campaigns import actions as campaigns
from danban.campaigns.rules.local_dates import explain_own
from danban.documents.actions import take_number
from danban.documents.models import RegisterEntry
from danban.kit.actor import Actor
from danban.plans import rules
from danban.plans.actions.locks import lock_standing
from danban.plans.actions.settling import settle_untouched
from danban.plans.actions.telling import tell_issued
from danban.plans.actions.write_plan import take_in
from danban.plans.models import Plan, PlanEdition
from danban.plans.queries.plans import content_of
from danban.plans.rules.content import FUNDING_KIND, PLAN_KIND, to_plain
from danban.plans.rules.standing import PlanStanding
from danban.plans.states import PLAN
from danban.plans.texts import SERIES, paper_of


@transaction.atomic
def issue_plan(plan_id: int, *, issued_on: date, actor: Actor, at: datetime) -> PlanEdition:
    """The edition issued: a number is taken, what the plan owes is fulfilled on ``issued_on``, its days re-date
    what is owed under it, the unit above and those below are told.

    ``issued_on`` is the day on the paper, today or earlier. Raises ``NotFound``, ``NotYours``, ``NotNow`` (an
    approval is missing, something changed above, closed) or ``BadInput`` (incomplete, a bad day).
    """
    standing = lock_standing(plan_id, at=at)
    rules.check_can_issue(actor, standing, at=at)
    plan = standing.plan
    rules.check_issue_day(plan, issued_on, at=at)
    assert plan.numbering_body_id is not None
    entry = take_number(
        body_id=plan.numbering_body_id, series=SERIES, pattern=plan.symbol_pattern, subject=plan.title,
        on=issued_on, actor=actor, at=at,
    )  # fmt: skip
    edition = _freeze(standing, entry, at=at)
    plan.status = PLAN.target("issue", plan.status)
    plan.save(update_fields=["status", *take_in(plan, standing.change.now)])
    moved = _set_days(standing, entry, actor=actor, at=at)
    settle_untouched(plan.campaign, under=plan.placement)
    _fulfil(standing, issued_on, actor=actor, at=at)
    record(
        actor=actor,
        event="plan.issued",
        subject="plan",
        subject_id=plan.pk,
        at=at,
        unit_id=plan.placement.unit_id,
        changes={
            "edition": edition.edition, "entry": entry.pk, "symbol": entry.symbol, "on": issued_on, "moved": moved
        },
    )  # fmt: skip
    tell_issued(plan, edition, entry, at=at)
    return edition


def _freeze(standing: PlanStanding, entry: RegisterEntry, *, at: datetime) -> PlanEdition:
    plan = standing.plan
    last = PlanEdition.objects.filter(plan=plan).aggregate(last=Max("edition"))["last"] or 0
    return PlanEdition.objects.create(
        plan=plan, edition=last + 1, entry=entry, issued_on=entry.issued_on, issued_at=at,
        content=to_plain(content_of(standing)),
    )  # fmt: skip


def _set_days(standing: PlanStanding, entry: RegisterEntry, *, actor: Actor, at: datetime) -> int:
    plan = standing.plan
    paper = paper_of(entry.symbol, entry.issued_on)
    days = [
        campaigns.LocalDay(
            one.kind_id, one.starts_on, one.due_on, explain_own(one.days, paper=paper, unit=plan.placement.name)
        )
        for one in standing.dates
        if one.due_on is not None
    ]
    return campaigns.set_local_dates(
        campaign_id=plan.campaign_id, placement_id=plan.placement_id, dates=days, actor=actor, at=at
    )


def _fulfil(standing: PlanStanding, issued_on: date, *, actor: Actor, at: datetime) -> None:
    plan: Plan = standing.plan
    for kind_code in (PLAN_KIND, FUNDING_KIND) if standing.owes_funding else (PLAN_KIND,):
        campaigns.fulfil_obligations(
            campaign_id=plan.campaign_id, placement_id=plan.placement_id, kind_code=kind_code, event="plan.issued",
            on=issued_on, actor=actor, at=at,
        )  # fmt: skip

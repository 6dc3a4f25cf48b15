"""Issue a plan both bodies agreed to: numbered, frozen, its days in force, the duty done, others told."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from danban.audit.actions import record
from danban.campaigns import actions as campaigns
from danban.campaigns.rules.local_dates import explain_own
from danban.documents.actions import issue_paper
from danban.documents.models import Document
from danban.documents.states import DocumentStatus
from danban.kit.actor import Actor
from danban.plans import rules
from danban.plans.actions.locks import lock_standing
from danban.plans.actions.settling import settle_untouched
from danban.plans.actions.telling import send_issued
from danban.plans.actions.write_plan import take_in
from danban.plans.models import Plan, PlanEdition
from danban.plans.queries.plan_paper import paper_from, signatures_of, signers_for
from danban.plans.queries.plans import content_of
from danban.plans.rules.content import FUNDING_KIND, PLAN_KIND, to_plain
from danban.plans.rules.standing import PlanStanding
from danban.plans.states import PLAN
from danban.plans.texts import KIND, ORIGIN, SERIES, paper_of


@transaction.atomic
def issue_plan(plan_id: int, *, issued_on: date, actor: Actor, at: datetime) -> PlanEdition:
    """The edition issued: its paper is numbered and frozen, what the plan owes is fulfilled on ``issued_on``, its
    days re-date what is owed under it, it goes to the unit above and those below.

    ``issued_on`` is the day on the paper, today or earlier. Raises ``NotFound``, ``NotYours``, ``NotNow`` (an
    approval is missing, something changed above, closed) or ``BadInput`` (incomplete, a bad day). Whoever drew the
    plan up is not its signer (``NotYours``).
    """
    standing = lock_standing(plan_id, at=at)
    rules.check_can_issue(actor, standing, at=at)
    plan = standing.plan
    rules.check_issue_day(plan, issued_on, at=at)
    document = _issue_paper(standing, issued_on, actor=actor, at=at)
    edition = _freeze(standing, document, at=at)
    plan.status = PLAN.target("issue", plan.status)
    plan.save(update_fields=["status", *take_in(plan, standing.change.now)])
    moved = _set_days(standing, edition, actor=actor, at=at)
    settle_untouched(plan.campaign, under=plan.placement)
    _fulfil(standing, issued_on, actor=actor, at=at)
    send_issued(plan, document, actor=actor, at=at)
    record(
        actor=actor,
        event="plan.issued",
        subject="plan",
        subject_id=plan.pk,
        at=at,
        unit_id=plan.placement.unit_id,
        changes={
            "edition": edition.edition, "document": document.pk, "symbol": edition.symbol, "on": issued_on,
            "moved": moved,
        },
    )  # fmt: skip
    return edition


def _issue_paper(standing: PlanStanding, issued_on: date, *, actor: Actor, at: datetime) -> Document:
    """The plan's paper, issued by the two bodies; it replaces the one of the edition before."""
    plan, chairs = standing.plan, standing.chairs.bodies
    signers = signers_for(standing, on=issued_on)
    rules.check_signers(plan, signers, standing.approvals, chairs)
    signatures = signatures_of(standing, signers)
    before = Document.objects.filter(edition_of_plan__plan=plan, status=DocumentStatus.ISSUED).order_by("-pk").first()
    assert plan.numbering_body_id is not None
    return issue_paper(
        paper=paper_from(standing, content_of(standing), signatures=signatures),
        body_id=plan.numbering_body_id,
        second_body_id=next((body.pk for body in chairs if body.pk != plan.numbering_body_id), None),
        kind=KIND,
        series=SERIES,
        pattern=plan.symbol_pattern,
        on=issued_on,
        signatures=signatures,
        origin=ORIGIN,
        is_public=True,
        replaces_id=before.pk if before else None,
        drafted_by_id=standing.approvals[0].appointment_id,
        actor=actor,
        at=at,
    )


def _freeze(standing: PlanStanding, document: Document, *, at: datetime) -> PlanEdition:
    plan = standing.plan
    last = PlanEdition.objects.filter(plan=plan).aggregate(last=Max("edition"))["last"] or 0
    assert document.issued_on is not None
    return PlanEdition.objects.create(
        plan=plan, edition=last + 1, document=document, issued_on=document.issued_on, issued_at=at,
        content=to_plain(content_of(standing)),
    )  # fmt: skip


def _set_days(standing: PlanStanding, edition: PlanEdition, *, actor: Actor, at: datetime) -> int:
    plan = standing.plan
    paper = paper_of(edition.symbol, edition.issued_on)
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

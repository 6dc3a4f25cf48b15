"""One plan: for whoever may see it, with everything its rules ask about."""

from collections.abc import Iterator
from datetime import date, datetime

from django.db.models import QuerySet

from danban.campaigns.models import Obligation
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound, is_allowed
from danban.plans import rules
from danban.plans.models import Approval, Plan, PlanEdition, PlanItem
from danban.plans.queries.bodies import chairs_of
from danban.plans.queries.changes import change_for, date_lines
from danban.plans.rules.content import (
    FUNDING_KIND,
    PLAN_KIND,
    Above,
    Assent,
    Consultation,
    Content,
    DateLine,
    Funding,
    ItemLine,
)
from danban.plans.rules.sheet import GivenDate, OwnItem, PlanSheet
from danban.plans.rules.standing import PlanStanding
from danban.plans.states import LineSource


def plan_for(actor: Actor, pk: int) -> Plan:
    """A plan of the actor's unit or of one below; raises ``NotFound``."""
    plan = Plan.objects.visible_to(actor).select_related(*RELATED).filter(pk=pk).first()
    if plan is None or not actor.may("plan:see"):
        raise NotFound
    return plan


RELATED = (
    "campaign__tree__scheme",
    "placement__level",
    "placement__unit",
    "base_edition__document__entry",
    "numbering_body",
)


def owes_plan(campaign_id: int, placement_id: int) -> bool:
    """Whether a unit must issue a plan of its own; the top's is the plan of the year."""
    return owed_of_kind(campaign_id, placement_id, PLAN_KIND).filter(kind__level__depth__gt=0).exists()


def owed_of_kind(campaign_id: int, placement_id: int, kind_code: str) -> QuerySet[Obligation]:
    """What a unit as a whole owes of a kind in a year, done or not."""
    owed = Obligation.objects.filter(campaign_id=campaign_id, placement_id=placement_id, body__isnull=True)
    return owed.filter(kind__code=kind_code)


def edition_in_force(plan: Plan) -> PlanEdition | None:
    """The last edition unless it was sent back; one query."""
    last = PlanEdition.objects.filter(plan=plan).select_related("document__entry").order_by("-edition").first()
    return last if last is not None and last.returned_at is None else None


def standing_of(plan: Plan, *, on: date) -> PlanStanding:
    """Everything about a plan, in a constant number of queries; ``plan`` with ``RELATED``."""
    change, dates = change_for(plan), date_lines(plan)
    rows = list(PlanItem.objects.filter(plan=plan).order_by("position", "pk"))
    items = tuple(item_line(row) for row in rows)
    approvals = Approval.objects.filter(plan=plan).select_related("body", "appointment__account").order_by("at", "pk")
    return PlanStanding(
        plan=plan,
        sheet=sheet_of(plan, dates, items, change.base),
        dates=dates,
        items=items,
        change=change,
        chairs=chairs_of(plan.placement.unit_id, on=on),
        approvals=tuple(approvals),
        edition=edition_in_force(plan),
        owes_funding=owed_of_kind(plan.campaign_id, plan.placement_id, FUNDING_KIND).exists(),
    )


def sheet_of(plan: Plan, dates: tuple[DateLine, ...], items: tuple[ItemLine, ...], base: Above) -> PlanSheet:
    """A plan as its form shows it."""
    kept = {item.origin for item in items}
    return PlanSheet(
        title=plan.title,
        dates=tuple(GivenDate(one.kind_id, one.starts_on, one.due_on) for one in dates),
        items=tuple(
            OwnItem(one.title, one.starts_on, one.due_on, one.doer, one.is_mandatory, one.item_id)
            for one in items
            if one.source == LineSource.OWN
        ),
        dropped=tuple(item.origin for item in base.items if item.origin not in kept),
        party_body=plan.party_body,
        party_consulted_on=plan.party_consulted_on,
        party_how=plan.party_how,
        funding_amount=plan.funding_amount,
        funding_source=plan.funding_source,
        funding_confirmed=plan.funding_confirmed,
        numbering_body_id=plan.numbering_body_id,
        symbol_pattern=plan.symbol_pattern,
    )


def content_of(standing: PlanStanding) -> Content:
    """A plan as its next edition would freeze it."""
    sheet = standing.sheet
    return Content(
        title=sheet.title,
        dates=standing.dates,
        items=standing.items,
        consultation=Consultation(sheet.party_body, sheet.party_consulted_on, sheet.party_how),
        funding=Funding(sheet.funding_amount, sheet.funding_source, sheet.funding_confirmed),
        assents=tuple(_assents(standing)),
        bounds=tuple(_bounds(standing)),
    )


def _assents(standing: PlanStanding) -> Iterator[Assent]:
    """In the order of the chairing bodies, whoever agreed first."""
    order = [body.pk for body in standing.chairs.bodies]
    for one in sorted(standing.approvals, key=lambda one: order.index(one.body_id) if one.body_id in order else 2):
        yield Assent(one.body_id, one.body.name, one.appointment_id, one.at.isoformat())


def _bounds(standing: PlanStanding) -> Iterator[DateLine]:
    """Days fixed above for what is owed at and right under the unit, which the plan does not narrow."""
    own = {one.kind_id for one in standing.dates}
    for one in standing.change.now.above.dates:
        if one.is_optional and one.kind_id not in own:
            yield DateLine(one.kind_id, one.code, one.level, one.level_name, one.name, one.starts_on, one.due_on)


def item_line(row: PlanItem) -> ItemLine:
    """A stored line as a value."""
    return ItemLine(
        title=row.title, source=row.source, origin=row.origin, starts_on=row.starts_on, due_on=row.due_on,
        doer=row.doer, is_mandatory=row.is_mandatory, item_id=row.pk if row.source == LineSource.OWN else None,
    )  # fmt: skip


def verbs_of(actor: Actor, standing: PlanStanding, *, at: datetime) -> frozenset[str]:
    """What the actor may do with a plan now: the words of ``states.PLAN`` and edit, confirm_change, record_kickoff."""
    plan = standing.plan
    checks = {
        "edit": lambda: rules.check_can_edit(actor, plan, at=at),
        "submit": lambda: rules.check_can_submit(actor, standing, at=at),
        "withdraw": lambda: rules.check_can_withdraw(actor, plan, at=at),
        "approve": lambda: rules.check_can_approve(actor, standing, at=at),
        "decline": lambda: rules.check_can_decline(actor, standing, reason="?", at=at),
        "issue": lambda: rules.check_can_issue(actor, standing, at=at),
        "send_back": lambda: rules.check_can_send_back(actor, plan, comment="?", at=at),
        "revise": lambda: rules.check_can_revise(actor, plan, at=at),
        "confirm_change": lambda: rules.check_can_confirm_change(actor, standing, at=at),
        "record_kickoff": lambda: rules.check_can_record_kickoff(actor, plan, standing.edition, at=at),
    }
    return frozenset(verb for verb, check in checks.items() if is_allowed(check))

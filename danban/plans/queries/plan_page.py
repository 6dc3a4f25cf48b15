"""The page of one unit's plan in a year: before it is drawn up, while it is, and once it is issued."""

from dataclasses import dataclass
from datetime import date, datetime

from danban.campaigns import queries as campaigns
from danban.campaigns.models import Campaign, Obligation
from danban.campaigns.queries import Choice
from danban.documents import queries as documents
from danban.documents.rules import PaperSignature
from danban.kit.actor import Actor
from danban.kit.clock import day_of
from danban.kit.refusals import NotFound, NotYours, is_allowed
from danban.plans import rules
from danban.plans.models import Plan, PlanEdition, Receipt
from danban.plans.queries.above import above_now
from danban.plans.queries.papers import Paper, papers_above
from danban.plans.queries.plan_paper import signatures_of, signers_for
from danban.plans.queries.plans import RELATED, standing_of, verbs_of
from danban.plans.rules.content import PLAN_KIND, Above
from danban.plans.rules.sheet import missing_in
from danban.plans.rules.standing import PlanStanding
from danban.plans.states import PlanStatus
from danban.plans.texts import SERIES
from danban.units.models import Placement


@dataclass(frozen=True)
class Below:
    """The units right below: how many there are, and how many have confirmed the edition in force."""

    units: int
    received: int


@dataclass(frozen=True)
class Signing:
    """Who will sign, as printed, in the order at the head; ``problem``: why it cannot be issued so, "" where it can."""

    signatures: tuple[PaperSignature, ...]
    problem: str


@dataclass(frozen=True)
class PlanPage:
    """``standing`` is None until the plan is drawn up. ``papers`` reach the unit from above, the top one first.

    ``owed`` is the duty to issue a plan, None for a unit that has none. ``verbs`` are what the actor may do now,
    ``derive`` and ``receive`` among them. ``own_side`` names the chairing body the actor speaks for.
    ``lacking`` says what is missing before the plan can be submitted. ``next_symbol`` is the
    number it would get today. ``key``: of the year, as in an address. ``signing``: while it waits to be issued.
    """

    campaign: Campaign
    key: str
    choices: tuple[Choice, ...]
    place: Placement
    is_own: bool
    owed: Obligation | None
    papers: tuple[Paper, ...]
    above: Above
    standing: PlanStanding | None
    own_side: str
    verbs: frozenset[str]
    lacking: tuple[str, ...]
    next_symbol: str
    editions: tuple[PlanEdition, ...]
    below: Below
    signing: Signing | None


def own_plan_page(actor: Actor, *, at: datetime, key: str = "") -> PlanPage | None:
    """The plan of the actor's own unit; None where it stands in no year."""
    chosen = campaigns.chosen_campaign(actor, key)
    if chosen is None:
        return None
    places = Placement.objects.select_related("level", "unit", "parent")
    path = actor.path_in(chosen.campaign.tree_id)
    place = places.filter(tree_id=chosen.campaign.tree_id, path=path).first()
    if place is None:
        raise NotFound
    return _page(actor, chosen, place, at=at)


def plan_page(actor: Actor, campaign_pk: int, placement_pk: int, *, at: datetime) -> PlanPage:
    """The plan of a unit of the actor's area, drawn up or not; raises ``NotFound``. A constant number of queries."""
    chosen = campaigns.chosen_campaign(actor, campaign_id=campaign_pk)
    place = Placement.objects.select_related("level", "unit", "parent").filter(pk=placement_pk).first()
    if chosen is None or place is None or place.tree_id != chosen.campaign.tree_id:
        raise NotFound
    if not actor.covers(place.tree_id, place.path) or not actor.may("plan:see"):
        raise NotFound
    return _page(actor, chosen, place, at=at)


def _page(actor: Actor, chosen: campaigns.Chosen, place: Placement, *, at: datetime) -> PlanPage:
    campaign = chosen.campaign
    plan = Plan.objects.select_related(*RELATED).filter(campaign_id=campaign.pk, placement=place).first()
    standing = standing_of(plan, on=day_of(at)) if plan else None
    owed = Obligation.objects.filter(campaign_id=campaign.pk, placement=place, kind__code=PLAN_KIND)
    duty = owed.filter(body__isnull=True).select_related("kind__clause").first()
    editions = (
        PlanEdition.objects.filter(plan=plan).select_related("document__entry").order_by("-edition") if plan else ()
    )
    return PlanPage(
        campaign=campaign,
        key=chosen.key,
        choices=chosen.choices,
        place=place,
        is_own=place.unit_id == actor.unit_id,
        owed=duty,
        papers=tuple(papers_above(campaign, place)),
        above=standing.change.now.above if standing else above_now(campaign, place).above,
        standing=standing,
        own_side=_side_of(actor, standing),
        verbs=_verbs(actor, campaign, place, standing, owes_plan=duty is not None, at=at),
        lacking=_lacking(standing) if standing else (),
        next_symbol=_next_symbol(standing, at=at) if standing else "",
        editions=tuple(editions),
        below=_below(place, standing),
        signing=_signing(standing, on=day_of(at)) if standing else None,
    )


def _side_of(actor: Actor, standing: PlanStanding | None) -> str:
    chair = standing.chairs.chair_of(actor.body_id) if standing else None
    return chair.name if chair else ""


def _verbs(
    actor: Actor, campaign: Campaign, place: Placement, standing: PlanStanding | None, *, owes_plan: bool, at: datetime
) -> frozenset[str]:
    checks = {
        "derive": lambda: rules.check_can_derive(actor, campaign, place, owes_plan=owes_plan, at=at),
        "receive": lambda: rules.check_can_receive(actor, campaign, place, None, at=at),
    }
    found = {verb for verb, check in checks.items() if is_allowed(check)}
    if place.unit_id != actor.unit_id:
        found.discard("receive")
    return frozenset((found - {"derive"}) | verbs_of(actor, standing, at=at) if standing else found)


def _lacking(standing: PlanStanding) -> tuple[str, ...]:
    missing = missing_in(standing.sheet, standing.change.now.above, owes_funding=standing.owes_funding)
    return tuple(missing.values())


def _next_symbol(standing: PlanStanding, *, at: datetime) -> str:
    plan = standing.plan
    if plan.numbering_body_id is None or not plan.symbol_pattern:
        return ""
    return documents.next_symbol(plan.numbering_body_id, SERIES, plan.symbol_pattern, year=day_of(at).year)


def _signing(standing: PlanStanding, *, on: date) -> Signing | None:
    if standing.plan.status != PlanStatus.APPROVING:
        return None
    signers = signers_for(standing, on=on)
    try:
        rules.check_signers(standing.plan, signers, standing.approvals, standing.chairs.bodies)
    except NotYours as refusal:
        return Signing(signatures_of(standing, signers), refusal.sentence)
    return Signing(signatures_of(standing, signers), "")


def _below(place: Placement, standing: PlanStanding | None) -> Below:
    units = Placement.objects.filter(parent=place).count()
    if standing is None or standing.edition is None:
        return Below(units, 0)
    received = Receipt.objects.filter(edition=standing.edition, placement__parent=place).count()
    return Below(units, received)

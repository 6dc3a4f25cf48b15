"""Draw up a unit's plan from the one above it: its lines come down, the days left out are proposed."""

from datetime import datetime

from django.db import transaction

from danban.audit.actions import record
from danban.campaigns.models import Campaign
from danban.documents.rules import series_named
from danban.kit.actor import Actor
from danban.kit.clock import day_of
from danban.kit.refusals import NotFound
from danban.plans import rules
from danban.plans.actions.write_plan import date_rows, item_rows, take_in
from danban.plans.models import Plan, PlanDate, PlanItem
from danban.plans.queries.above import above_now
from danban.plans.queries.bodies import chairs_of
from danban.plans.queries.plans import owed_of_kind
from danban.plans.rules.content import PLAN_KIND
from danban.plans.states import PlanStatus
from danban.plans.texts import SERIES, title_of
from danban.units.models import Placement


@transaction.atomic
def derive_plan(campaign_id: int, *, placement_id: int, actor: Actor, at: datetime) -> Plan:
    """The plan of a unit, from the plan in force of the nearest unit above, else from the year's.

    A unit has one plan a year: deriving again returns it and writes nothing. Raises ``NotFound``, ``NotYours``
    or ``NotNow`` (closed, or the unit owes no plan).
    """
    campaign, place = _campaign_and_place(campaign_id, placement_id)
    has_to = _lock_owed(campaign, place) and bool(place.path)
    rules.check_can_derive(actor, campaign, place, owes_plan=has_to, at=at)
    known = Plan.objects.filter(campaign=campaign, placement=place).first()
    if known is not None:
        return known
    plan = _begin(campaign, place, actor=actor, at=at)
    record(
        actor=actor,
        event="plan.derived",
        subject="plan",
        subject_id=plan.pk,
        at=at,
        unit_id=place.unit_id,
        changes={"campaign": campaign.pk, "placement": place.pk, "edition": plan.base_edition_id},
    )
    return plan


def _lock_owed(campaign: Campaign, place: Placement) -> bool:
    """Whether the unit owes a plan. The lock makes two offices of it draw up one."""
    owed = owed_of_kind(campaign.pk, place.pk, PLAN_KIND).select_for_update(of=("self",))
    return owed.order_by("pk").first() is not None


def _campaign_and_place(campaign_id: int, placement_id: int) -> tuple[Campaign, Placement]:
    campaign = Campaign.objects.select_related("tree__scheme").filter(pk=campaign_id).first()
    if campaign is None:
        raise NotFound
    places = Placement.objects.filter(tree_id=campaign.tree_id, pk=placement_id)
    place = places.select_related("level", "unit").first()
    if place is None:
        raise NotFound
    return campaign, place


def _begin(campaign: Campaign, place: Placement, *, actor: Actor, at: datetime) -> Plan:
    now = above_now(campaign, place)
    numbering_body_id, pattern = _habit(place, actor, at=at)
    plan = Plan(
        campaign=campaign,
        placement=place,
        status=PlanStatus.DRAFTING,
        title=title_of(campaign.name, place.name),
        numbering_body_id=numbering_body_id,
        symbol_pattern=pattern,
        derived_at=at,
        derived_by=actor.user_id,
    )
    take_in(plan, now)
    plan.save(force_insert=True)
    proposed = [(one, one.days) for one in now.above.dates if one.is_required]
    PlanDate.objects.bulk_create(date_rows(plan, proposed))
    PlanItem.objects.bulk_create(item_rows(plan, now.above.items, ()))
    return plan


def _habit(place: Placement, actor: Actor, *, at: datetime) -> tuple[int | None, str]:
    """Which body numbers the plan and how: as in the unit's last plan, else the drafting body and the usual way."""
    chairs = chairs_of(place.unit_id, on=day_of(at))
    standing = [body.pk for body in chairs.bodies]
    last = Plan.objects.filter(placement__unit_id=place.unit_id, numbering_body__in=standing).order_by("-pk").first()
    if last is not None and last.symbol_pattern:
        return last.numbering_body_id, last.symbol_pattern
    chair = chairs.chair_of(actor.body_id) or next(reversed(chairs.bodies), None)
    return chair.pk if chair else None, series_named(SERIES).patterns[0].pattern

"""What stands above a unit: the year's plan, the issued plan above it, the days set on the way down."""

from danban.campaigns import queries as campaigns
from danban.campaigns.models import Campaign
from danban.campaigns.queries.local_dates import days_of, leaves_out
from danban.kit import paths
from danban.plans.models import PlanEdition
from danban.plans.rules.above import ContentInYear, KindInYear, YearAbove, above_at
from danban.plans.rules.content import content_from
from danban.plans.rules.standing import AboveNow
from danban.units.models import Placement


def above_now(campaign: Campaign, placement: Placement) -> AboveNow:
    """What a plan of the unit is drawn up under, in a constant number of queries."""
    edition = edition_above(campaign, placement)
    chains = campaigns.chains_above(campaign, placement)
    plan_above = content_from(edition.content) if edition else None
    return AboveNow(
        above=above_at(placement.depth, year_above(campaign), chains, plan_above),
        edition=edition,
        amendment=campaign.amendments.order_by("-pk").first(),
    )


def year_above(campaign: Campaign) -> YearAbove:
    """The kinds of obligation and the contents of the conferences of a year: two queries."""
    kinds = campaign.obligation_kinds.select_related("level", "body_kind").filter(level__depth__gt=0)
    contents = campaign.agenda_items.select_related("level")
    return YearAbove(
        kinds=tuple(
            KindInYear(
                kind_id=kind.pk, code=kind.code, level=kind.level.code, level_name=kind.level.name,
                depth=kind.level.depth, name=kind.name, days=days_of(kind), left_out=leaves_out(kind),
                doer=kind.body_kind.name if kind.body_kind else "",
            )
            for kind in kinds.order_by("level__depth", "position", "pk")
        ),
        contents=tuple(
            ContentInYear(item.pk, item.level.name, item.level.depth, item.title, item.is_mandatory)
            for item in contents.order_by("-level__depth", "position", "pk")
        ),
    )  # fmt: skip


def edition_above(campaign: Campaign, placement: Placement) -> PlanEdition | None:
    """The edition in force of the nearest unit above that has one; two queries."""
    above = [paths.ancestor(placement.path, depth) for depth in range(placement.depth)]
    there = Placement.objects.filter(tree_id=campaign.tree_id, path__in=above).order_by("-path")
    order = {pk: rank for rank, pk in enumerate(there.values_list("pk", flat=True))}
    editions = PlanEdition.objects.filter(plan__campaign=campaign, plan__placement_id__in=order)
    last: dict[int, PlanEdition] = {}
    for edition in editions.select_related("plan__placement", "document__entry").order_by("edition", "pk"):
        last[edition.plan.placement_id] = edition
    in_force = [edition for edition in last.values() if edition.returned_at is None]
    return min(in_force, key=lambda edition: order[edition.plan.placement_id], default=None)

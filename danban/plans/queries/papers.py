"""Plans as papers that reach a unit: the year's own, and those in force of the units above it."""

from dataclasses import dataclass
from datetime import date, datetime

from danban.campaigns.models import Campaign
from danban.kit import paths
from danban.plans.models import PlanEdition, Receipt
from danban.units.models import Placement


@dataclass(frozen=True)
class Paper:
    """One issued plan. ``edition_id`` None is the plan of the year; ``symbol`` "" where the paper bears none.

    ``received_at``: when the unit that looks confirmed that it has it, None while it has not.
    """

    campaign_id: int
    edition_id: int | None
    unit: str
    title: str
    symbol: str
    issued_on: date | None
    received_at: datetime | None


def papers_above(campaign: Campaign, placement: Placement) -> list[Paper]:
    """The plan of the year and the plans in force on the way down to a unit, the top one first; three queries."""
    above = [paths.ancestor(placement.path, depth) for depth in range(placement.depth)]
    places = Placement.objects.filter(tree_id=placement.tree_id, path__in=above)
    names = dict(places.order_by("path").values_list("path", "name"))
    receipts = Receipt.objects.filter(campaign_id=campaign.pk, placement=placement).order_by("pk")
    received: dict[int | None, datetime] = {receipt.edition_id: receipt.at for receipt in receipts}
    year = Paper(
        campaign_id=campaign.pk,
        edition_id=None,
        unit=names.get("", placement.name),
        title=campaign.name,
        symbol=campaign.number or "",
        issued_on=campaign.issued_on,
        received_at=received.get(None),
    )
    return [year, *(paper_of(edition, received.get(edition.pk)) for edition in _in_force(campaign, above))]


def paper_of(edition: PlanEdition, received_at: datetime | None = None) -> Paper:
    """An edition as a paper; needs its plan, place and entry loaded."""
    return Paper(
        campaign_id=edition.plan.campaign_id,
        edition_id=edition.pk,
        unit=edition.plan.placement.name,
        title=str(edition.content["title"]),
        symbol=edition.symbol,
        issued_on=edition.issued_on,
        received_at=received_at,
    )


def _in_force(campaign: Campaign, above: list[str]) -> list[PlanEdition]:
    """The last edition of each unit above, unless it was sent back."""
    editions = PlanEdition.objects.filter(plan__campaign_id=campaign.pk, plan__placement__path__in=above)
    last: dict[int, PlanEdition] = {}
    for edition in editions.select_related("plan__placement", "document__entry").order_by(
        "plan__placement__path", "edition"
    ):
        last[edition.plan_id] = edition
    return [edition for edition in last.values() if edition.returned_at is None]

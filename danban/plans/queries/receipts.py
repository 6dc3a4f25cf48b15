"""Who has confirmed that they have a plan: the units below its sender, level by level."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from django.core.paginator import Page, Paginator
from django.db.models import Exists, OuterRef, QuerySet, Subquery

from danban.campaigns import queries as campaigns
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound
from danban.kit.search import has_every_word
from danban.plans.models import Receipt
from danban.plans.queries.edition_page import edition_for
from danban.plans.queries.papers import Paper, paper_of, papers_above
from danban.units.models import Level, Placement

ROWS_A_PAGE = 50
State = Literal["", "received", "missing"]


@dataclass(frozen=True)
class ReceiptFilter:
    """What the list is narrowed to: a level (its code; "" for the one right below), a state, words of a name."""

    level: str = ""
    state: State = ""
    text: str = ""


@dataclass(frozen=True)
class ReceiptRow:
    """One unit and when it confirmed, None while it has not."""

    placement_id: int
    name: str
    above: str
    received_at: datetime | None


@dataclass(frozen=True)
class ReceiptsPage:
    """One page of the units a plan went to. ``received`` of ``total`` of the level have confirmed."""

    paper: Paper
    wanted: ReceiptFilter
    sender: Placement
    is_own: bool
    levels: tuple[Level, ...]
    level: Level | None
    total: int
    received: int
    rows: tuple[ReceiptRow, ...]
    page: "Page[Placement]"


def receipts_of_edition(actor: Actor, edition_pk: int, wanted: ReceiptFilter, *, number: int) -> ReceiptsPage:
    """For the unit that issued it and those above; raises ``NotFound``. A constant number of queries."""
    edition = edition_for(actor, edition_pk)
    sender = edition.plan.placement
    if not actor.covers(edition.plan.campaign.tree_id, sender.path):
        raise NotFound
    return _receipts(actor, paper_of(edition), sender, wanted, number=number)


def receipts_of_year(actor: Actor, campaign_pk: int, wanted: ReceiptFilter, *, number: int) -> ReceiptsPage:
    """Who has the plan of the year, for the units at the top; raises ``NotFound``."""
    campaign = campaigns.campaign_for(actor, campaign_pk)
    root = Placement.objects.select_related("level").filter(tree_id=campaign.tree_id, path="").first()
    if root is None or not actor.covers(campaign.tree_id, root.path):
        raise NotFound
    return _receipts(actor, papers_above(campaign, root)[0], root, wanted, number=number)


def _receipts(actor: Actor, paper: Paper, sender: Placement, wanted: ReceiptFilter, *, number: int) -> ReceiptsPage:
    levels = Level.objects.filter(scheme_id=sender.level.scheme_id, depth__gt=sender.level.depth)
    choices = tuple(levels.order_by("depth", "pk"))
    level = next((one for one in choices if one.code == wanted.level), choices[0] if choices else None)
    below = Placement.objects.within(sender.path).filter(tree_id=sender.tree_id, level=level)
    receipts = _receipts_of(paper)
    page = Paginator(_narrow(below, receipts, wanted), ROWS_A_PAGE).get_page(number)
    return ReceiptsPage(
        paper=paper,
        wanted=wanted,
        sender=sender,
        is_own=sender.unit_id == actor.unit_id,
        levels=choices,
        level=level,
        total=below.count(),
        received=below.filter(Exists(receipts)).count(),
        rows=tuple(_row(place, sender) for place in page),
        page=page,
    )


def _receipts_of(paper: Paper) -> QuerySet[Receipt]:
    """The receipt of a paper by the place of the outer query."""
    receipts = Receipt.objects.filter(campaign_id=paper.campaign_id, placement_id=OuterRef("pk")).order_by("pk")
    if paper.edition_id is None:
        return receipts.filter(edition__isnull=True)
    return receipts.filter(edition_id=paper.edition_id)


def _narrow(places: QuerySet[Placement], receipts: QuerySet[Receipt], wanted: ReceiptFilter) -> QuerySet[Placement]:
    if wanted.state:
        places = places.filter(Exists(receipts) if wanted.state == "received" else ~Exists(receipts))
    places = places.filter(has_every_word(wanted.text)).select_related("parent")
    return places.annotate(received_at=Subquery(receipts.values("at")[:1])).order_by("path", "pk")


def _row(place: Placement, sender: Placement) -> ReceiptRow:
    received_at: datetime | None = getattr(place, "received_at")  # noqa: B009  annotated above
    above = place.parent.name if place.parent and place.parent_id != sender.pk else ""
    return ReceiptRow(place.pk, place.name, above, received_at)

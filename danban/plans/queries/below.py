"""The plans of the units below: issued, late, missing, returned, waiting; who has not settled a change above.

The list stands on what is owed: every unit that must issue a plan is a row, whether it has begun or not.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page, Paginator
from django.db.models import (
    BooleanField,
    Case,
    Count,
    Exists,
    F,
    FilteredRelation,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from danban.campaigns import queries as campaigns
from danban.campaigns.models import Campaign, Obligation
from danban.campaigns.queries import Choice
from danban.campaigns.queries.local_dates import under_place
from danban.campaigns.rules.timeliness import IS_DONE_LATE, is_late
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound, NotYours
from danban.kit.search import has_every_word
from danban.plans.models import PlanEdition, Receipt
from danban.plans.rules.content import PLAN_KIND
from danban.plans.states import PlanStatus
from danban.units.models import Level, Placement

ROWS_A_PAGE = 30
_NOT_OVER = "Trang này dành cho cơ quan có đơn vị cấp dưới phải ban hành kế hoạch."


@dataclass(frozen=True)
class BelowFilter:
    """What the list is narrowed to: a level (its code), a state (a key of ``BELOW_STATES``), words of a name."""

    level: str = ""
    state: str = ""
    text: str = ""


@dataclass(frozen=True)
class BelowRow:
    """One unit and its plan; ``above`` names the unit between it and the one that looks, "" for none.

    ``status`` is one of ``PlanStatus``, "" where it has not begun.
    ``issued_on`` and ``symbol`` are those of its last edition, None and "" before the first; ``edition_id`` that
    of the edition in force. ``is_behind``: something changed above that it has neither confirmed nor adapted to.
    ``has_ours``: it has confirmed that it received the plan of the unit that looks.
    """

    placement_id: int
    name: str
    above: str
    due_on: date | None
    fulfilled_on: date | None
    status: str
    symbol: str
    issued_on: date | None
    edition_id: int | None
    is_behind: bool
    has_ours: bool


@dataclass(frozen=True)
class BelowPage:
    """One page of the list. ``counts`` by state ("all" for all) of the level shown, words aside.

    ``own_edition_id``: the plan in force of the unit that looks; the top unit's is the plan of the year.
    """

    campaign: Campaign
    key: str
    choices: tuple[Choice, ...]
    wanted: BelowFilter
    place: Placement
    levels: tuple[Level, ...]
    level: Level | None
    counts: Mapping[str, int]
    own_edition_id: int | None
    rows: tuple[BelowRow, ...]
    page: "Page[Obligation]"

    @property
    def has_own_paper(self) -> bool:
        """Whether the unit that looks has sent a plan down."""
        return self.place.path == "" or self.own_edition_id is not None


def below_page(actor: Actor, wanted: BelowFilter, *, today: date, number: int, key: str = "") -> BelowPage | None:
    """Plans of the units under the actor's, ``ROWS_A_PAGE`` a page; None where the unit stands in no year.

    A constant number of queries. Raises ``NotYours`` for an office under which nobody owes a plan, ``NotFound``
    for a year it does not see.
    """
    chosen = campaigns.chosen_campaign(actor, key)
    if chosen is None:
        return None
    campaign = chosen.campaign
    place = _own_place(actor, campaign)
    owed = _owed_below(campaign, place)
    levels = _levels_of(owed)
    if not levels:
        raise NotYours(_NOT_OVER)
    level = next((one for one in levels if one.code == wanted.level), levels[0])
    own_edition_id = _last_edition_id(campaign, place)
    rows = _with_plans(owed.filter(kind__level=level), campaign, own_edition_id, today=today)
    shown = rows.filter(BELOW_STATES[wanted.state]) if wanted.state in BELOW_STATES else rows
    shown = shown.filter(has_every_word(wanted.text, of="placement__")).select_related("placement__parent")
    page = Paginator(shown.order_by("placement__path", "pk"), ROWS_A_PAGE).get_page(number)
    return BelowPage(
        campaign=campaign,
        key=chosen.key,
        choices=chosen.choices,
        wanted=wanted,
        place=place,
        levels=levels,
        level=level,
        counts=_count(rows),
        own_edition_id=own_edition_id,
        rows=_rows(list(page), place),
        page=page,
    )


BELOW_STATES: Mapping[str, Q] = {
    "issued": Q(fulfilled_on__isnull=False),
    "issued_late": IS_DONE_LATE,
    "waiting": Q(fulfilled_on__isnull=True, plan_status=PlanStatus.APPROVING),
    "drafting": Q(fulfilled_on__isnull=True, plan_status=PlanStatus.DRAFTING),
    "returned": Q(fulfilled_on__isnull=True, plan_status=PlanStatus.RETURNED),
    "missing": Q(fulfilled_on__isnull=True, plan_status__isnull=True),
    "late": Q(is_overdue=True),
    "behind": Q(is_behind=True),
    "unread": Q(has_ours=False),
}
"""Every state a list can be narrowed to: issued, waiting, drafting, returned and missing make up the whole."""


def _own_place(actor: Actor, campaign: Campaign) -> Placement:
    path = actor.path_in(campaign.tree_id)
    place = Placement.objects.select_related("level").filter(tree_id=campaign.tree_id, path=path).first()
    if place is None:
        raise NotFound
    return place


def _owed_below(campaign: Campaign, place: Placement) -> QuerySet[Obligation]:
    """The plans units below owe as a whole."""
    owed = Obligation.objects.filter(campaign_id=campaign.pk, kind__code=PLAN_KIND, body__isnull=True)
    return owed.filter(under_place(place)).exclude(placement_id=place.pk)


def _levels_of(owed: QuerySet[Obligation]) -> tuple[Level, ...]:
    found = Level.objects.filter(pk__in=owed.order_by().values("kind__level"))
    return tuple(found.order_by("depth", "pk"))


def _with_plans(
    owed: QuerySet[Obligation], campaign: Campaign, own_edition_id: int | None, *, today: date
) -> QuerySet[Obligation]:
    """Each plan owed with what has become of it."""
    of_year = Q(placement__plans__campaign_id=campaign.pk)
    ours = Receipt.objects.filter(campaign_id=campaign.pk, placement_id=OuterRef("placement_id"))
    ours = ours.filter(edition_id=own_edition_id) if own_edition_id else ours.filter(edition__isnull=True)
    rows = owed.annotate(
        its=FilteredRelation("placement__plans", condition=of_year),
        plan_status=F("its__status"),
        base_edition=Coalesce(F("its__base_edition_id"), 0),
        base_amendment=Coalesce(F("its__base_amendment_id"), 0),
    )
    last = PlanEdition.objects.filter(plan_id=OuterRef("its__pk")).order_by("-edition")
    return rows.annotate(
        last_edition_id=Subquery(last.values("pk")[:1]),
        is_overdue=_truth(is_late(today)),
        is_behind=_truth(_behind(campaign)),
        has_ours=Exists(ours),
    )


def _behind(campaign: Campaign) -> Q:
    """The year's last amendment, or the plan in force above, is not the one the unit's plan stands on."""
    newer = PlanEdition.objects.filter(plan_id=OuterRef("plan_id"), edition__gt=OuterRef("edition"))
    over = Q(plan__placement_id=OuterRef("at_1")) | Q(plan__placement_id=OuterRef("at_2"))
    above = PlanEdition.objects.filter(over, plan__campaign_id=campaign.pk, returned_at__isnull=True)
    above = above.exclude(plan__placement_id=OuterRef("placement_id"))
    nearest = above.filter(~Exists(newer)).order_by("-plan__placement__path").values("pk")[:1]
    other_edition = ~Q(base_edition=Coalesce(Subquery(nearest), 0))
    amendment_id = campaign.amendments.order_by("-pk").values_list("pk", flat=True).first() or 0
    stands = Q(plan_status__isnull=False) & ~Q(plan_status=PlanStatus.RETURNED)
    return stands & (other_edition | ~Q(base_amendment=amendment_id))


def _truth(condition: Q) -> Case:
    yes, no = Value(value=True), Value(value=False)
    return Case(When(condition, then=yes), default=no, output_field=BooleanField())


def _last_edition_id(campaign: Campaign, place: Placement) -> int | None:
    """The edition in force of a unit's own plan."""
    editions = PlanEdition.objects.filter(plan__campaign_id=campaign.pk, plan__placement_id=place.pk)
    last = editions.order_by("-edition").first()
    return last.pk if last is not None and last.returned_at is None else None


def _count(rows: QuerySet[Obligation]) -> Mapping[str, int]:
    counts = {state: Count("pk", filter=condition) for state, condition in BELOW_STATES.items()}
    return rows.aggregate(all=Count("pk"), **counts)


def _rows(owed: list[Obligation], over: Placement) -> tuple[BelowRow, ...]:
    ids = [getattr(one, "last_edition_id") for one in owed]  # noqa: B009  annotated above
    editions = PlanEdition.objects.select_related("document__entry").in_bulk([pk for pk in ids if pk])
    return tuple(_row(one, editions.get(pk), over) for one, pk in zip(owed, ids, strict=True))


def _row(owed: Obligation, last: PlanEdition | None, over: Placement) -> BelowRow:
    place, found = owed.placement, vars(owed)
    return BelowRow(
        placement_id=place.pk,
        name=place.name,
        above=place.parent.name if place.parent and place.parent_id != over.pk else "",
        due_on=owed.due_on,
        fulfilled_on=owed.fulfilled_on,
        status=found["plan_status"] or "",
        symbol=last.symbol if last else "",
        issued_on=last.issued_on if last else None,
        edition_id=last.pk if last and last.returned_at is None else None,
        is_behind=found["is_behind"],
        has_ours=found["has_ours"],
    )

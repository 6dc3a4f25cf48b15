"""One unit: what it is, who stands and sits there, what it owes, what lies below, what it was before."""

from dataclasses import dataclass
from datetime import date

from danban.accounts.models import Appointment
from danban.accounts.roles import name_of
from danban.campaigns.models import Obligation
from danban.kit.actor import Actor
from danban.overviews.queries.owed import Pile, list_owed, pile_of
from danban.overviews.queries.places import Crumb, list_crumbs, list_levels
from danban.overviews.queries.tallies import NOTHING, Tally, count_by_unit, total
from danban.overviews.queries.years import Year, year_for
from danban.units import queries as units
from danban.units.models import Body, Placement, Succession


@dataclass(frozen=True)
class Holder:
    """An office held today; ``name`` is "" where the reader may not see who holds it."""

    title: str
    role: str
    body: str
    name: str


@dataclass(frozen=True)
class Past:
    """Another edition of the tree the unit stands in, or a unit it came from or became."""

    on: date
    text: str
    note: str


@dataclass(frozen=True)
class UnitPage:
    """``year`` and ``pile`` are None and empty where no cycle runs over the unit's tree."""

    place: Placement
    crumbs: tuple[Crumb, ...]
    below_level: str
    below_count: int
    bodies: tuple[Body, ...]
    holders: tuple[Holder, ...]
    year: Year | None
    pile: Pile
    below: Tally
    past: tuple[Past, ...]


def unit_page(actor: Actor, placement_pk: int, *, today: date, key: str = "") -> UnitPage:
    """Everything about one unit of the actor's area; ``NotFound`` elsewhere. Constant queries."""
    place = units.placement_for(actor, placement_pk)
    year = _year_over(actor, place, key)
    deeper = [level for level in list_levels(place) if level.depth > place.depth]
    pile, below = pile_of([]), NOTHING
    if year:
        ours = Obligation.objects.filter(campaign_id=year.campaign.pk, placement_id=place.pk)
        pile = pile_of(list_owed(ours, today))
        below = _below(year, place, today) if deeper else NOTHING
    return UnitPage(
        place=place,
        crumbs=tuple(list_crumbs(actor, place)),
        below_level=deeper[0].name if deeper else "",
        below_count=place.children.count() if deeper else 0,
        bodies=tuple(units.bodies_of(place.unit, today)),
        holders=tuple(_holders(actor, place, today)),
        year=year,
        pile=pile,
        below=below,
        past=tuple(_past(place)),
    )


def _year_over(actor: Actor, place: Placement, key: str) -> Year | None:
    """The cycle shown, if it runs over the tree the placement belongs to."""
    year = year_for(actor, key)
    return year if year and year.campaign.tree_id == place.tree_id else None


def _below(year: Year, place: Placement, today: date) -> Tally:
    counts = count_by_unit(year.campaign, place, steps=1, today=today)
    return total(tally for (unit, _), tally in counts.items() if unit is not None)


def _holders(actor: Actor, place: Placement, today: date) -> list[Holder]:
    """Names only for whom the office may see them, and within its own unit."""
    has_names = actor.may("appointment:see") or actor.unit_id == place.unit_id
    held = Appointment.objects.held_on(today).filter(unit_id=place.unit_id).select_related("account", "body")
    return [
        Holder(
            title=row.title,
            role=name_of(row.role),
            body=row.body.name if row.body else "",
            name=row.account.full_name if has_names else "",
        )
        for row in held.order_by("role", "pk")
    ]


def _past(place: Placement) -> list[Past]:
    """Editions of the tree and successions, the oldest first."""
    elsewhere = Placement.objects.filter(unit_id=place.unit_id).exclude(pk=place.pk).select_related("tree", "parent")
    found = [
        Past(row.tree.starts_on, row.name, f"{row.parent.name} · {row.tree.name}" if row.parent else row.tree.name)
        for row in elsewhere.order_by("pk")
    ]
    came = Succession.objects.filter(to_unit_id=place.unit_id).select_related("from_unit").order_by("on", "pk")
    found += [Past(row.on, f"Nhận từ {row.from_unit.name}", row.get_share_display()) for row in came]
    became = Succession.objects.filter(from_unit_id=place.unit_id).select_related("to_unit").order_by("on", "pk")
    found += [Past(row.on, f"Thành {row.to_unit.name}", row.get_share_display()) for row in became]
    return sorted(found, key=lambda past: (past.on, past.text))

"""The days units set by their own plans: what stands above a unit, and what counts for what is owed below it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q

from danban.campaigns.models import Campaign, LocalDate, Obligation, ObligationKind
from danban.campaigns.rules.local_dates import (
    Days,
    bound_above,
    explain_resting,
    is_left_out,
    standing_days,
)
from danban.kit import paths
from danban.units.models import Placement

_COLUMNS = ("at_1", "at_2", "placement_id")  # where an obligation stands, by depth; nothing lies below the third


@dataclass(frozen=True)
class KindAbove:
    """A kind of thing owed at or under a unit, with what is said above it.

    ``days`` is what stands now (a proposal counts), ``bound`` what an own day must lie inside. ``is_left_out``:
    neither the campaign's plan nor a plan above has fixed the day.
    """

    kind: ObligationKind
    days: Days
    bound: Days
    is_left_out: bool


@dataclass(frozen=True)
class OpenGroup:
    """Open obligations of one kind under one unit (``node`` in ``column``; "" for all) that bear the same days.

    ``chain``: the local dates over them, from the top down.
    """

    kind_id: int
    column: str
    node: int | None
    chain: tuple[Days, ...]
    days: Days
    count: int


@dataclass(frozen=True)
class LocalStanding:
    """One unit's own days over an obligation: whether they count now, and the sentences that say so."""

    local: LocalDate
    counts: bool
    steps: tuple[str, ...]


def days_of(row: ObligationKind | LocalDate | Obligation) -> Days:
    """The two days of a row."""
    return Days(row.starts_on, row.due_on)


def leaves_out(kind: ObligationKind) -> bool:
    """Whether the campaign's plan leaves the day of a kind out."""
    return is_left_out(is_set_by_office=kind.is_set_by_office, due_on=kind.due_on)


def kinds_above(campaign: Campaign, placement: Placement) -> list[KindAbove]:
    """Every kind owed by units at or under a place with the days above it: two queries. Its own dates aside."""
    kinds = campaign.obligation_kinds.select_related("level", "clause", "body_kind")
    owed = list(kinds.filter(level__depth__gte=placement.depth).order_by("level__depth", "position", "pk"))
    chains: dict[int, list[Days]] = {}
    above = [paths.ancestor(placement.path, depth) for depth in range(placement.depth)]
    set_above = LocalDate.objects.filter(campaign=campaign, placement__tree_id=campaign.tree_id)
    for local in set_above.filter(placement__path__in=above).order_by("placement__path", "pk"):
        chains.setdefault(local.kind_id, []).append(days_of(local))
    return [_kind_above(kind, chains.get(kind.pk, [])) for kind in owed]


def _kind_above(kind: ObligationKind, chain: list[Days]) -> KindAbove:
    left_out = leaves_out(kind)
    standing = standing_days(days_of(kind), chain, left_out=left_out)
    bound = bound_above(days_of(kind), chain, left_out=left_out)
    return KindAbove(kind, standing.days, bound, left_out and not any(standing.counts))


def open_groups(campaign: Campaign, kind_ids: Collection[int], *, under: Placement) -> list[OpenGroup]:
    """What is open of these kinds under a unit, in groups with one chain of local dates each: two queries."""
    locals_by_kind, depth = _locals_around(campaign, kind_ids, under)
    columns = _COLUMNS[:depth]
    owed = Obligation.objects.open().filter(campaign=campaign, kind_id__in=kind_ids, body__isnull=True)
    rows = owed.filter(under_place(under)).values_list("kind_id", *columns, "starts_on", "due_on")
    counted = rows.annotate(rows=Count("pk")).order_by("kind_id", *columns, "starts_on", "due_on")
    groups = []
    for kind_id, *nodes, starts_on, due_on, count in counted:
        known = [(column, node) for column, node in zip(columns, nodes, strict=True) if node is not None]
        column, node = known[-1] if known else ("", None)
        set_there = locals_by_kind.get(kind_id, {})
        way_down = dict.fromkeys([None, *(one for _, one in known)])
        chain = tuple(set_there[one] for one in way_down if one in set_there)
        groups.append(OpenGroup(kind_id, column, node, chain, Days(starts_on, due_on), count))
    return groups


def under_place(place: Placement) -> Q:
    """Obligations at or under a place, by the copied ids of ancestors."""
    return Q(**{_COLUMNS[place.depth - 1]: place.pk}) if place.depth else Q()


def _locals_around(
    campaign: Campaign, kind_ids: Collection[int], under: Placement
) -> tuple[Mapping[int, Mapping[int | None, Days]], int]:
    """Local dates by kind and placement (None: the top unit), above and under a unit; the depth of the deepest."""
    low, high = paths.bounds(under.path)
    above = [paths.ancestor(under.path, depth) for depth in range(under.depth)]
    near = Q(placement__path__in=above) | Q(placement__path__gte=low, placement__path__lt=high)
    rows = LocalDate.objects.filter(near, campaign=campaign, kind_id__in=kind_ids).order_by("pk")
    found: dict[int, dict[int | None, Days]] = {}
    depth = under.depth
    for kind_id, place_id, path, starts_on, due_on in rows.values_list(
        "kind_id", "placement_id", "placement__path", "starts_on", "due_on"
    ):
        found.setdefault(kind_id, {})[place_id if path else None] = Days(starts_on, due_on)
        depth = max(depth, paths.depth(path))
    return found, depth


def local_standings(obligation: Obligation) -> list[LocalStanding]:
    """The own days of the units over an obligation, from the top down: which count, which rest and why."""
    kind, path = obligation.kind, obligation.placement.path
    way = [paths.ancestor(path, depth) for depth in range(paths.depth(path) + 1)]
    rows = LocalDate.objects.filter(kind=kind, campaign_id=obligation.campaign_id, placement__path__in=way)
    over = list(rows.select_related("placement").order_by("placement__path", "pk"))
    return list(_explained(kind, over)) if obligation.body_id is None else []


def _explained(kind: ObligationKind, over: list[LocalDate]) -> Iterable[LocalStanding]:
    left_out, chain = leaves_out(kind), [days_of(local) for local in over]
    counts = standing_days(days_of(kind), chain, left_out=left_out).counts
    for position, (local, counted) in enumerate(zip(over, counts, strict=True)):
        steps = tuple(str(step) for step in local.steps)
        if not counted:
            above = bound_above(days_of(kind), chain[:position], left_out=left_out)
            steps = (explain_resting(days_of(local), unit=local.placement.name, above=above),)
        yield LocalStanding(local, counted, steps)


def days_after(obligation: Obligation, local: Iterable[LocalStanding]) -> Days:
    """The days an obligation has if it is open, or would have if it were: its kind's, then what units set."""
    if obligation.body_id is not None:
        return days_of(obligation)
    chain = [days_of(one.local) for one in local]
    return standing_days(days_of(obligation.kind), chain, left_out=leaves_out(obligation.kind)).days


def chains_by_kind(campaign: Campaign, root: Placement) -> dict[int, list[tuple[tuple[Days, ...], int]]]:
    """For kinds some unit set days for: each chain of local dates with the number of open obligations under it."""
    kind_ids: list[Any] = list(campaign.local_dates.order_by("kind_id").values_list("kind_id", flat=True).distinct())
    found: dict[int, dict[tuple[Days, ...], int]] = {}
    for group in open_groups(campaign, kind_ids, under=root) if kind_ids else []:
        by_chain = found.setdefault(group.kind_id, {})
        by_chain[group.chain] = by_chain.get(group.chain, 0) + group.count
    return {kind_id: list(by_chain.items()) for kind_id, by_chain in found.items()}

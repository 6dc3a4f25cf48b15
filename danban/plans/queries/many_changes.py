"""Which of many plans are touched by what changed above them; read once for all of them."""

from collections.abc import Iterable, Iterator, Mapping

from danban.campaigns.models import Campaign, LocalDate
from danban.campaigns.queries.local_dates import days_of
from danban.campaigns.rules.local_dates import Days
from danban.kit import paths
from danban.plans.models import Plan, PlanEdition
from danban.plans.queries.above import year_above
from danban.plans.rules.above import above_at
from danban.plans.rules.content import Above, Content, above_from, content_from
from danban.plans.rules.differences import difference_above
from danban.plans.states import PlanStatus

_Chains = Mapping[str, Mapping[int, Days]]


def untouched_by(campaign: Campaign, plans: Iterable[Plan]) -> Iterator[tuple[Plan, PlanEdition | None]]:
    """Plans under which nothing differs from what they stand on, each with the edition in force above it now.

    ``plans`` of the campaign with their placements. Plans sent back are left out: they take everything in when
    they are opened again. Five queries, whatever their number.
    """
    year, chains, editions = year_above(campaign), _chains(campaign), _editions(campaign)
    contents: dict[int, Content] = {}
    known: dict[tuple[int, str], Above] = {}
    for plan in plans:
        if plan.status == PlanStatus.RETURNED:
            continue
        path = plan.placement.path
        over = [paths.ancestor(path, depth) for depth in range(paths.depth(path))]
        edition = next((editions[one] for one in reversed(over) if one in editions), None)
        if edition is not None and edition.pk not in contents:
            contents[edition.pk] = content_from(edition.content)
        key = (paths.depth(path), over[-1])
        if key not in known:
            plan_above = contents[edition.pk] if edition else None
            known[key] = above_at(paths.depth(path), year, _chain_down(chains, over), plan_above)
        if not difference_above(above_from(plan.base), known[key]):
            yield plan, edition


def _chains(campaign: Campaign) -> _Chains:
    """The days each unit has set, by its path and by kind."""
    found: dict[str, dict[int, Days]] = {}
    rows = LocalDate.objects.filter(campaign=campaign, placement__tree_id=campaign.tree_id).select_related("placement")
    for row in rows.order_by("pk"):
        found.setdefault(row.placement.path, {})[row.kind_id] = days_of(row)
    return found


def _chain_down(chains: _Chains, over: Iterable[str]) -> dict[int, list[Days]]:
    """By kind, what the units on the way down have set, the top one first."""
    down: dict[int, list[Days]] = {}
    for path in over:
        for kind_id, days in chains.get(path, {}).items():
            down.setdefault(kind_id, []).append(days)
    return down


def _editions(campaign: Campaign) -> dict[str, PlanEdition]:
    """The edition in force of each unit that has one, by its path."""
    last: dict[str, PlanEdition] = {}
    editions = PlanEdition.objects.filter(plan__campaign=campaign).select_related("plan__placement")
    for edition in editions.order_by("edition", "pk"):
        last[edition.plan.placement.path] = edition
    return {path: edition for path, edition in last.items() if edition.returned_at is None}

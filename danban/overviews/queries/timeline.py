"""The days and windows of a cycle, and how much follows from each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from danban.campaigns.models import Milestone, ObligationKind
from danban.kit.actor import Actor
from danban.overviews.queries.tallies import Tally, count_by_unit, list_kinds, sum_by_kind, total
from danban.overviews.queries.years import Year, year_for


@dataclass(frozen=True)
class Following:
    """One kind of obligation that hangs on a milestone, and how far it is."""

    kind: ObligationKind
    tally: Tally


@dataclass(frozen=True)
class Moment:
    """One milestone with what the office's area owes because of it."""

    milestone: Milestone
    tally: Tally
    following: tuple[Following, ...]


@dataclass(frozen=True)
class Timeline:
    """The milestones in order of their days; ``unbound`` counts what hangs on none of them."""

    year: Year
    moments: tuple[Moment, ...]
    unbound: Tally


def timeline(actor: Actor, *, today: date, key: str = "") -> Timeline | None:
    """The milestones of a cycle and what follows from each in the office's area; None where none runs."""
    year = year_for(actor, key)
    if year is None:
        return None
    kinds = list_kinds(year.campaign)
    by_kind = sum_by_kind(count_by_unit(year.campaign, year.place, steps=0, today=today))
    bound = {kind.pk for kind in kinds if kind.milestone_id}
    unbound = total(tally for kind_id, tally in by_kind.items() if kind_id not in bound)
    return Timeline(year, moments_of(year, kinds, by_kind), unbound)


def moments_of(year: Year, kinds: Sequence[ObligationKind], by_kind: Mapping[int, Tally]) -> tuple[Moment, ...]:
    """Each milestone with the tallies of the kinds that hang on it; one query."""
    following: dict[int | None, list[ObligationKind]] = {}
    for kind in kinds:
        if kind.pk in by_kind:
            following.setdefault(kind.milestone_id, []).append(kind)
    return tuple(
        Moment(
            milestone,
            total(by_kind[kind.pk] for kind in following.get(milestone.pk, [])),
            tuple(Following(kind, by_kind[kind.pk]) for kind in following.get(milestone.pk, [])),
        )
        for milestone in list_milestones(year)
    )


def list_milestones(year: Year) -> list[Milestone]:
    """Every milestone with its clause and level, by day."""
    found = Milestone.objects.filter(campaign_id=year.campaign.pk).select_related("clause", "level")
    return list(found.order_by("due_on", "position", "pk"))

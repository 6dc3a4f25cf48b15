"""The days and windows of a cycle, and how much follows from each."""

from dataclasses import dataclass
from datetime import date

from danban.campaigns.models import Milestone
from danban.kit.actor import Actor
from danban.overviews.queries.tallies import NOTHING, Tally, count_by_unit, list_kinds, sum_by_unit
from danban.overviews.queries.years import Year, year_for


@dataclass(frozen=True)
class Moment:
    """One milestone with what the office's area owes by it, kind by kind (code, level, short name, tally)."""

    milestone: Milestone
    tally: Tally
    kinds: tuple[tuple[str, str, str, Tally], ...]


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
    counts: dict[int, Tally] = {}
    for (_, kind_id), tally in count_by_unit(year.campaign, year.place, steps=0, today=today).items():
        counts[kind_id] = counts.get(kind_id, NOTHING) + tally
    by_milestone = sum_by_unit({(kind.milestone_id, kind.pk): counts.get(kind.pk, NOTHING) for kind in kinds})
    moments = tuple(
        Moment(
            milestone,
            by_milestone.get(milestone.pk, NOTHING),
            tuple(
                (kind.code, kind.level.code, kind.short, counts[kind.pk])
                for kind in kinds
                if kind.milestone_id == milestone.pk and kind.pk in counts
            ),
        )
        for milestone in list_milestones(year)
    )
    return Timeline(year, moments, by_milestone.get(None, NOTHING))


def list_milestones(year: Year) -> list[Milestone]:
    """Every milestone with its clause and level, by day."""
    found = Milestone.objects.filter(campaign_id=year.campaign.pk).select_related("clause", "level")
    return list(found.order_by("due_on", "position", "pk"))

"""What changed above a unit's plan, day by day, and what moved with it under the unit."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count

from danban.campaigns.models import Campaign, Obligation
from danban.campaigns.queries.local_dates import chains_above, open_groups, under_place
from danban.campaigns.rules.local_dates import ANY_DAYS, Days, standing_days
from danban.kit.actor import Actor
from danban.kit.clock import day_of
from danban.plans.queries.papers import Paper, paper_of, papers_above
from danban.plans.queries.plans import plan_for, standing_of, verbs_of
from danban.plans.rules.content import Above
from danban.plans.rules.differences import DateChange, ItemChange
from danban.plans.rules.standing import PlanStanding
from danban.units.models import Placement


@dataclass(frozen=True)
class Followed:
    """Of one kind, at and under the unit: how many open things moved, kept their day, and were done before."""

    moved: int = 0
    kept: int = 0
    done: int = 0


@dataclass(frozen=True)
class ChangedDay:
    """One kind of thing owed: what changed above, what the unit's plan says (None: nothing), what followed.

    ``fits``: the unit's own days lie inside those above now.
    """

    change: DateChange
    own: Days | None
    fits: bool
    followed: Followed

    @property
    def is_visible(self) -> bool:
        """Whether the days read otherwise than before; where they do not, only who decides them has changed."""
        return not self.fits or self.change.old != self.change.new


@dataclass(frozen=True)
class ChangePage:
    """``was`` and ``now`` name the papers the plan stood on and stands under now."""

    standing: PlanStanding
    was: Paper
    now: Paper
    days: tuple[ChangedDay, ...]
    items: tuple[ItemChange, ...]
    verbs: frozenset[str]

    @property
    def moved(self) -> int:
        """Open things at and under the unit that have another day than before."""
        return sum(one.followed.moved for one in self.days)


def change_page(actor: Actor, plan_pk: int, *, at: datetime) -> ChangePage:
    """The change above one plan, in a constant number of queries; raises ``NotFound``."""
    plan = plan_for(actor, plan_pk)
    standing = standing_of(plan, on=day_of(at))
    change = standing.change
    days = [one for one in change.changes if isinstance(one, DateChange)]
    followed = _followed(plan.campaign, plan.placement, change.base, change.now.above, {one.kind_id for one in days})
    own = {one.kind_id: one.days for one in standing.dates if one.due_on is not None}
    misfits = {one.kind_id for one in change.misfits}
    year = papers_above(plan.campaign, plan.placement)[0]
    return ChangePage(
        standing=standing,
        was=paper_of(plan.base_edition) if plan.base_edition else year,
        now=paper_of(change.now.edition) if change.now.edition else year,
        days=tuple(
            ChangedDay(
                change=one,
                own=own.get(one.kind_id),
                fits=one.kind_id not in misfits,
                followed=followed.get(one.kind_id, Followed()),
            )
            for one in days
        ),
        items=tuple(one for one in change.changes if isinstance(one, ItemChange)),
        verbs=verbs_of(actor, standing, at=at),
    )


def _followed(
    campaign: Campaign, place: Placement, base: Above, now: Above, kind_ids: Collection[int]
) -> Mapping[int, Followed]:
    """Judged as the verbs that re-date judge: the days above, then what the unit and those below it set."""
    if not kind_ids:
        return {}
    over = {kind_id: len(chain) for kind_id, chain in chains_above(campaign, place).items()}
    moved, kept = dict.fromkeys(kind_ids, 0), dict.fromkeys(kind_ids, 0)
    for group in open_groups(campaign, kind_ids, under=place):
        chain = group.chain[over.get(group.kind_id, 0) :]
        has_moved = _days_in(base, group.kind_id, chain) != _days_in(now, group.kind_id, chain)
        (moved if has_moved else kept)[group.kind_id] += group.count
    fulfilled = Obligation.objects.filter(under_place(place), campaign=campaign, kind_id__in=kind_ids)
    fulfilled = fulfilled.filter(fulfilled_on__isnull=False, body__isnull=True)
    done = dict(fulfilled.values_list("kind_id").annotate(rows=Count("pk")).order_by("kind_id"))
    return {pk: Followed(moved[pk], kept[pk], done.get(pk, 0)) for pk in kind_ids}


def _days_in(above: Above, kind_id: int, chain: Collection[Days]) -> Days:
    line = above.date_of(kind_id)
    if line is None:
        return ANY_DAYS
    return standing_days(line.days, chain, left_out=line.is_left_out).days

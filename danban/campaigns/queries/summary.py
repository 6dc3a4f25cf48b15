"""The dry run of a launch, and the same counts over what a launch has written."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from danban.campaigns.models import Campaign, Draft, Obligation
from danban.campaigns.queries.ground import ground_of, lines_of
from danban.campaigns.rules.draft_year import draft_year
from danban.campaigns.rules.proposals import GrantValues
from danban.campaigns.rules.warnings import DraftWarning, list_warnings
from danban.campaigns.rules.year import Ground, Year, plan_year
from danban.planreader.reading import Reading
from danban.units.models import Placement, Tree


@dataclass(frozen=True)
class KindCount:
    """How many obligations of one kind; ``is_by_body``: owed by named bodies of the top unit."""

    level: str
    code: str
    name: str
    due_on: date | None
    count: int
    is_by_body: bool


@dataclass(frozen=True)
class GrantTotal:
    """A grant of a level in whole đồng: ``units`` × ``amount`` = ``total``."""

    level: str
    amount: int
    units: int

    @property
    def total(self) -> int:
        """Whole đồng for the whole level."""
        return self.amount * self.units


@dataclass(frozen=True)
class LaunchSummary:
    """What a launch writes. ``problems`` stop it; they are sentences."""

    kinds: tuple[KindCount, ...]
    milestones: int
    assignments: int
    citations: int
    agenda: tuple[tuple[str, int], ...]
    grants: tuple[GrantTotal, ...]
    mailbox: str
    problems: tuple[str, ...] = ()

    @property
    def obligations(self) -> int:
        """All obligations of all units and bodies."""
        return sum(kind.count for kind in self.kinds)

    @property
    def by_level(self) -> dict[str, int]:
        """Obligations by level code, in order of first appearance."""
        counts: Counter[str] = Counter()
        for kind in self.kinds:
            counts[kind.level] += kind.count
        return dict(counts)

    @property
    def grant_total(self) -> int:
        """Whole đồng of all levels."""
        return sum(grant.total for grant in self.grants)


def launch_summary(draft: Draft) -> LaunchSummary:
    """What launching ``draft`` as it stands would write; nothing is written."""
    ground = ground_of(draft.tree)
    return summary_of_year(plan_year(lines_of(draft), ground), ground)


def summary_of_reading(reading: Reading, tree: Tree) -> tuple[LaunchSummary, tuple[DraftWarning, ...]]:
    """What a plan would launch over a tree if nobody changed a line, and its warnings; nothing is written."""
    ground = ground_of(tree)
    lines = draft_year(reading, ground.shape).lines
    return summary_of_year(plan_year(lines, ground), ground), list_warnings(reading, lines, ground)


def summary_of_year(year: Year, ground: Ground) -> LaunchSummary:
    """The counts of a worked-out year on its ground."""
    agenda = Counter(line.level or "" for line in year.agenda)
    grants = [(line.level or "", v.amount) for line in year.grants if isinstance(v := line.values, GrantValues)]
    return LaunchSummary(
        kinds=_in_order(
            KindCount(k.level, k.code, k.name, k.dated.due_on, k.count(ground.units), k.bodies is not None)
            for k in year.kinds
        ),
        milestones=len(year.milestones),
        assignments=len(year.assignments),
        citations=len(year.citations),
        agenda=tuple(sorted(agenda.items())),
        grants=tuple(GrantTotal(level, amount, ground.units.get(level, 0)) for level, amount in sorted(grants)),
        mailbox=year.mailbox,
        problems=year.problems,
    )


def summary_of_campaign(campaign: Campaign) -> LaunchSummary:
    """The same counts over the rows of a campaign."""
    kinds = campaign.obligation_kinds.select_related("level").order_by("position", "pk")
    counts = Obligation.objects.filter(campaign=campaign).values_list("kind_id").order_by("kind_id")
    owed = {kind_id: (rows, bodies) for kind_id, rows, bodies in counts.annotate(Count("pk"), Count("body"))}
    agenda = campaign.agenda_items.values("level__code").annotate(items=Count("pk")).order_by("level__code")
    units = dict(
        Placement.objects.filter(tree_id=campaign.tree_id)
        .values_list("level_id")
        .annotate(units=Count("pk"))
        .order_by("level_id")
    )
    grants = campaign.grant_rules.select_related("level").order_by("level__code", "pk")
    return LaunchSummary(
        kinds=_in_order(
            KindCount(k.level.code, k.code, k.name, k.due_on, rows, bodies > 0)
            for k in kinds
            for rows, bodies in (owed.get(k.pk, (0, 0)),)
        ),
        milestones=campaign.milestones.count(),
        assignments=campaign.assignments.standing().count(),
        citations=campaign.citations.count(),
        agenda=tuple((row["level__code"], row["items"]) for row in agenda),
        grants=tuple(GrantTotal(g.level.code, g.amount, units.get(g.level_id, 0)) for g in grants),
        mailbox=campaign.report_mailbox,
    )


def _in_order(kinds: Iterable[KindCount]) -> tuple[KindCount, ...]:
    return tuple(sorted(kinds, key=lambda kind: (kind.level, kind.code)))

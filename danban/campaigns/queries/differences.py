"""What applying an amendment would change, with the obligations it moves. The apply verb uses the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q

from danban.campaigns.models import Campaign, Draft, Obligation
from danban.campaigns.queries.campaigns import present_lines
from danban.campaigns.queries.ground import ground_of, lines_of, root_of
from danban.campaigns.queries.local_dates import chains_by_kind, leaves_out
from danban.campaigns.rules.differences import Change, KindKey, KindNow, difference_between, with_obligations
from danban.campaigns.rules.proposals import Line
from danban.campaigns.rules.year import Ground, plan_year


@dataclass(frozen=True)
class Difference:
    """Every change, and the sums over them."""

    changes: tuple[Change, ...]

    @property
    def moved(self) -> int:
        """Open obligations that get another day."""
        return sum(change.moved for change in self.changes)

    @property
    def created(self) -> int:
        """Obligations that appear."""
        return sum(change.created for change in self.changes)

    @property
    def deleted(self) -> int:
        """Open obligations that go."""
        return sum(change.deleted for change in self.changes)

    @property
    def kept(self) -> int:
        """Fulfilled obligations that stay as they are."""
        return sum(change.kept for change in self.changes)


def difference(draft: Draft) -> Difference:
    """An amendment's lines against the running campaign's; empty for any other draft."""
    return difference_of(draft, lines_of(draft), ground_of(draft.tree))


def difference_of(draft: Draft, lines: Sequence[Line], ground: Ground) -> Difference:
    """The same from lines and ground already at hand."""
    if draft.campaign is None:
        return Difference(())
    changes = difference_between(present_lines(draft.campaign), lines)
    year = plan_year(lines, ground)
    return Difference(with_obligations(changes, kinds_now(draft.campaign), year.kinds, ground.units))


def kinds_now(campaign: Campaign) -> dict[KindKey, KindNow]:
    """Every kind of obligation of a campaign as it stands, in five queries."""
    kinds = campaign.obligation_kinds.select_related("level").annotate(
        opened=Count("obligations", filter=Q(obligations__fulfilled_on__isnull=True)),
        done=Count("obligations", filter=Q(obligations__fulfilled_on__isnull=False)),
    )
    bodies: dict[int, dict[tuple[int, int], tuple[Any, bool]]] = {}
    owed = Obligation.objects.filter(campaign=campaign, body__isnull=False).order_by("pk")
    for kind_id, body_id, occurrence, due_on, done in owed.values_list(
        "kind_id", "body_id", "occurrence", "due_on", "fulfilled_on"
    ):
        bodies.setdefault(kind_id, {})[body_id or 0, occurrence] = (due_on, done is None)
    root = root_of(campaign.tree)
    chains = chains_by_kind(campaign, root) if root else {}
    return {
        (kind.level.code, kind.code): KindNow(
            kind.pk, kind.name, kind.starts_on, kind.due_on, kind.opened, kind.done, bodies.get(kind.pk),
            chains.get(kind.pk, ()), leaves_out(kind),
        )
        for kind in kinds.order_by("position", "pk")
    }  # fmt: skip

"""Bring open obligations to the days that count for them now. Used by every verb that moves a day.

What was done keeps its day. A few statements whatever the size of the city: two that read, then one for each
``_NODES`` units whose days move.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from django.db.models import Case, DateField, F, Q, Value, When

from danban.campaigns.models import Campaign, Obligation, ObligationKind
from danban.campaigns.queries.local_dates import days_of, leaves_out, open_groups, under_place
from danban.campaigns.rules.local_dates import Days, standing_days
from danban.units.models import Placement

_NODES = 400


class _Move(NamedTuple):
    """Open obligations of a kind under some units (in ``column``; all where it is "") get the days ``to``."""

    kind_id: int
    column: str
    nodes: tuple[int, ...]
    to: Days

    @property
    def which(self) -> Q:
        """Its obligations among the open ones under the unit."""
        place = Q(**{f"{self.column}__in": self.nodes}) if self.column else Q()
        return Q(kind_id=self.kind_id) & place


def redate(campaign: Campaign, kinds: Iterable[ObligationKind], *, under: Placement) -> int:
    """Re-date what is open of ``kinds`` at and under a unit; returns how many obligations got another day.

    The caller holds the campaign or the unit (``locks.lock_place``).
    """
    by_id = {kind.pk: kind for kind in kinds}
    nodes: dict[tuple[int, str, Days], list[int]] = {}
    moved = 0
    for group in open_groups(campaign, list(by_id), under=under) if by_id else []:
        kind = by_id[group.kind_id]
        now = standing_days(days_of(kind), group.chain, left_out=leaves_out(kind)).days
        if now != group.days:
            there = nodes.setdefault((group.kind_id, group.column, now), [])
            if group.node is not None:
                there.append(group.node)
            moved += group.count
    moves = [
        _Move(kind_id, column, part, to)
        for (kind_id, column, to), found in nodes.items()
        for part in _parts(sorted(set(found)))
    ]
    mine = Obligation.objects.open().filter(under_place(under), campaign=campaign, body__isnull=True)
    for statement in _statements(moves):
        which = Q()
        for move in statement:
            which |= move.which
        mine.filter(which).update(starts_on=_case(statement, "starts_on"), due_on=_case(statement, "due_on"))
    return moved


def _parts(nodes: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Units in portions one statement can carry; one empty portion where no unit is named."""
    for start in range(0, max(len(nodes), 1), _NODES):
        yield tuple(nodes[start : start + _NODES])


def _statements(moves: Sequence[_Move]) -> Iterator[list[_Move]]:
    """Moves together as long as they name at most ``_NODES`` units."""
    batch: list[_Move] = []
    size = 0
    for move in moves:
        if batch and size + len(move.nodes) + 1 > _NODES:
            yield batch
            batch, size = [], 0
        batch.append(move)
        size += len(move.nodes) + 1
    if batch:
        yield batch


def _case(moves: Sequence[_Move], field: str) -> Case:
    whens = [When(move.which, then=Value(getattr(move.to, field), output_field=DateField())) for move in moves]
    return Case(*whens, default=F(field), output_field=DateField())

"""The calendar of an area: how many conferences each unit below holds on each day of the whole span."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from danban.conferences import rules
from danban.conferences.queries.standing import list_standing
from danban.conferences.queries.years import Year, year_for
from danban.kit import paths
from danban.kit.actor import Actor
from danban.units.models import Placement

LONGEST = 120
"""More days than this are cut: a calendar that long is read month by month."""


@dataclass(frozen=True)
class CalendarRow:
    """A unit with its conferences by day; ``undated`` have none."""

    place: Placement
    by_day: Mapping[date, int]
    total: int
    undated: int


@dataclass(frozen=True)
class Calendar:
    """``days`` run from the first conference set, else the first day one is owed, to the last; ``closed`` are Tết
    and holidays."""

    year: Year
    days: Sequence[date]
    rows: Sequence[CalendarRow]
    sums: Mapping[date, int]
    closed: frozenset[date]

    @property
    def most(self) -> int:
        """The fullest cell."""
        return max((count for row in self.rows for count in row.by_day.values()), default=0)


def calendar(actor: Actor, *, place_id: int | None = None) -> Calendar:
    """The unit's own conference and those of units right below × days; raises ``NotFound``. Constant queries."""
    year = year_for(actor, place_id=place_id)
    standing = [
        *list_standing(year.campaign, year.place, depth=year.deepest),
        *list_standing(year.campaign, year.place, depth=year.deepest - 1),
    ]
    under = Placement.objects.filter(tree_id=year.place.tree_id).within(year.place.path)
    depth = year.place.depth + 1
    top = {pk: paths.ancestor(path, depth) for pk, path in under.order_by("pk").values_list("pk", "path")}
    met: dict[str, Counter[date]] = {}
    total, undated = Counter[str](), Counter[str]()
    for one in standing:
        path = top.get(one.place_id, year.place.path)
        total[path] += 1
        undated[path] += one.slot is None
        if one.slot:
            met.setdefault(path, Counter())[one.slot[0]] += 1
    below = Placement.objects.filter(parent=year.place).order_by("path", "pk")
    own = [year.place] if total[year.place.path] else []
    rows = [
        CalendarRow(place, met.get(place.path, {}), total[place.path], undated[place.path]) for place in (*own, *below)
    ]
    days = _span([(one.window.starts_on, one.window.due_on) for one in standing], [d for c in met.values() for d in c])
    sums = sum(met.values(), Counter[date]())
    return Calendar(year, days, rows, sums, frozenset(one for one in days if rules.closed_day(one)))


def _span(windows: Sequence[tuple[date | None, date | None]], met: Sequence[date]) -> list[date]:
    """Every day from the first with something to see to the last."""
    known = [*met, *(one for window in set(windows) for one in window if one)]
    if not known:
        return []
    first = min(met or known)
    return [first + timedelta(days=number) for number in range(min((max(known) - first).days + 1, LONGEST))]

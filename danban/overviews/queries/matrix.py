"""The matrix: units down, kinds of obligation across, how many of each are done and how many are late."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from danban.campaigns.models import ObligationKind
from danban.campaigns.queries import LateFilter, count_to_remind
from danban.kit.actor import Actor
from danban.overviews.queries.places import Crumb, Spot, list_crumbs, list_levels, list_spots, place_for
from danban.overviews.queries.tallies import NOTHING, Tally, count_by_unit, list_kinds, total
from danban.overviews.queries.years import Year, year_for
from danban.units.models import Level, Placement


@dataclass(frozen=True)
class MatrixColumn:
    """One kind of obligation of the level shown."""

    pk: int
    code: str
    short: str
    name: str
    due_on: date | None


@dataclass(frozen=True)
class MatrixRow:
    """One unit; ``cells`` stand in the order of the columns, zero where nothing is owed."""

    spot: Spot
    cells: tuple[Tally, ...]

    @property
    def sum(self) -> Tally:
        """All kinds together."""
        return total(self.cells)


@dataclass(frozen=True)
class Matrix:
    """``level`` is the level whose obligations are counted, ``levels`` those one can change to.

    ``has_below``: the rows have units below them, so that a row opens as a matrix of its own.
    ``to_remind`` counts the late things shown that the reader may remind others of now.
    """

    year: Year
    place: Placement
    crumbs: tuple[Crumb, ...]
    levels: tuple[Level, ...]
    level: Level
    columns: tuple[MatrixColumn, ...]
    rows: tuple[MatrixRow, ...]
    has_below: bool
    to_remind: int

    @property
    def totals(self) -> tuple[Tally, ...]:
        """The sum of each column."""
        return tuple(total(row.cells[index] for row in self.rows) for index in range(len(self.columns)))

    @property
    def sum(self) -> Tally:
        """Everything the matrix counts."""
        return total(self.totals)


def matrix(
    actor: Actor, placement_pk: int | None, *, today: date, level_code: str = "", key: str = ""
) -> Matrix | None:
    """The matrix of a unit's children (of the unit itself where it has none); None where no cycle runs.

    ``level_code`` picks whose obligations stand across; unknown or empty: the lowest level that owes
    something. Raises ``NotFound`` outside the actor's area. Constant queries, whatever the number of units.
    """
    year = year_for(actor, key)
    if year is None:
        return None
    place = year.place if placement_pk is None else place_for(actor, year.campaign.tree_id, placement_pk)
    kinds = list_kinds(year.campaign)
    scheme = list_levels(place)
    is_leaf = place.depth == scheme[-1].depth
    shown = _levels_shown(scheme, kinds, place, is_leaf=is_leaf)
    level = next((level for level in shown if level.code == level_code), shown[-1])
    steps = 0 if is_leaf else 1
    columns = tuple(
        MatrixColumn(kind.pk, kind.code, kind.short, kind.name, kind.due_on)
        for kind in kinds
        if kind.level_id == level.pk
    )
    counts = count_by_unit(year.campaign, place, steps=steps, today=today, kinds=[column.pk for column in columns])
    rows = tuple(
        MatrixRow(spot, tuple(counts.get((spot.pk, column.pk), NOTHING) for column in columns))
        for spot in list_spots(place, steps=steps)
    )
    crumbs = tuple(list_crumbs(actor, place))
    has_below = place.depth + steps < scheme[-1].depth
    wanted = LateFilter(level=level.code, place=place.pk)
    to_remind = count_to_remind(actor, year.campaign, wanted, today=today)
    return Matrix(year, place, crumbs, shown, level, columns, rows, has_below, to_remind)


def _levels_shown(
    scheme: Sequence[Level], kinds: Sequence[ObligationKind], place: Placement, *, is_leaf: bool
) -> tuple[Level, ...]:
    """Levels below ``place`` (its own where it is the lowest) that owe something; never empty."""
    below = [level for level in scheme if level.depth > place.depth or (is_leaf and level.depth == place.depth)]
    owing = {kind.level_id for kind in kinds}
    return tuple(level for level in below if level.pk in owing) or (below[-1],)

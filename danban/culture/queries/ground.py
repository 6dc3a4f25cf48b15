"""Which unit and which weeks are looked at: a place of the own area, a year, the weeks it is judged by."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from danban.culture import rules
from danban.kit.actor import Actor
from danban.kit.calendar import Window
from danban.kit.refusals import BadInput
from danban.units import queries as units
from danban.units.models import Level, Placement, Tree

FIRST_YEAR, LAST_YEAR = 2000, 2100
_NOT_SEEING = "Vị trí bạn đang giữ không xem các buổi tổng vệ sinh."


@dataclass(frozen=True)
class Ground:
    """A unit, a year of whole weeks, and the Mondays of the weeks asked about so far."""

    place: Placement
    own: Placement
    year: int
    weeks: tuple[date, ...]
    years: tuple[int, ...]

    @property
    def days(self) -> Window:
        """The days of the year."""
        return rules.days_of(self.year)


def ground_for(actor: Actor, *, today: date, place_id: int | None = None, year: int | None = None) -> Ground:
    """A unit of the actor's area (the own one by default) and a year (the running one by default).

    The tree is that of the unit; by default the one that stood on the last day looked at. Raises ``NotYours``,
    ``NotFound`` outside the own area, ``BadInput`` for a year nobody means.
    """
    actor.check_may("clean_up:see", _NOT_SEEING)
    this_year = rules.year_of(today)
    chosen = year or this_year
    if not FIRST_YEAR <= chosen <= LAST_YEAR:
        raise BadInput(f"Hãy chọn một năm từ {FIRST_YEAR} đến {LAST_YEAR}.")
    if place_id is None:
        place = units.area_of(actor, units.tree_in_force(min(today, rules.days_of(chosen).end)).pk)
    else:
        place = units.placement_for(actor, place_id)
    own = units.area_of(actor, place.tree_id)
    weeks = rules.weeks_so_far(chosen, standing=_standing(place.tree), today=today)
    years = tuple(range(max(rules.year_of(place.tree.starts_on), this_year - 4), this_year + 1))
    return Ground(place=place, own=own, year=chosen, weeks=tuple(weeks), years=years)


def _standing(tree: Tree) -> Window:
    return Window(tree.starts_on, tree.ends_on or date.max)


def area(place: Placement) -> Q:
    """The clean-ups of a unit and of all below it, by one copied ancestor id."""
    if place.depth:
        return Q(**{f"at_{place.depth}": place.pk})
    below = Placement.objects.filter(parent=place).order_by("pk").values_list("pk", flat=True)
    return Q(placement=place) | Q(at_1__in=list(below))


def levels_of(place: Placement) -> list[Level]:
    """The levels of a unit's scheme, the top first."""
    return list(Level.objects.filter(scheme_id=place.level.scheme_id).order_by("depth"))

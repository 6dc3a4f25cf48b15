"""What was asked in an area, rolled up by the units below and by what it is about."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date

from django.db.models import Count, Q, QuerySet

from danban.difficulties import rules
from danban.difficulties.models import Difficulty
from danban.difficulties.queries.lists import kind_names
from danban.difficulties.queries.years import Ground, ground_for, place_in
from danban.difficulties.states import DifficultyStatus
from danban.difficulties.texts import NO_KIND
from danban.kit import paths
from danban.kit.actor import Actor
from danban.units import queries as units
from danban.units.models import Placement


@dataclass(frozen=True)
class Tally:
    """How many were asked, and of these: wait (some too long), are answered, are closed.

    ``replied`` counts every one that got an answer, closed since or not; ``replied_late`` after its day.
    """

    total: int = 0
    waiting: int = 0
    late: int = 0
    answered: int = 0
    closed: int = 0
    replied: int = 0
    replied_late: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(*(getattr(self, one.name) + getattr(other, one.name) for one in fields(self)))


@dataclass(frozen=True)
class UnitLine:
    """A unit below with all that was asked in it and below it; ``place`` None is the unit looked at itself."""

    place: Placement | None
    tally: Tally


@dataclass(frozen=True)
class KindLine:
    """What difficulties are about; ``code`` "" where they name nothing owed."""

    code: str
    name: str
    tally: Tally


@dataclass(frozen=True)
class Summary:
    """The roll-up of one unit of a year; ``above`` are the units over it inside the own area."""

    ground: Ground
    place: Placement
    above: tuple[Placement, ...]
    everything: Tally
    units: tuple[UnitLine, ...]
    kinds: tuple[KindLine, ...]


def summary(
    actor: Actor, *, today: date, place_id: int | None = None, campaign_id: int | None = None
) -> Summary | None:
    """What was asked under a unit (the own one by default); None where the office has no year. Constant queries.

    Raises ``NotFound`` outside the own area.
    """
    ground = ground_for(actor, campaign_id)
    if ground is None:
        return None
    place = place_in(actor, ground, place_id)
    low, high = paths.bounds(place.path)
    seen = Difficulty.objects.visible_to(actor).filter(
        campaign=ground.campaign, placement__path__gte=low, placement__path__lt=high
    )
    by_unit = _tallies(seen, f"placement__at_{place.depth + 1}", today) if place.depth < 3 else {}
    by_kind = _tallies(seen, "obligation_kind", today)
    return Summary(
        ground=ground,
        place=place,
        above=tuple(one for one in units.ancestors_of(place) if one.path.startswith(ground.place.path)),
        everything=sum(by_kind.values(), Tally()),
        units=tuple(_unit_lines(place, by_unit)),
        kinds=tuple(_kind_lines(ground, by_kind)),
    )


def _tallies(seen: QuerySet[Difficulty], column: str, today: date) -> dict[object, Tally]:
    """Tallies by a column; one query."""
    counted = seen.values_list(column).annotate(
        total=Count("pk"),
        waiting=Count("pk", filter=rules.IS_WAITING),
        late=Count("pk", filter=rules.is_late(today)),
        answered=Count("pk", filter=Q(status=DifficultyStatus.ANSWERED)),
        closed=Count("pk", filter=Q(status=DifficultyStatus.CLOSED)),
        replied=Count("answered_at"),
        replied_late=Count("pk", filter=rules.WAS_LATE),
    )
    return {key: Tally(*figures) for key, *figures in counted.order_by(column)}


def _unit_lines(place: Placement, tallies: dict[object, Tally]) -> list[UnitLine]:
    """Units with something asked, the most waiting first; those without are left to the count of units."""
    below = Placement.objects.filter(parent=place).order_by("-kind__is_urban", "sort_key", "pk")
    lines = [UnitLine(one, tallies.get(one.pk, Tally())) for one in below]
    if own := tallies.get(None):
        lines.append(UnitLine(None, own))
    return sorted(lines, key=lambda line: (-line.tally.late, -line.tally.waiting, -line.tally.total))


def _kind_lines(ground: Ground, tallies: dict[object, Tally]) -> list[KindLine]:
    names = {"": NO_KIND, **kind_names(ground.campaign.pk)}
    lines = [KindLine(str(code), names.get(str(code), str(code)), tally) for code, tally in tallies.items()]
    return sorted(lines, key=lambda line: (-line.tally.total, line.name))

"""How petitions stand in an area: the funnel, their ages, each unit's share answered and read back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count, Q

from danban.kit import paths
from danban.kit.actor import Actor
from danban.kit.clock import day_of, moment
from danban.petitions import rules
from danban.petitions.models import Petition
from danban.petitions.queries.ground import Ground, ground_for, place_in
from danban.petitions.states import ANSWERED, LEFT, OPEN, SORTING, PetitionStatus
from danban.sittings.fields import FIELDS
from danban.units import queries as units
from danban.units.models import Placement

AGES = ((0, 7), (8, 15), (16, 30), (31, 60), (61, None))
"""Days since an open petition was said, both ends included."""


@dataclass(frozen=True)
class Tally:
    """Voices of one unit or field; ``share`` of those answered to the people who made them, 0 to 1."""

    total: int = 0
    sorted: int = 0
    answered: int = 0
    confirmed: int = 0
    read_back: int = 0
    late: int = 0

    @property
    def share(self) -> float | None:
        """Read back of all that were made; None where none were."""
        return self.read_back / self.total if self.total else None


@dataclass(frozen=True)
class Figures:
    """All figures of one unit of a year; ``units`` are those right below it, ``ages`` of what is open."""

    ground: Ground
    place: Placement
    above: tuple[Placement, ...]
    everything: Tally
    units: tuple[tuple[Placement, Tally], ...]
    fields: tuple[tuple[str, str, Tally], ...]
    ages: tuple[int, ...]
    turned_away: int


def figures(
    actor: Actor, *, at: datetime, place_id: int | None = None, campaign_id: int | None = None
) -> Figures | None:  # fmt: skip
    """Figures of a unit of the own area (the own one by default); None without a year. Constant queries."""
    rules.check_can_count(actor, at=at)
    ground, today = ground_for(actor, campaign_id), day_of(at)
    if ground is None:
        return None
    place = place_in(actor, ground, place_id)
    depth = paths.depth(place.path)
    area = Petition.objects.visible_to(actor).filter(book=ground.campaign)
    area = area.filter(**{f"at_{depth}": place.pk}) if depth else area
    counted = area.exclude(status__in=LEFT)
    child = f"at_{depth + 1}" if depth < 3 else "at_3"
    counts = {"n": Count("pk"), "read": Count("read_back_at"), "late": Count("pk", filter=rules.is_late(today))}
    rows = counted.values_list("field", child, "status").annotate(**counts, **_bands(today)).order_by()
    fields, below, ages = _gather(rows)
    children = (
        Placement.objects.filter(parent=place).select_related("kind").order_by("-kind__is_urban", "sort_key", "pk")
    )
    order = list(FIELDS)
    return Figures(
        ground=ground,
        place=place,
        above=tuple(one for one in units.ancestors_of(place) if one.path.startswith(ground.place.path)),
        everything=_sum(fields.values()),
        units=tuple((one, below.get(one.pk, Tally())) for one in children),
        fields=tuple(
            (code, FIELDS.get(code, "Chưa xếp lĩnh vực"), fields[code])
            for code in sorted(fields, key=lambda one: (-fields[one].total, order.index(one) if one else 99))
        ),
        ages=ages,
        turned_away=area.filter(status=PetitionStatus.TURNED_AWAY).count(),
    )


def _bands(today: date) -> dict[str, Count]:
    """A count a band of ages, by moments: a day of each row would be worked out one by one."""
    bands = {}
    for number, (youngest, oldest) in enumerate(AGES):
        since = Q(recorded_at__lt=moment(today - timedelta(days=youngest - 1), 0)) if youngest else Q()
        until = Q(recorded_at__gte=moment(today - timedelta(days=oldest), 0)) if oldest is not None else Q()
        bands[f"band_{number}"] = Count("pk", filter=since & until)
    return bands


def _gather(rows: Iterable[tuple[Any, ...]]) -> tuple[dict[str, Tally], dict[int, Tally], tuple[int, ...]]:
    """Rows by field, unit and status added up by either, and the ages of all that is open."""
    fields: dict[str, list[int]] = {}
    below: dict[int, list[int]] = {}
    ages = [0] * len(AGES)
    for field, unit, status, count, read, late, *bands in rows:
        is_answered = status in ANSWERED
        figures = (
            count, 0 if status in SORTING else count, count if is_answered else 0,
            count if status == PetitionStatus.CONFIRMED else 0, read if is_answered else 0, late,
        )  # fmt: skip
        _add(fields.setdefault(field, [0] * len(figures)), figures)
        if unit:
            _add(below.setdefault(unit, [0] * len(figures)), figures)
        if status in OPEN:
            _add(ages, bands)
    return (
        {field: Tally(*figures) for field, figures in fields.items()},
        {unit: Tally(*figures) for unit, figures in below.items()},
        tuple(ages),
    )


def _add(whole: list[int], part: Iterable[int]) -> None:
    for place, figure in enumerate(part):
        whole[place] += figure


def _sum(tallies: Iterable[Tally]) -> Tally:
    rows = [(one.total, one.sorted, one.answered, one.confirmed, one.read_back, one.late) for one in tallies]
    return Tally(*(sum(column) for column in zip(*rows, strict=True))) if rows else Tally()

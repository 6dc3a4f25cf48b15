"""How petitions stand in an area: the funnel, their ages, each unit's share answered and read back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, Q, QuerySet

from danban.kit import paths
from danban.kit.actor import Actor
from danban.kit.clock import day_of
from danban.petitions import rules
from danban.petitions.models import Petition
from danban.petitions.queries.ground import Ground, ground_for, place_in
from danban.petitions.states import LEFT, PetitionStatus
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


_COUNTS = {
    "total": Count("pk"),
    "sorted": Count("pk", filter=~rules.IS_SORTING),
    "answered": Count("pk", filter=rules.IS_ANSWERED),
    "confirmed": Count("pk", filter=Q(status=PetitionStatus.CONFIRMED)),
    "read_back": Count("pk", filter=rules.IS_READ_BACK),
}


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
    late = {"late": Count("pk", filter=rules.is_late(today))}
    by_field = counted.values_list("field").annotate(**_COUNTS, **late).order_by()
    fields = {field: Tally(*numbers) for field, *numbers in by_field}
    below: dict[int, Tally] = {}
    if depth < 3:
        rows = counted.values_list(f"at_{depth + 1}").annotate(**_COUNTS, **late).order_by()
        below = {pk: Tally(*numbers) for pk, *numbers in rows if pk}
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
        ages=_ages(counted.filter(rules.IS_OPEN), today),
        turned_away=area.filter(status=PetitionStatus.TURNED_AWAY).count(),
    )


def _ages(open_ones: QuerySet[Petition], today: date) -> tuple[int, ...]:
    bands = {}
    for number, (youngest, oldest) in enumerate(AGES):
        since = Q(recorded_at__date__lte=today - timedelta(days=youngest)) if youngest else Q()
        until = Q(recorded_at__date__gte=today - timedelta(days=oldest)) if oldest is not None else Q()
        bands[f"band_{number}"] = Count("pk", filter=since & until)
    found = open_ones.aggregate(**bands)
    return tuple(found[f"band_{number}"] for number in range(len(AGES)))


def _sum(tallies: Iterable[Tally]) -> Tally:
    rows = [(one.total, one.sorted, one.answered, one.confirmed, one.read_back, one.late) for one in tallies]
    return Tally(*(sum(column) for column in zip(*rows, strict=True))) if rows else Tally()

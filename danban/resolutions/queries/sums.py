"""The conferences below a unit in figures, unit by unit: a constant number of grouped statements, up to the minute."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.db.models import Case, Count, Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Sum, Value, When
from django.db.models.functions import Coalesce

from danban.campaigns.models import Campaign
from danban.conferences.models import ConferencePlace
from danban.conferences.states import ConferenceStatus
from danban.delegates.models import Attendance, Tally
from danban.delegates.states import Group
from danban.resolutions.models import Minutes, Resolution
from danban.resolutions.states import MinutesStatus, ResolutionStatus
from danban.sittings.models import HandCount, Opinion, Poll, Target
from danban.sittings.states import Outcome, PollStatus
from danban.units.models import Placement


@dataclass(frozen=True)
class Sums:
    """What the conferences of some units come to; units are counted, not meetings, where several met together.

    ``roll``: households of the units that have met. ``passed`` and ``consulted`` are of ``votes`` by hand or ballot;
    ``agreed`` of ``targets`` are those whose last count passed.
    """

    units: int = 0
    held: int = 0
    given_up: int = 0
    roll: int = 0
    present: int = 0
    households: int = 0
    opinions: int = 0
    petitions: int = 0
    votes: int = 0
    passed: int = 0
    consulted: int = 0
    polls: int = 0
    targets: int = 0
    agreed: int = 0
    minutes: int = 0
    resolutions: int = 0


@dataclass(frozen=True)
class Ground:
    """Whose conferences are summed: those of the deepest level at or under a unit; rows are the units below it."""

    campaign: Campaign
    place: Placement
    deepest: int

    @property
    def is_above_villages(self) -> bool:
        """Whether the rows are villages themselves."""
        return self.place.depth == self.deepest - 1

    def within(self, prefix: str) -> Q:
        """Rows whose ``prefix`` (a conference or placement) lies under the unit, at the deepest level."""
        deep = Q(**{f"{prefix}at_{self.deepest}__isnull": False}) if self.deepest else Q()
        return deep & (Q(**{f"{prefix}at_{self.place.depth}": self.place.pk}) if self.place.depth else Q())

    def key(self, prefix: str) -> F:
        """The column that says to which row a ``prefix`` belongs."""
        return F(f"{prefix}at_{self.place.depth + 1}")


@dataclass
class _Rows:
    """Figures by row as they come in."""

    found: dict[int, dict[str, int]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(int)))

    def take(self, rows: Iterable[Mapping[str, Any]]) -> None:
        """Add the columns of grouped rows to the row named by ``row``."""
        for one in rows:
            for name, value in one.items():
                if name != "row":
                    self.found[one["row"]][name] += value or 0


def sums_of(ground: Ground) -> dict[int, Sums]:
    """Sums by the id of each unit right below; nine statements, whatever the size of the area."""
    rows = _Rows()
    rows.take(_places(ground))
    rows.take(_presences(ground))
    rows.take(_tallies(ground))
    rows.take(_opinions(ground))
    rows.take(_votes(ground))
    rows.take(_grouped(ground, Poll.objects.filter(status=PollStatus.CLOSED), polls=Count("pk")))
    rows.take(_targets(ground))
    rows.take(_grouped(ground, Minutes.objects.filter(status=MinutesStatus.CONFIRMED), minutes=Count("pk")))
    rows.take(_grouped(ground, Resolution.objects.filter(status=ResolutionStatus.ISSUED), resolutions=Count("pk")))
    return {pk: Sums(**figures) for pk, figures in rows.found.items()}


def total_of(rows: Iterable[Sums]) -> Sums:
    """All of them together."""
    total = Sums()
    for one in rows:
        total = replace(total, **{name: getattr(total, name) + value for name, value in vars(one).items()})
    return total


def _places(ground: Ground) -> QuerySet[ConferencePlace, dict[str, Any]]:
    """Units with their state and, where they have met, their households."""
    places = ConferencePlace.objects.filter(ground.within("placement__"), campaign=ground.campaign)
    met = Q(conference__status=ConferenceStatus.HELD)
    return _by(
        places, ground.key("placement__"), units=Count("pk"), held=Count("pk", met),
        given_up=Count("pk", Q(conference__status=ConferenceStatus.NOT_HELD)),
        roll=Sum("placement__households", filter=met),
    )  # fmt: skip


def _presences(ground: Ground) -> QuerySet[Any, dict[str, Any]]:
    came = Attendance.objects.filter(taken_back_at=None)
    return _grouped(ground, came, has_village=True, present=Count("pk"), households=Count("household_id"))


def _tallies(ground: Ground) -> QuerySet[Any, dict[str, Any]]:
    """Counts from paper, of conferences at which nobody was ticked off."""
    ticked = Attendance.objects.filter(conference=OuterRef("conference"), taken_back_at=None)
    tallies = Tally.objects.exclude(group="").filter(~Exists(ticked))
    homes = Sum("count", filter=Q(group=Group.HOUSEHOLD))
    return _grouped(ground, tallies, has_village=True, present=Sum("count"), households=homes)


def _opinions(ground: Ground) -> QuerySet[Any, dict[str, Any]]:
    asked = Count("pk", Q(is_petition=True))
    return _grouped(ground, Opinion.objects.all(), has_village=True, opinions=Count("pk"), petitions=asked)


def _votes(ground: Ground) -> QuerySet[Any, dict[str, Any]]:
    """Counts of hands and ballots on matters; those that choose chair, secretary or delegates are left out."""
    passed, consulted = Count("pk", Q(outcome=Outcome.PASSED)), Count("pk", Q(outcome=Outcome.CONSULTED))
    counted = HandCount.objects.filter(chooses="")
    return _grouped(ground, counted, has_village=True, votes=Count("pk"), passed=passed, consulted=consulted)


def _targets(ground: Ground) -> QuerySet[Any, dict[str, Any]]:
    last = HandCount.objects.filter(target=OuterRef("pk")).order_by("-counted_at", "-pk").values("outcome")[:1]
    put = Target.objects.filter(dropped_at=None).annotate(last=Subquery(last))
    passed = Case(When(last=Outcome.PASSED, then=Value(1)), default=Value(0), output_field=IntegerField())
    return _grouped(ground, put.annotate(passed=passed), targets=Count("pk"), agreed=Sum("passed"))


def _grouped(
    ground: Ground, rows: QuerySet[Any], *, has_village: bool = False, **figures: Any
) -> QuerySet[Any, dict[str, Any]]:  # fmt: skip
    """Figures of rows that hang on a conference, by the unit below; ``has_village``: they say for which village."""
    within = rows.filter(ground.within("conference__"), conference__campaign=ground.campaign)
    key: Any = ground.key("conference__")
    if has_village and ground.is_above_villages:
        key = Coalesce("village_id", "conference__placement_id")
    return _by(within, key, **figures)


def _by(rows: QuerySet[Any], key: Any, **figures: Any) -> QuerySet[Any, dict[str, Any]]:
    grouped: QuerySet[Any, dict[str, Any]] = rows.annotate(row=key).order_by("row").values("row").annotate(**figures)
    return grouped

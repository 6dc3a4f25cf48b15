"""The conferences of an area as the proposer and the board read them: thousands of plain rows, few queries."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from danban.campaigns.models import Campaign
from danban.campaigns.rules.local_dates import Days
from danban.conferences import rules
from danban.conferences.models import Conference, ConferencePlace
from danban.conferences.states import ConferenceStatus
from danban.kit import paths
from danban.units.models import Placement

_FIXED = (ConferenceStatus.ANNOUNCED, ConferenceStatus.OPENED, ConferenceStatus.HELD)
ORDER = {"am": 0, "pm": 1, "eve": 2}
"""Sessions in the order of a day."""
Slot = tuple[date, str]


@dataclass(frozen=True)
class Standing:
    """One conference: who holds it, where it stands, what its village wishes, in which days it is owed."""

    pk: int
    name: str
    parent_name: str
    unit_id: int
    place_id: int
    parent_id: int
    status: str
    is_pilot: bool
    is_fixed: bool
    slot: Slot | None
    hall_id: int | None
    wish: Slot | None
    wished_hall_id: int | None
    window: Days


def standing_conferences(campaign_id: int, area: Placement) -> QuerySet[Conference]:
    """Those held, or to be held, for units at and under a place; given up and joined ones are left out.

    Asked by the units it is held for, so that a village that meets with another finds that one.
    """
    return serving(campaign_id, area).exclude(status=ConferenceStatus.NOT_HELD)


def serving(campaign_id: int, area: Placement) -> QuerySet[Conference]:
    """Conferences held for units at and under a place, whatever became of them; one joined to another serves none."""
    low, high = paths.bounds(area.path)
    serves = ConferencePlace.objects.filter(
        conference=OuterRef("pk"), placement__path__gte=low, placement__path__lt=high
    )
    return Conference.objects.filter(Exists(serves), campaign_id=campaign_id, placement__tree_id=area.tree_id)


def list_standing(campaign: Campaign, area: Placement, *, depth: int) -> list[Standing]:
    """Every conference of one level of the tree in an area, in the order of the tree. Three queries."""
    rows = standing_conferences(campaign.pk, area).filter(level__depth=depth).order_by("placement__path", "pk")
    values = list(
        rows.values_list(
            "pk", "placement__name", "placement__parent__name", "placement__unit_id", "placement_id",
            "placement__parent_id", "status", "is_pilot", "is_fixed", "day", "session", "hall_id",
            "proposed_day", "proposed_session", "proposed_hall_id",
        )
    )  # fmt: skip
    windows = _windows(campaign.pk, {row[0]: row[4] for row in values})
    return [
        Standing(
            pk=pk, name=name, parent_name=above or "", unit_id=unit, place_id=place, parent_id=parent or place,
            status=status, is_pilot=pilot,
            is_fixed=status in _FIXED or (fixed and day is not None), slot=(day, session) if day else None,
            hall_id=hall, wish=(wished, wished_session) if wished else None, wished_hall_id=wished_hall,
            window=windows[pk],
        )
        for (
            pk, name, above, unit, place, parent, status, pilot, fixed, day, session, hall, wished, wished_session,
            wished_hall,
        ) in values
    ]  # fmt: skip


def _windows(campaign_id: int, places: Mapping[int, int]) -> dict[int, Days]:
    """Conference → the days all the units it serves owe it in."""
    served: dict[int, list[int]] = {pk: [] for pk in places}
    rows = ConferencePlace.objects.filter(campaign_id=campaign_id).order_by("pk")
    for conference, place in rows.values_list("conference_id", "placement_id"):
        if conference in served:
            served[conference].append(place)
    windows = rules.windows_of(campaign_id, [place for among in served.values() for place in among])
    shared: dict[int, Days] = {}
    for pk, among in served.items():
        days = [windows[place] for place in among if place in windows]
        shared[pk] = days[0] if len(days) == 1 else rules.overlap(days)
    return shared

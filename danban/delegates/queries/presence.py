"""Who came to a conference, as numbers: present, by group, by village; from presences, or from counts on paper."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count

from danban.conferences.models import ConferencePlace
from danban.delegates.models import Attendance, Delegate, Household, Quota, Tally
from danban.delegates.states import Group, Reply

Key = tuple[str, str]
"""A group's code and its own label ("" but for ``OTHER``)."""


@dataclass(frozen=True)
class GroupCount:
    """One group: how many are planned, named and present. ``planned`` None where no structure was set."""

    group: str
    label: str
    planned: int | None
    named: int
    present: int


@dataclass(frozen=True)
class VillageCount:
    """One unit the conference is held for: people present, households present, households on its roll."""

    placement_id: int
    name: str
    present: int
    households: int
    roll: int | None


@dataclass(frozen=True)
class PresenceCount:
    """Presence at a conference. ``roll``: households of all its units, None where nobody has counted one of them.

    ``is_from_paper``: the numbers are counts somebody entered, not people ticked off one by one.
    """

    present: int
    households: int
    roll: int | None
    by_group: tuple[GroupCount, ...]
    by_village: tuple[VillageCount, ...]
    is_from_paper: bool


def presence_of(conference_id: int) -> PresenceCount:
    """Who came: rows of presence win over counts from paper where there are any. Eight queries."""
    came = Attendance.objects.filter(conference_id=conference_id, taken_back_at__isnull=True)
    present, by_village, households = Counter[Key](), Counter[int | None](), Counter[int | None]()
    for group, label, village, household in came.values_list("group", "group_label", "village_id", "household_id"):
        present[(group, label)] += 1
        by_village[village] += 1
        households[village] += household is not None
    is_from_paper = not present
    if is_from_paper:
        tallies = Tally.objects.filter(conference_id=conference_id).exclude(group="")
        for group, label, village, count in tallies.values_list("group", "label", "village_id", "count"):
            present[(group, label)] += count
            by_village[village] += count
            households[village] += count if group == Group.HOUSEHOLD else 0
    villages = _villages(conference_id, by_village, households)
    rolls = [one.roll for one in villages]
    return PresenceCount(
        present=present.total(),
        households=households.total(),
        roll=None if None in rolls else sum(roll or 0 for roll in rolls),
        by_group=_groups(conference_id, present),
        by_village=villages,
        is_from_paper=is_from_paper and present.total() > 0,
    )


def _groups(conference_id: int, present: Counter[Key]) -> tuple[GroupCount, ...]:
    planned = Counter[Key]()
    for group, label, count in Quota.objects.filter(conference_id=conference_id, village__isnull=True).values_list(
        "group", "label", "planned"
    ):  # fmt: skip
        planned[(group, label)] += count
    living = Delegate.objects.filter(conference_id=conference_id, dropped_at__isnull=True).exclude(
        reply=Reply.REPLACED
    )  # fmt: skip
    counted = living.values("group", "group_label").annotate(n=Count("pk")).order_by("group", "group_label")
    named = {(row["group"], row["group_label"]): row["n"] for row in counted}
    return tuple(
        GroupCount(
            group=group,
            label=label or str(Group(group).label),
            planned=planned.get((group, label)) if planned else None,
            named=named.get((group, label), 0),
            present=present[(group, label)],
        )
        for group, label in _in_order({*planned, *named, *present})
    )


def _in_order(keys: Iterable[Key]) -> list[Key]:
    rank = {code: position for position, code in enumerate(Group.values)}
    return sorted(keys, key=lambda key: (rank[key[0]], key[1]))


def _villages(
    conference_id: int, present: Counter[int | None], households: Counter[int | None]
) -> tuple[VillageCount, ...]:  # fmt: skip
    places = [
        row.placement
        for row in ConferencePlace.objects.filter(conference_id=conference_id)
        .select_related("placement")
        .order_by("placement__path", "pk")
    ]
    units = [place.unit_id for place in places]
    counted = (
        Household.objects.filter(unit_id__in=units, left_on__isnull=True).values("unit_id").annotate(n=Count("pk"))
    )
    rolls = {row["unit_id"]: row["n"] for row in counted.order_by("unit_id")}
    alone = len(places) == 1
    return tuple(
        VillageCount(
            placement_id=place.pk,
            name=place.name,
            present=present.total() if alone else present[place.pk],
            households=households.total() if alone else households[place.pk],
            roll=rolls.get(place.unit_id, place.households),
        )
        for place in places
    )

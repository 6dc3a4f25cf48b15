"""How many came to a conference: in all, by household against the roll, by group, by village."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from django.db.models import Count, Max, Q

from danban.conferences.models import ConferencePlace
from danban.delegates.models import Attendance, Delegate, Household, Quota, Tally
from danban.delegates.states import Group, Reply
from danban.units.models import Placement

Key = TypeVar("Key")
GroupKey = tuple[str, str]
_ORDER = {code: number for number, code in enumerate(Group.values)}


@dataclass(frozen=True)
class GroupCount:
    """A group: how many were to come, are named, came."""

    label: str
    planned: int
    named: int
    present: int


@dataclass(frozen=True)
class VillageCount:
    """A unit: those who came from it, households among them, households on its roll (None: not known)."""

    placement_id: int
    name: str
    present: int
    households: int
    roll: int | None


@dataclass(frozen=True)
class PresenceCount:
    """Those who came. ``is_from_paper``: counts somebody entered, because nobody was written down by name.

    ``roll`` is None where the households of one of its units are not known.
    """

    present: int
    households: int
    roll: int | None
    by_group: tuple[GroupCount, ...]
    by_village: tuple[VillageCount, ...]
    is_from_paper: bool = False


def standing_delegates(conference_id: int) -> Q:
    """Those named for a conference who are still expected: neither dropped nor replaced."""
    return Q(conference_id=conference_id, dropped_at__isnull=True) & ~Q(reply=Reply.REPLACED)


def presence_of(conference_id: int) -> PresenceCount:
    """Rows of presences that were not taken back, or the counts from paper where there are none. Seven queries."""
    places = _places(conference_id)
    rolls = _rolls(places)
    rows = Attendance.objects.filter(conference_id=conference_id, taken_back_at__isnull=True)
    counted = list(
        rows.values("village_id", "group", "group_label").order_by().annotate(
            present=Count("pk"), households=Count("household", distinct=True)
        )
    )  # fmt: skip
    if counted:
        present = _Sums(
            total=sum(row["present"] for row in counted),
            households=sum(row["households"] for row in counted),
            groups=_add(((row["group"], row["group_label"]), row["present"]) for row in counted),
            villages=_add((row["village_id"], row["present"]) for row in counted),
            village_households=_add((row["village_id"], row["households"]) for row in counted),
        )
    else:
        present = _from_paper(conference_id)
    return PresenceCount(
        present=present.total,
        households=present.households,
        roll=None if None in rolls.values() else sum(roll or 0 for roll in rolls.values()),
        by_group=_by_group(conference_id, present.groups),
        by_village=_by_village(places, rolls, present),
        is_from_paper=not counted and present.total > 0,
    )


def presence_mark(conference_id: int) -> str:
    """Changes whenever somebody is written down or taken back: the tag of a page that shows the counts. One query."""
    rows = Attendance.objects.filter(conference_id=conference_id)
    told = rows.aggregate(last=Max("pk"), back=Count("pk", filter=Q(taken_back_at__isnull=False)))
    return f"{told['last'] or 0}-{told['back']}"


def villages_of(conference_id: int) -> list[tuple[int, str]]:
    """The units a conference is held for where there are several: placement, name; none where it is one."""
    places = _places(conference_id)
    return [(place.pk, place.name) for place in places] if len(places) > 1 else []


def tallies_of(conference_id: int) -> list[Tally]:
    """Counts that belong to nobody, groups first, then women, age bands and the like in order of writing."""
    return list(Tally.objects.filter(conference_id=conference_id).order_by("label", "pk"))


@dataclass(frozen=True)
class _Sums:
    total: int
    households: int
    groups: Counter[GroupKey]
    villages: Counter[int | None]
    village_households: Counter[int | None]


def _add(pairs: Iterable[tuple[Key, int]]) -> Counter[Key]:
    found: Counter[Key] = Counter()
    for key, count in pairs:
        found[key] += count
    return found


def _from_paper(conference_id: int) -> _Sums:
    """Whole counts where they stand, else the sum of what stands by group or by village."""
    lines = list(Tally.objects.filter(conference_id=conference_id).order_by("pk"))
    whole = [one for one in lines if one.village_id is None]
    groups = _groups_of(whole) or _groups_of(lines)
    all_of = {one.village_id: one.count for one in lines if not one.group and not one.label}
    villages: Counter[int | None] = Counter()
    village_households: Counter[int | None] = Counter()
    for village in {one.village_id for one in lines}:
        mine = _groups_of([one for one in lines if one.village_id == village])
        villages[village] = all_of.get(village, sum(mine.values()))
        village_households[village] = mine[Group.HOUSEHOLD, ""]
    by_village = sum(count for village, count in villages.items() if village is not None)
    total = all_of.get(None, sum(groups.values()) or by_village)
    return _Sums(total, groups[Group.HOUSEHOLD, ""], groups, villages, village_households)


def _groups_of(lines: Iterable[Tally]) -> Counter[GroupKey]:
    return _add(((one.group, one.label), one.count) for one in lines if one.group)


def _places(conference_id: int) -> list[Placement]:
    rows = ConferencePlace.objects.filter(conference_id=conference_id).select_related("placement")
    return [row.placement for row in rows.order_by("placement__path", "pk")]


def _rolls(places: Iterable[Placement]) -> dict[int, int | None]:
    """Placement → households: those on the roll, else the number its unit is known to have."""
    known = list(places)
    units = [place.unit_id for place in known]
    rows = Household.objects.filter(unit_id__in=units, left_on__isnull=True).values("unit_id").order_by()
    counted = {row["unit_id"]: row["households"] for row in rows.annotate(households=Count("pk"))}
    return {place.pk: counted.get(place.unit_id, place.households) for place in known}


def _by_group(conference_id: int, present: Counter[GroupKey]) -> tuple[GroupCount, ...]:
    quotas = list(Quota.objects.filter(conference_id=conference_id).order_by("pk"))
    whole = [one for one in quotas if one.village_id is None]
    spread = [one for one in quotas if one.village_id is not None]
    planned = _add(((one.group, one.label), one.planned) for one in whole)
    for key, count in _add(((one.group, one.label), one.planned) for one in spread).items():
        planned.setdefault(key, count)
    rows = Delegate.objects.filter(standing_delegates(conference_id)).values("group", "group_label").order_by()
    named = _add(((row["group"], row["group_label"]), row["named"]) for row in rows.annotate(named=Count("pk")))
    keys = sorted(set(planned) | set(named) | set(present), key=lambda key: (_ORDER.get(key[0], 99), key[1]))
    return tuple(GroupCount(_label(key), planned[key], named[key], present[key]) for key in keys)


def _label(key: GroupKey) -> str:
    return key[1] or Group(key[0]).label


def _by_village(
    places: Iterable[Placement], rolls: dict[int, int | None], present: _Sums
) -> tuple[VillageCount, ...]:  # fmt: skip
    """The units it is held for, then those whose delegates came from elsewhere (villages at a commune conference)."""
    held_for = list(places)
    alone = held_for[0].pk if len(held_for) == 1 else 0
    others = {village for village in present.villages if village} - {place.pk for place in held_for}
    found = [*held_for, *Placement.objects.filter(pk__in=others).order_by("path", "pk")]
    return tuple(
        VillageCount(
            placement_id=place.pk,
            name=place.name,
            present=present.villages[place.pk] + (present.villages[None] if place.pk == alone else 0),
            households=present.village_households[place.pk]
            + (present.village_households[None] if place.pk == alone else 0),
            roll=rolls.get(place.pk, place.households),
        )
        for place in found
    )

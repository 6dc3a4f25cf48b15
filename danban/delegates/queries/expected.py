"""Who is expected at a conference and who of them is in: what a secretary ticks, a phone shows, a sheet prints."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from danban.conferences.models import ConferencePlace
from danban.delegates.models import Attendance, Delegate, Household
from danban.delegates.queries.presence import standing_delegates
from danban.delegates.states import Group, Way
from danban.kit.vietnamese import fold, person_sort_key

_MARK = 16


@dataclass(frozen=True)
class Came:
    """A presence that stands: its row, when, how it was recorded."""

    pk: int
    at: datetime
    way: str


@dataclass(frozen=True)
class Person:
    """A delegate, a household of the roll that named nobody, or somebody who came without being named.

    ``village_id`` is the placement they count for (None: the unit that holds it), ``mark`` the beginning of the hash
    of their card, by which a phone knows it without a line.
    """

    delegate_id: int | None
    household_id: int | None
    name: str
    group: str
    code: str
    village_id: int | None
    folded: str
    sort_key: str
    mark: str = ""
    came: Came | None = None

    @property
    def is_expected(self) -> bool:
        """Whether they stand on a list, not only among those who came."""
        return bool(self.mark) or self.came is None or self.delegate_id is not None or bool(self.code)


def expected_people(conference_id: int) -> list[Person]:
    """Everybody, by given name. Four queries, however many there are. Names alone, no telephone numbers."""
    rows = Attendance.objects.filter(conference_id=conference_id, taken_back_at__isnull=True).order_by("pk")
    living = list(rows.select_related("delegate", "household"))
    by_delegate = {row.delegate_id: row for row in living if row.delegate_id}
    by_household = {row.household_id: row for row in living if row.household_id and not row.delegate_id}
    found = _delegates(conference_id, by_delegate)
    found += _households(conference_id, by_household, {one.household_id for one in found} - {None})
    seen = {one.came.pk for one in found if one.came}
    found += [_walk_in(row) for row in living if row.pk not in seen]
    return sorted(found, key=lambda one: (one.sort_key, one.code, one.delegate_id or 0, one.household_id or 0))


def _delegates(conference_id: int, came: Mapping[int, Attendance]) -> list[Person]:
    rows = Delegate.objects.filter(standing_delegates(conference_id)).select_related("household").order_by("pk")
    return [
        Person(
            delegate_id=one.pk, household_id=one.household_id, name=one.full_name,
            group=_label(one.group, one.group_label), code=one.household.code if one.household else "",
            village_id=one.village_id, folded=one.folded, sort_key=one.sort_key, mark=one.token_hash[:_MARK],
            came=_came(came.get(one.pk)),
        )
        for one in rows.only(
            "full_name", "group", "group_label", "village_id", "folded", "sort_key", "token_hash", "household__code"
        )
    ]  # fmt: skip


def _households(
    conference_id: int, came: Mapping[int, Attendance], named: set[int | None]
) -> list[Person]:  # fmt: skip
    served = ConferencePlace.objects.filter(conference_id=conference_id).order_by("pk")
    places = dict(served.values_list("placement__unit_id", "placement_id"))
    standing = Q(left_on__isnull=True) | Q(pk__in=list(came))
    rows = Household.objects.filter(standing, unit_id__in=places).order_by("pk")
    label = _label(Group.HOUSEHOLD, "")
    return [
        Person(
            delegate_id=None, household_id=one.pk, name=one.head_name, group=label, code=one.code,
            village_id=places[one.unit_id] if len(places) > 1 else None, folded=one.folded, sort_key=one.sort_key,
            came=_came(came.get(one.pk)),
        )
        for one in rows
        if one.pk not in named
    ]  # fmt: skip


def _walk_in(row: Attendance) -> Person:
    """Somebody written down at the door, or whose place on the lists changed after they came."""
    name = row.full_name or (row.delegate.full_name if row.delegate else "")
    return Person(
        delegate_id=row.delegate_id, household_id=row.household_id, name=name,
        group=_label(row.group, row.group_label), code="", village_id=row.village_id, folded=fold(name),
        sort_key=person_sort_key(name), came=_came(row),
    )  # fmt: skip


def _came(row: Attendance | None) -> Came | None:
    return Came(row.pk, row.came_at, Way(row.way).label) if row else None


def _label(group: str, label: str) -> str:
    return label or Group(group).label


def narrow(people: Iterable[Person], words: str) -> list[Person]:
    """Those in whose name, code or address every word stands, with or without accents."""
    wanted = fold(words).split()
    return [one for one in people if all(word in one.folded for word in wanted)]

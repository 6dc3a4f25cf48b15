"""The synthesis of the conferences below a unit: what a commune's conference opens with, what areas look at."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q

from danban.conferences.models import Conference, ConferencePlace
from danban.conferences.queries import conference_for, year_for
from danban.conferences.states import CONFERENCE, ConferenceStatus
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound
from danban.resolutions.queries.sums import Ground, Sums, sums_of, total_of
from danban.resolutions.rules.permits import may_read_names
from danban.sittings.models import Opinion
from danban.units.models import Placement

MOST_PETITIONS = 300


@dataclass(frozen=True)
class Line:
    """One unit right below; ``conference_id`` is its conference where the unit is a village."""

    place: Placement
    sums: Sums
    conference_id: int | None


@dataclass(frozen=True)
class Missing:
    """A village that has not met: its conference and in what state that is; None where none is entered."""

    place: Placement
    conference_id: int | None
    status: str


@dataclass(frozen=True)
class FieldCount:
    """A field of what was said: its code ("" not sorted), opinions, petitions among them."""

    code: str
    opinions: int
    petitions: int


@dataclass(frozen=True)
class Synthesis:
    """Up to the minute. ``missing`` and ``petitions`` are filled where the units below are villages.

    ``petitions`` are words of people: only for who may read names.
    """

    place: Placement
    year: int
    total: Sums
    lines: list[Line]
    missing: list[Missing]
    fields: list[FieldCount]
    petitions: list[Opinion]
    conference: Conference | None
    at: datetime

    @property
    def is_above_villages(self) -> bool:
        """Whether the units below are villages."""
        return bool(self.conference)


def synthesis_of(conference: Conference, *, at: datetime, with_words: bool = True) -> Synthesis:
    """What the village conferences of a commune come to; raises ``NotFound`` for a village's own conference."""
    deepest = conference.campaign.tree.scheme.levels.count() - 1
    ground = Ground(conference.campaign, conference.placement, deepest)
    if not ground.is_above_villages:
        raise NotFound("Chỉ hội nghị cấp xã mở đầu bằng bản tổng hợp hội nghị các thôn, tổ dân phố.")
    return _synthesis(ground, conference, at=at, with_words=with_words)


def synthesis_page(actor: Actor, pk: int, *, at: datetime) -> Synthesis:
    """The same for who sees the conference; the words of petitions only for who may read names."""
    conference = conference_for(actor, pk)
    return synthesis_of(conference, at=at, with_words=may_read_names(actor, conference))


def synthesis_of_area(actor: Actor, *, place_id: int | None = None, at: datetime) -> Synthesis:
    """The figures of an area by the units right below it; raises ``NotFound``. Constant queries."""
    year = year_for(actor, place_id=place_id)
    if year.place.depth >= year.deepest:
        raise NotFound("Thôn, tổ dân phố không có đơn vị cấp dưới để tổng hợp.")
    return _synthesis(Ground(year.campaign, year.place, year.deepest), None, at=at, with_words=False)


def _synthesis(ground: Ground, conference: Conference | None, *, at: datetime, with_words: bool) -> Synthesis:
    below = list(Placement.objects.filter(parent=ground.place).order_by("sort_key", "pk"))
    sums = sums_of(ground)
    meeting = _meeting(ground) if ground.is_above_villages else {}
    lines = [
        Line(place, sums.get(place.pk, Sums()), meeting[place.pk].conference_id if place.pk in meeting else None)
        for place in below
    ]
    return Synthesis(
        place=ground.place,
        year=ground.campaign.year,
        total=total_of(line.sums for line in lines),
        lines=lines,
        missing=_missing(below, meeting) if ground.is_above_villages else [],
        fields=_fields(ground),
        petitions=_petitions(ground) if with_words and ground.is_above_villages else [],
        conference=conference,
        at=at,
    )


def _meeting(ground: Ground) -> dict[int, ConferencePlace]:
    served = ConferencePlace.objects.filter(ground.within("placement__"), campaign=ground.campaign)
    return {one.placement_id: one for one in served.select_related("conference").order_by("pk")}


def _missing(below: list[Placement], meeting: dict[int, ConferencePlace]) -> list[Missing]:
    found = []
    for place in below:
        one = meeting.get(place.pk)
        if one is None:
            found.append(Missing(place, None, "Chưa lập danh sách"))
        elif one.conference.status != ConferenceStatus.HELD:
            found.append(Missing(place, one.conference_id, CONFERENCE.label(one.conference.status)))
    return found


def _fields(ground: Ground) -> list[FieldCount]:
    said = Opinion.objects.filter(ground.within("conference__"), conference__campaign=ground.campaign)
    rows = said.values("field").annotate(n=Count("pk"), petitions=Count("pk", Q(is_petition=True)))
    found = [FieldCount(one["field"], one["n"], one["petitions"]) for one in rows.order_by("-n", "field")]
    return sorted(found, key=lambda one: not one.code)


def _petitions(ground: Ground) -> list[Opinion]:
    said = Opinion.objects.filter(ground.within("conference__"), conference__campaign=ground.campaign)
    asked = said.filter(is_petition=True).select_related("village", "conference__placement")
    return list(asked.order_by("field", "conference__placement__path", "pk")[:MOST_PETITIONS])

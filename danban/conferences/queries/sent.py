"""The schedule of an area as it stands, as it was sent up, and what changed in between (IV.5)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from danban.conferences.models import Conference, Hall, SentSchedule
from danban.conferences.queries.standing import standing_conferences
from danban.conferences.queries.years import Year, year_for
from danban.conferences.states import ConferenceStatus, Session
from danban.kit.actor import Actor
from danban.kit.vietnamese import long_day
from danban.units.models import Placement


@dataclass(frozen=True)
class ScheduleChange:
    """What was sent about a conference and what stands now; None: it was, or is, not in the schedule."""

    conference_id: int
    before: dict[str, Any] | None
    now: dict[str, Any] | None


def schedule_now(campaign_id: int, area: Placement) -> tuple[list[dict[str, Any]], int]:
    """The lines of an area's schedule, and how many conferences that are to be held have no day yet."""
    rows = standing_conferences(campaign_id, area).order_by("placement__path", "pk")
    values = list(rows.values_list("pk", "status", "day", "session", "hall_id"))
    lines = [
        {"conference": pk, "day": day.isoformat(), "session": session, "hall": hall}
        for pk, _, day, session, hall in values
        if day is not None
    ]
    return lines, sum(day is None and status != ConferenceStatus.POSTPONED for _, status, day, _, _ in values)


def last_sent(campaign_id: int, area: Placement) -> SentSchedule | None:
    """What was sent up last; None where nothing was."""
    return SentSchedule.objects.filter(campaign_id=campaign_id, placement=area).order_by("-pk").first()


def changes_since(campaign_id: int, area: Placement) -> list[ScheduleChange] | None:
    """The difference between what was sent last and now, by conference; None where nothing was sent."""
    sent = last_sent(campaign_id, area)
    if sent is None:
        return None
    before = {line["conference"]: line for line in sent.content}
    now = {line["conference"]: line for line in schedule_now(campaign_id, area)[0]}
    return [
        ScheduleChange(pk, before.get(pk), now.get(pk))
        for pk in sorted(set(before) | set(now))
        if before.get(pk) != now.get(pk)
    ]


@dataclass(frozen=True)
class ChangedLine:
    """One changed conference in words: old and new (day, session, hall); "" where it was, or is, not scheduled."""

    conference_id: int
    name: str
    before: str
    now: str


@dataclass(frozen=True)
class SentBelow:
    """A unit right below: when it sent its schedule last, and how many changes since (None: nothing was sent)."""

    place: Placement
    sent: SentSchedule | None
    changes: int


@dataclass(frozen=True)
class SentPage:
    """``lines`` None where the unit has sent nothing; ``below`` for units that others send to."""

    year: Year
    sent: SentSchedule | None
    lines: Sequence[ChangedLine] | None
    below: Sequence[SentBelow]


def sent_page(actor: Actor, *, place_id: int | None = None) -> SentPage:
    """What changed since a unit sent its schedule up, and how its units below stand. Constant queries."""
    year = year_for(actor, place_id=place_id)
    changes = changes_since(year.campaign.pk, year.place)
    lines = None if changes is None else _in_words(changes)
    return SentPage(year, last_sent(year.campaign.pk, year.place), lines, _below(year))


def _in_words(changes: Sequence[ScheduleChange]) -> list[ChangedLine]:
    names = Conference.objects.filter(pk__in=[one.conference_id for one in changes]).order_by("pk")
    called = dict(names.values_list("pk", "placement__name"))
    ids = {line["hall"] for one in changes for line in (one.before, one.now) if line and line["hall"]}
    halls = dict(Hall.objects.filter(pk__in=ids).order_by("pk").values_list("pk", "name"))
    return [
        ChangedLine(one.conference_id, called[one.conference_id], _said(one.before, halls), _said(one.now, halls))
        for one in changes
        if one.conference_id in called
    ]


def _said(line: dict[str, Any] | None, halls: dict[int, str]) -> str:
    if line is None:
        return ""
    hall = f", {halls[line['hall']]}" if line["hall"] in halls else ""
    return f"{Session(line['session']).label} {long_day(date.fromisoformat(line['day']))}{hall}"


def _below(year: Year) -> list[SentBelow]:
    """Each unit right below that arranges conferences, with its last copy compared to now; three queries for all."""
    if year.place.depth >= year.deepest - 1:
        return []
    places = list(Placement.objects.filter(parent=year.place).order_by("path", "pk"))
    rows = SentSchedule.objects.filter(campaign=year.campaign, placement__parent=year.place).order_by("pk")
    latest = {one.placement_id: one for one in rows}
    standing = standing_conferences(year.campaign.pk, year.place).filter(day__isnull=False).order_by("pk")
    depth = year.place.depth + 1
    now: dict[int, dict[int, tuple[str, str, int | None]]] = {}
    for pk, day, session, hall, above in standing.values_list("pk", "day", "session", "hall_id", f"at_{depth}"):
        now.setdefault(above or 0, {})[pk] = (day.isoformat() if day else "", session, hall)
    return [SentBelow(one, latest.get(one.pk), _differing(latest.get(one.pk), now.get(one.pk, {}))) for one in places]


def _differing(sent: SentSchedule | None, now: dict[int, tuple[str, str, int | None]]) -> int:
    if sent is None:
        return 0
    before = {line["conference"]: (line["day"], line["session"], line["hall"]) for line in sent.content}
    return sum(before.get(pk) != now.get(pk) for pk in set(before) | set(now))

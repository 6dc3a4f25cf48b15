"""The schedule of an area as it stands, as it was sent up, and what changed in between (IV.5)."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef

from danban.conferences.models import Conference, ConferencePlace, SentSchedule
from danban.conferences.states import ConferenceStatus
from danban.kit import paths
from danban.units.models import Placement


@dataclass(frozen=True)
class ScheduleChange:
    """What was sent about a conference and what stands now; None: it was, or is, not in the schedule."""

    conference_id: int
    before: dict[str, Any] | None
    now: dict[str, Any] | None


def schedule_now(campaign_id: int, area: Placement) -> tuple[list[dict[str, Any]], int]:
    """The lines of an area's schedule, and how many conferences that are to be held have no day yet."""
    low, high = paths.bounds(area.path)
    serves = ConferencePlace.objects.filter(conference=OuterRef("pk"))
    standing = Conference.objects.filter(Exists(serves), campaign_id=campaign_id).exclude(
        status=ConferenceStatus.NOT_HELD
    )
    rows = standing.filter(placement__path__gte=low, placement__path__lt=high).order_by("placement__path", "pk")
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

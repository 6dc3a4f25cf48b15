"""In which days units owe their conference: read from what they owe, many at once."""

from collections.abc import Collection, Sequence
from datetime import datetime

from danban.campaigns.models import Obligation
from danban.campaigns.rules.local_dates import Days
from danban.conferences.models import Conference
from danban.conferences.rules.timing import Timing, check_day, check_session, is_in, overlap
from danban.kit.clock import day_of
from danban.kit.refusals import NotNow
from danban.kit.vietnamese import long_day

CONFERENCE = "conference"
"""The code of what a unit owes: to hold its conference."""
_FEW = 500


def windows_of(campaign_id: int, placement_ids: Collection[int]) -> dict[int, Days]:
    """Placement → the days its conference is owed in; a unit that owes none is left out."""
    owed = Obligation.objects.filter(campaign_id=campaign_id, kind__code=CONFERENCE)
    if len(placement_ids) <= _FEW:
        owed = owed.filter(placement_id__in=sorted(placement_ids))
    rows = owed.order_by("pk").values_list("placement_id", "starts_on", "due_on")
    wanted = set(placement_ids)
    return {place: Days(starts, due) for place, starts, due in rows if place in wanted}


def window_of(conference: Conference) -> Days:
    """The days a conference may meet in: those all its units share."""
    ids = list(conference.places.order_by("pk").values_list("placement_id", flat=True))
    return overlap(list(windows_of(conference.campaign_id, ids).values()))


def check_timing(conference: Conference, timing: Timing, *, at: datetime) -> None:
    """Raise ``BadInput`` for a day, session or start at which this conference cannot meet."""
    check_session(timing)
    check_day(timing.day, window=window_of(conference), name=conference.placement.name, today=day_of(at))


def check_still_fits(kept: Conference, joined: Sequence[Conference]) -> None:
    """The day of a conference lies in the days all the units owe it that would share it; raises ``NotNow``."""
    shared = overlap([window_of(one) for one in joined])
    if kept.day is not None and not is_in(shared, kept.day):
        raise NotNow(f"{long_day(kept.day)} nằm ngoài đợt chung của các đơn vị ({shared}). Hãy bỏ lịch trước khi ghép.")

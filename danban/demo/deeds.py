"""What has been done by the chosen day, as later rooms will do it: each deed on a believable date.

Later rooms replace these simulated deeds with real ones (a plan issued, a conference held). Every deed is
written through the campaign room's bulk verb and marked in the diary as simulated.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from danban.campaigns.models import Campaign, Obligation
from danban.demo.calendar import conference_day, days_from, pace_of
from danban.demo.detailed import CODES
from danban.demo.plans import NO_PLAN_YET, own_window, village_window
from danban.kit.calendar import Window

EVENT = "demo.simulated"
# Before and after a village's conference: kind code → days relative to it, low and high.
AROUND_CONFERENCE = {
    "agenda": (-18, -13),
    "conference": (0, 0),
    "last_resolution": (0, 0),
    "public_conduct": (0, 0),
    "self_managed": (0, 0),
    "families": (0, 0),
    "minutes": (1, 3),
    "resolution": (1, 4),
    "petitions": (2, 8),
}
# Before the day it is due: kind code → days early, low and high (negative: late).
BEFORE_DUE = {
    "pilot": (0, 8),
    "leaders_assigned": (-2, 5),
    "schedule": (-3, 6),
    "leaders_proposed": (1, 4),
    "grants_paid": (-9, 2),
    "supervision": (0, 5),
}


@dataclass(frozen=True)
class Deed:
    """One obligation fulfilled on a day."""

    obligation_id: int
    fulfilled_on: date


@dataclass(frozen=True)
class _Owed:
    """An obligation as the draw needs it."""

    pk: int
    code: str
    level: str
    place_code: str
    parent_code: str
    due_on: date | None


def simulate_deeds(campaign: Campaign, *, today: date) -> Iterator[Deed]:
    """Every deed done by ``today``; the same for the same campaign and day."""
    window = village_window(campaign)
    for owed in _all_owed(campaign):
        done_on = _day_done(owed, window)
        if done_on is not None and done_on <= today:
            yield Deed(owed.pk, done_on)


def _all_owed(campaign: Campaign) -> Iterator[_Owed]:
    rows = Obligation.objects.filter(campaign=campaign).order_by("pk")
    columns = ("pk", "kind__code", "kind__level__code", "placement__code", "placement__parent__code", "due_on")
    for pk, code, level, place, parent, due_on in rows.values_list(*columns).iterator(chunk_size=5_000):
        yield _Owed(pk, code, level, place, parent or "", due_on)


def _day_done(owed: _Owed, window: Window | None) -> date | None:
    if owed.level == "village":
        return _village_day(owed, window)
    if owed.due_on is None or owed.code not in BEFORE_DUE:
        return None
    low, high = BEFORE_DUE[owed.code]
    return owed.due_on - days_from(owed.place_code, owed.code, low, high)


def _village_day(owed: _Owed, window: Window | None) -> date | None:
    if window is None or owed.code not in AROUND_CONFERENCE or owed.parent_code in NO_PLAN_YET:
        return None
    if owed.place_code in CODES:  # played through the real verbs
        return None
    low, high = AROUND_CONFERENCE[owed.code]
    held = conference_day(owed.place_code, own_window(owed.parent_code, window), pace=pace_of(owed.parent_code))
    return held + days_from(owed.place_code, owed.code, low, high)

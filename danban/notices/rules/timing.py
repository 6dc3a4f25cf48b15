"""When a notice may leave: outside a person's quiet hours, once a day where they want it so, later after a failure.

Nothing here depends on the engine or the hour of the machine: moments come in, moments go out. Hours are Hà Nội's.
"""

from datetime import datetime, time, timedelta

from danban.kit.clock import HANOI
from danban.notices.models import Preference
from danban.notices.states import Digest

DIGEST_HOUR = time(7, 0)
"""When the daily mail is gathered, Hanoi time."""
MOST_TRIES = 5
WAITS = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=2))
"""How long to wait after the first, second… failed try; after the last of ``MOST_TRIES`` nobody waits."""


def leaves_at(preference: Preference, *, is_urgent: bool, at: datetime) -> datetime:
    """The first moment from ``at`` on when a notice told at ``at`` may leave for this person.

    What is urgent leaves at once, also at night. A daily digest waits for the next ``DIGEST_HOUR``.
    """
    if is_urgent:
        return at
    wanted = _next(DIGEST_HOUR, at) if preference.digest == Digest.DAILY else at
    return after_quiet_hours(preference, wanted)


def after_quiet_hours(preference: Preference, at: datetime) -> datetime:
    """``at`` itself, or the end of the quiet hours it falls into; hours that begin as they end are none."""
    here, begin, end = at.astimezone(HANOI).time(), preference.quiet_from, preference.quiet_to
    is_quiet = begin <= here < end if begin <= end else here >= begin or here < end
    return _next(end, at) if is_quiet else at


def next_try_at(preference: Preference, *, tries: int, is_urgent: bool, at: datetime) -> datetime | None:
    """When to try again after ``tries`` failures, or None: it was the last."""
    if tries >= MOST_TRIES:
        return None
    again = at + WAITS[tries - 1]
    return again if is_urgent else after_quiet_hours(preference, again)


def _next(hour: time, at: datetime) -> datetime:
    """The next time after ``at`` that clocks in Hà Nội show ``hour``."""
    here = at.astimezone(HANOI)
    found = here.replace(hour=hour.hour, minute=hour.minute, second=0, microsecond=0)
    return (found if found > here else found + timedelta(days=1)).astimezone(at.tzinfo)

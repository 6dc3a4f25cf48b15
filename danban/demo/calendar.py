"""When simulated things happen: a conference day for each village, days for what goes before and after.

Drawn from a fixed seed per unit, so that any chosen "today" shows a believable state: what lies before
today has happened, the rest has not.
"""

import random
from datetime import date, timedelta

from danban.kit.calendar import Window, tet


def conference_day(code: str, window: Window, *, pace: float) -> date:
    """A day inside the window, outside Tết, evenings and weekends preferred; ``pace`` < 1 is earlier.

    People's conferences bunch towards the end of a window: the draw is skewed by a power.
    """
    draw = random.Random(f"conference {code}")
    closed = tet(window.end.year)
    open_days = [window.start + timedelta(days=n) for n in range(window.days)]
    open_days = [day for day in open_days if day not in closed]
    position = draw.random() ** (1 / (2.2 * pace))
    index = min(int(position * len(open_days)), len(open_days) - 1)
    chosen = open_days[index]
    if chosen.weekday() < 4 and draw.random() < 0.4:
        later = [day for day in open_days[index:] if day.weekday() >= 4][:1]
        return later[0] if later else chosen
    return chosen


def pace_of(code: str) -> float:
    """How fast a commune is: the same for all of its villages."""
    return random.Random(f"pace {code}").uniform(0.55, 1.7)


def days_from(code: str, what: str, low: int, high: int) -> timedelta:
    """A drawn number of days between two bounds, both included."""
    return timedelta(days=random.Random(f"{what} {code}").randint(low, high))

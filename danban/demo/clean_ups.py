"""A year of weekly clean-ups before the day of the demonstration: most weeks in a few places, rarely everywhere.

Drawn from a fixed seed per village and week; a village in a diligent commune holds more of them, nobody holds
one during Tết, and the Saturday before it is the great cleaning of the year.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from danban.culture.actions import Loaded
from danban.culture.rules import Told, monday_of
from danban.culture.states import Slot
from danban.demo.calendar import pace_of
from danban.kit.calendar import Window, tet
from danban.units.models import Placement, Tree

WEEKS = 52
FRIDAY, SATURDAY = timedelta(days=4), timedelta(days=5)
MEAN = 0.11
BEFORE_TET = 0.55
WORDS = (
    "Quét dọn đường ngõ, thu gom rác", "Phát quang cỏ dại, khơi thông cống rãnh", "Bóc xóa quảng cáo rao vặt",
    "Vệ sinh nhà văn hóa, sân chơi", "Trồng và chăm sóc đường hoa", "",
)  # fmt: skip


@dataclass(frozen=True)
class _Village:
    """A village as the draw needs it."""

    pk: int
    code: str
    parent_code: str
    households: int


def simulate_clean_ups(tree: Tree, *, today: date) -> Iterator[Loaded]:
    """Every clean-up up to ``today``; the same for the same tree and day."""
    closed = [tet(year) for year in (today.year - 1, today.year)]
    this_week = monday_of(today)
    weeks = [this_week - timedelta(days=7 * back) for back in range(WEEKS)]
    for village in _villages(tree):
        draw = random.Random(f"clean up {village.code}")
        pace = MEAN / pace_of(village.parent_code) * draw.uniform(0.4, 1.6)
        for monday in weeks:
            for day, slot in ((monday + FRIDAY, Slot.FRIDAY), (monday + SATURDAY, Slot.SATURDAY)):
                chance = _chance(day, pace if slot == Slot.SATURDAY else pace / 3, closed)
                if draw.random() < chance and tree.starts_on <= day <= today:
                    yield Loaded(village.pk, _told(village, day, slot, draw))


def _villages(tree: Tree) -> list[_Village]:
    lowest = Placement.objects.filter(tree=tree, level__depth=tree.scheme.levels.count() - 1).order_by("path")
    rows = lowest.values_list("pk", "code", "parent__code", "households")
    return [_Village(pk, code, parent or "", households or 200) for pk, code, parent, households in rows]


def _chance(day: date, pace: float, closed: list[Window]) -> float:
    if any(day in window for window in closed):
        return 0.0
    if any(timedelta(0) < window.start - day <= timedelta(days=7) for window in closed):
        return BEFORE_TET
    return pace


def _told(village: _Village, day: date, slot: Slot, draw: random.Random) -> Told:
    people = max(5, round(village.households * draw.uniform(0.06, 0.32)))
    return Told(day, slot.value, people=people, places=draw.randint(1, 4), text=draw.choice(WORDS))

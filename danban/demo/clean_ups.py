"""A year of simulated clean-ups: communes most Saturdays, one village in twenty too, few at Tết and in rain."""

import random
from collections.abc import Iterator
from datetime import date, timedelta

from danban.culture.actions import Loaded
from danban.culture.rules import Told
from danban.culture.states import Slot
from danban.demo.calendar import pace_of
from danban.kit.calendar import tet
from danban.units.models import Placement, Tree

_WEEKS = 52
_VILLAGES_ONE_IN = 20
_FRIDAY, _SATURDAY = 4, 5
_DONE = (
    "Quét dọn đường ngõ, thu gom rác tồn đọng.", "Bóc xóa quảng cáo rao vặt, cắt tỉa cây xanh.",
    "Khơi thông rãnh thoát nước, phát quang bụi rậm.", "Dọn vệ sinh quanh nhà văn hóa và sân chơi.",
    "Thu gom phế thải xây dựng bỏ lại bên đường.",
)  # fmt: skip


def simulate_clean_ups(tree: Tree, *, today: date) -> Iterator[Loaded]:
    """Clean-ups of the 52 weeks up to ``today``, those of days in which the tree stood."""
    cleaning = Placement.objects.filter(tree=tree, level__code__in=("commune", "village")).select_related("level")
    saturdays = [day for day in _saturdays(today) if day > tree.starts_on]
    for place in cleaning.only("code", "level__code", "households").order_by("path", "pk"):
        if place.level.code == "commune":
            yield from _year_of(place, saturdays, today, people=(25, 140), often=_diligence(place.code))
        elif _is_chosen(place.code):
            crowd = (8, max(12, (place.households or 120) // 4))
            yield from _year_of(place, saturdays, today, people=crowd, often=0.7)


def _saturdays(today: date) -> list[date]:
    last = today - timedelta(days=(today.weekday() - _SATURDAY) % 7)
    return [last - timedelta(weeks=back) for back in reversed(range(_WEEKS))]


def _diligence(code: str) -> float:
    """In how many of the weeks a commune turns out: from a third to nearly all, the slow ones less."""
    return max(0.3, min(0.97, 1.15 - 0.45 * pace_of(code)))


def _is_chosen(code: str) -> bool:
    return random.Random(f"cleaning village {code}").randrange(_VILLAGES_ONE_IN) == 0


def _year_of(
    place: Placement, saturdays: list[date], today: date, *, people: tuple[int, int], often: float
) -> Iterator[Loaded]:
    draw = random.Random(f"clean-ups {place.code}")
    for saturday in saturdays:
        is_friday = draw.random() < 0.2
        day = saturday - timedelta(days=1) if is_friday else saturday
        share = often * (0.15 if day in tet(day.year) else 0.6 if day.month in {7, 8} else 1.0)
        crowd, places, words = draw.randint(*people), draw.randint(1, 9), draw.random()
        if draw.random() < share and day <= today:
            text = _DONE[int(words * 40)] if words * 40 < len(_DONE) else ""
            yield Loaded(place.pk, Told(day, Slot.FRIDAY if is_friday else Slot.SATURDAY, crowd, places, text))

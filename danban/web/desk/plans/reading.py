"""A plan arranged for reading: days by level, contents by where they come from. Used by every page that shows one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from danban.kit.vietnamese import day, long_day

if TYPE_CHECKING:
    from danban.plans.rules.content import AboveDate, Content, DateLine, ItemLine


@dataclass(frozen=True)
class Line:
    """One content or task: its words, who does it, when, whether it must stay; ``is_own``: the unit's own."""

    title: str
    doer: str
    days: str
    is_mandatory: bool
    is_own: bool


@dataclass(frozen=True)
class Days:
    """One thing owed and its days in words."""

    name: str
    days: str


@dataclass(frozen=True)
class Reading:
    """A plan as people read it; ``dates`` stand under heads."""

    dates: tuple[tuple[str, tuple[Days, ...]], ...]
    contents: tuple[Line, ...]
    duties: tuple[Line, ...]
    handed_down: tuple[Line, ...]
    own: tuple[Line, ...]

    @property
    def mandatory(self) -> int:
        """How many lines must stay."""
        return sum(line.is_mandatory for line in (*self.contents, *self.duties, *self.handed_down))


def reading_of(content: "Content") -> Reading:
    """An edition, or a plan as its next edition would be."""
    own: list[tuple[str, AboveDate | DateLine]] = [(one.level_name, one) for one in content.dates]
    bounds = [(f"{one.level_name} · theo kế hoạch cấp trên", one) for one in content.bounds]
    return _reading([*own, *bounds], content.items)


def reading_above(dates: "Iterable[AboveDate]", items: "Iterable[ItemLine]") -> Reading:
    """What stands above a unit before it has a plan: what it must set, and what is set for it."""
    relevant = sorted((one for one in dates if one.is_required or one.is_optional), key=lambda one: one.is_optional)
    heads = {True: "đơn vị cần đặt, ngày dưới đây là gợi ý", False: "cấp trên đã định"}
    return _reading([(f"{one.level_name} · {heads[one.is_required]}", one) for one in relevant], items)


def words_of(starts_on: date | None, due_on: date | None) -> str:
    """ "02/01/2023 – 28/02/2023", "đến hết Thứ Sáu 30/12/2022", "chưa có ngày"."""
    if due_on is None:
        return "chưa có ngày"
    return f"{day(starts_on)} – {day(due_on)}" if starts_on else f"đến hết {long_day(due_on)}"


def _reading(dates: "Iterable[tuple[str, AboveDate | DateLine]]", items: "Iterable[ItemLine]") -> Reading:
    heads: dict[str, list[Days]] = {}
    for head, one in dates:
        heads.setdefault(head, []).append(Days(one.name, words_of(one.starts_on, one.due_on)))
    lines = [(item.origin.partition(":")[0], _line(item)) for item in items]
    return Reading(
        dates=tuple((head, tuple(days)) for head, days in heads.items()),
        contents=tuple(line for kind, line in lines if kind == "agenda"),
        duties=tuple(line for kind, line in lines if kind == "duty"),
        handed_down=tuple(line for kind, line in lines if kind == "item"),
        own=tuple(line for kind, line in lines if kind == ""),
    )


def _line(item: "ItemLine") -> Line:
    days = (
        words_of(item.starts_on, item.due_on) if item.due_on else f"từ {day(item.starts_on)}" if item.starts_on else ""
    )
    return Line(item.title, item.doer, days, item.is_mandatory, is_own=not item.origin)

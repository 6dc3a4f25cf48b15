"""The dry run as tables: what each level will owe, what it costs, what to look at once more."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils.safestring import SafeString

from danban.kit.money import dong
from danban.kit.vietnamese import number
from danban.web.desk.campaigns.sheets import Alert, alerts_of, units_of, year_line

if TYPE_CHECKING:
    from danban.campaigns.queries import DraftPage
    from danban.campaigns.queries.summary import KindCount


@dataclass(frozen=True)
class LevelToLaunch:
    """One level: its units, the kinds each of them will owe, and the work of named bodies."""

    name: str
    units: int
    kinds: tuple["KindCount", ...]

    @property
    def total(self) -> int:
        """All obligations of the level."""
        return sum(kind.count for kind in self.kinds)


@dataclass(frozen=True)
class GrantToLaunch:
    """ "579 × 5.000.000 đ = 2.895.000.000 đ" of a level."""

    level: str
    sum_up: str


@dataclass(frozen=True)
class Launching:
    """Everything the page of the dry run prints; ``deed`` names the one button."""

    levels: tuple[LevelToLaunch, ...]
    grants: tuple[GrantToLaunch, ...]
    grant_total: str
    agenda: tuple[tuple[str, int], ...]
    alerts: tuple[Alert, ...]
    line: SafeString
    units: int
    deed: str


def launch_of(page: "DraftPage", today: date) -> Launching:
    """The dry run of a draft, worked out for its page."""
    summary, shape = page.summary, page.ground.shape
    units, depth = units_of(page), {level.code: level.depth for level in shape.levels}
    levels = tuple(
        LevelToLaunch(level.name, page.ground.units.get(level.code, 0), kinds)
        for level in shape.levels
        if (kinds := _in_time(kind for kind in summary.kinds if kind.level == level.code))
    )
    return Launching(
        levels=levels,
        grants=tuple(
            GrantToLaunch(shape.name_of(g.level), _sum_up(g.units, g.amount))
            for g in sorted(summary.grants, key=lambda grant: depth[grant.level])
        ),
        grant_total=_grant_total(page),
        agenda=tuple((shape.name_of(at), n) for at, n in sorted(summary.agenda, key=lambda one: depth[one[0]])),
        alerts=alerts_of(page),
        line=year_line(page, today, with_links=False),
        units=units,
        deed=f"Phát hành năm {page.draft.year}: giao {number(summary.obligations)} việc cho {number(units)} đơn vị",
    )


def _in_time(kinds: "Iterable[KindCount]") -> "tuple[KindCount, ...]":
    """By due day, undated last."""
    return tuple(sorted(kinds, key=lambda kind: (kind.due_on is None, kind.due_on or date.max, kind.name)))


def _sum_up(units: int, amount: int) -> str:
    return f"{number(units)} × {dong(amount)} = {dong(units * amount)}"


def _grant_total(page: "DraftPage") -> str:
    """One product where every level gets the same, else the plain sum."""
    grants = page.summary.grants
    amounts = {grant.amount for grant in grants}
    if len(amounts) == 1 and len(grants) > 1:
        return _sum_up(sum(grant.units for grant in grants), amounts.pop())
    return dong(page.summary.grant_total)

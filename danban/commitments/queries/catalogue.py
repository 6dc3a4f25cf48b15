"""The catalogue of indicators: the city's own lines first, else those that come with the system."""

from __future__ import annotations

import json
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

from danban.commitments.models import Indicator
from danban.commitments.states import Direction, RollUp
from danban.kit.vietnamese import fold

_SHIPPED = Path(__file__).resolve().parents[1] / "data" / "indicators.json"


@dataclass(frozen=True)
class Measure:
    """One indicator; ``is_own``: the city wrote or changed it."""

    code: str
    name: str
    unit_label: str
    direction: str = Direction.UP
    roll_up: str = RollUp.RATIO
    numerator: str = ""
    denominator: str = ""
    measured_by: str = ""
    low: Decimal | None = None
    high: Decimal | None = None
    is_own: bool = False

    @property
    def is_share(self) -> bool:
        """Whether it is counted in per cent of something."""
        return self.roll_up == RollUp.RATIO


@cache
def shipped() -> dict[str, Measure]:
    """Those that come with the system, by code."""
    lines = json.loads(_SHIPPED.read_text(encoding="utf-8"))
    known = [{**one, "low": Decimal(one["low"]), "high": Decimal(one["high"])} for one in lines]
    return {one["code"]: Measure(**one) for one in known}


def catalogue() -> dict[str, Measure]:
    """Every indicator in use, by code; one query."""
    found = dict(shipped())
    for one in Indicator.objects.order_by("pk"):
        found.pop(one.code, None)
        if not one.is_retired:
            found[one.code] = Measure(
                one.code, one.name, one.unit_label, one.direction, one.roll_up, one.numerator, one.denominator,
                one.measured_by, one.low, one.high, is_own=True,
            )  # fmt: skip
    return found


def code_of(title: str, known: dict[str, Measure]) -> str:
    """The code of an indicator by its name in other capitals or accents; "" for a free promise."""
    wanted = fold(title)
    return next((code for code, one in known.items() if fold(one.name) == wanted), "")

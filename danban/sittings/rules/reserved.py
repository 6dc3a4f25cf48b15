"""Matters the law reserves to all households: what is enough for a quorum and a majority, by the day they meet.

The ground is every household representative of the unit, not those present and not those invited. Up to
2023-06-30 the Joint Resolution 09/2008 holds, from 2023-07-01 the Law 10/2022 (art. 21: contributions need two
thirds). Rule sets are data (``sittings/data/reserved.json``).
"""

import json
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache
from importlib.resources import files

from danban.kit.refusals import NotNow
from danban.sittings.states import Matter, Outcome


@dataclass(frozen=True)
class RuleSet:
    """One rule set: the days it holds, the share a quorum must exceed, the share a majority must exceed or reach."""

    code: str
    name: str
    starts_on: date
    ends_on: date | None
    quorum: Fraction
    majority: dict[str, Fraction]
    reached: frozenset[str]

    def has_quorum(self, present: int, households: int) -> bool:
        """Whether more than the quorum's share of all households is represented."""
        return households > 0 and Fraction(present, households) > self.quorum

    def has_majority(self, matter: str, in_favour: int, households: int) -> bool:
        """Whether enough of all households are in favour: the share reached or exceeded, as the matter asks."""
        if households <= 0:
            return False
        share, needed = Fraction(in_favour, households), self.majority[matter]
        return share >= needed if matter in self.reached else share > needed


@cache
def rule_sets() -> tuple[RuleSet, ...]:
    """Every rule set, the oldest first."""
    rows = json.loads(files("danban.sittings").joinpath("data/reserved.json").read_text(encoding="utf-8"))
    return tuple(
        RuleSet(
            code=row["code"], name=row["name"], starts_on=date.fromisoformat(row["from"]),
            ends_on=date.fromisoformat(row["until"]) if row["until"] else None, quorum=Fraction(*row["quorum"]),
            majority={matter: Fraction(*share) for matter, share in row["majority"].items()},
            reached=frozenset(row["at_least"]),
        )
        for row in rows
    )  # fmt: skip


def rule_set_on(day: date) -> RuleSet:
    """The rule set that holds on a day; raises ``NotNow`` where none is known."""
    for found in rule_sets():
        if found.starts_on <= day and (found.ends_on is None or day <= found.ends_on):
            return found
    raise NotNow("Chưa có quy định về tỷ lệ biểu quyết cho ngày này.")


def judge(
    matter: str, day: date, *, present: int, in_favour: int, against: int, households: int | None = None
) -> Outcome:
    """What a count decides. Ordinary matters: more for than against. Reserved ones: quorum and majority of all
    households; short of either the count is a consultation only.
    """
    if matter == Matter.ORDINARY:
        return Outcome.PASSED if in_favour > against else Outcome.FAILED
    rules = rule_set_on(day)
    if not rules.has_quorum(present, households or 0):
        return Outcome.CONSULTED
    if rules.has_majority(matter, in_favour, households or 0):
        return Outcome.PASSED
    return Outcome.CONSULTED if in_favour > against else Outcome.FAILED


def needed(matter: str, day: date, households: int) -> tuple[int, int]:
    """How many households must be represented, and how many must agree, for a reserved matter to be decided."""
    rules = rule_set_on(day)
    quorum = int(rules.quorum * households) + 1
    share = rules.majority[matter] * households
    reached = -(-share.numerator // share.denominator)
    return quorum, reached if matter in rules.reached else int(share) + 1

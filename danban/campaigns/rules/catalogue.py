"""The duties of a conference year, and finding the clause of *this* plan that each one comes from.

The catalogue is shipped data (``data/duties.json``). A duty whose words stand nowhere in the plan is
not proposed: nobody is made to owe what the plan does not ask for.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from danban.campaigns.rules.proposals import DutyValues, Line, MilestoneValues, Span
from danban.campaigns.rules.shape import Shape, levels_in
from danban.campaigns.rules.stored_reading import Passage, passages_of
from danban.campaigns.states import ItemKind, ItemState
from danban.kit.vietnamese import fold
from danban.planreader.reading import Reading


@dataclass(frozen=True)
class Hint:
    """Words that must stand in one line; ``under``: below a heading of the duty's own level."""

    words: tuple[str, ...] = ()
    under: bool = False
    at_milestone: bool = False


@dataclass(frozen=True)
class KnownDuty:
    """One duty of the catalogue. ``hints`` are tried in order; ``why`` explains its day to people."""

    level: str
    values: DutyValues
    hints: tuple[Hint, ...]
    why: str


@dataclass(frozen=True)
class Found:
    """Where in the plan a duty comes from."""

    section: str
    span: Span | None


@dataclass(frozen=True)
class Missing:
    """A duty of such a year that this plan does not ask for, or gives no day to hang it on."""

    level: str
    name: str
    lacks: str


@lru_cache(maxsize=1)
def _shipped() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(
        files("danban.campaigns").joinpath("data/duties.json").read_text(encoding="utf-8")
    )
    return loaded


@lru_cache(maxsize=1)
def known_duties() -> tuple[KnownDuty, ...]:
    """The whole catalogue, from the top level down."""
    return tuple(_known(raw) for raw in _shipped()["duties"])


def _known(raw: Mapping[str, Any]) -> KnownDuty:
    values = DutyValues(
        code=raw["code"],
        name=raw["name"],
        short=raw["short"],
        from_milestone=raw["milestone"],
        edge=raw["edge"],
        offset_days=raw["offset_days"],
        starts_with_milestone=raw["starts_with_milestone"],
        body_kind=raw["body_kind"],
        steps=(raw["why"],),
        set_by_office=raw["set_by_office"],
    )
    hints = tuple(
        Hint(tuple(h.get("words", ())), h.get("under", False), h.get("milestone", False)) for h in raw["clause"]
    )
    return KnownDuty(raw["level"], values, hints, raw["why"])


def is_conference_year(reading: Reading) -> bool:
    """Whether the plan is about the conferences the catalogue knows."""
    subject = fold(reading.title or "") or fold(reading.text[:600])
    return any(all(word in subject for word in words) for words in _shipped()["subject"])


def propose_duties(
    reading: Reading, shape: Shape, milestones: Mapping[str, Line]
) -> tuple[tuple[Line, ...], tuple[Missing, ...]]:
    """Duties of the catalogue that this plan asks for, each at its home level, and those it does not.

    ``milestones`` are the proposed milestone lines by code. A level the scheme lacks hands its duties
    on; where the receiving level has a duty of the same code already, that one stands for both.
    """
    lines: dict[tuple[str, str], Line] = {}
    missing = []
    for duty in sorted(known_duties(), key=lambda d: not shape.has(d.level)):
        home = shape.home_of(duty.level)
        if home is None or (home, duty.values.code) in lines:
            continue
        milestone = milestones.get(duty.values.from_milestone or "")
        found = find_clause(reading, shape, duty, milestone)
        if milestone is None or found is None:
            if shape.has(duty.level):
                lacks = "mốc thời gian" if milestone is None else "câu giao việc"
                missing.append(Missing(duty.level, duty.values.name, lacks))
            continue
        lines[home, duty.values.code] = Line(
            ItemKind.DUTY, duty.values, home, found.section, found.span, ItemState.PROPOSED
        )
    return tuple(lines.values()), tuple(missing)


def find_clause(reading: Reading, shape: Shape, duty: KnownDuty, milestone: Line | None) -> Found | None:
    """The first place of the plan that fits one of the duty's hints, hints in order."""
    levels = {duty.level, shape.home_of(duty.level)}
    for hint in duty.hints:
        if hint.at_milestone:
            if milestone is not None and isinstance(milestone.values, MilestoneValues):
                return Found(milestone.section, _line_around(reading, milestone.span))
            continue
        for passage in passages_of(reading):
            if all(word in passage.folded for word in hint.words):
                if hint.under and not levels & set(_level_above(passage, shape)):
                    continue
                return Found(passage.section, passage.span)
    return None


def _line_around(reading: Reading, span: Span | None) -> Span | None:
    """The whole line that holds a span: what a reader of an obligation should see of the plan."""
    if span is None:
        return None
    around = (p.span for p in passages_of(reading) if p.span[0] <= span[0] and span[1] <= p.span[1])
    return next(around, span)


def _level_above(passage: Passage, shape: Shape) -> tuple[str, ...]:
    for title in passage.headings:
        if levels := levels_in(title, shape):
            return levels
    return ()

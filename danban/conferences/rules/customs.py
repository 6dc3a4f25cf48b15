"""What agendas usually look like: who presents an item, how long it takes, what places add of their own.

Gathered from accounts of real conferences; a place changes all of it. The words stand in ``data/agendas.json``.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from danban.conferences.rules.heads import Heads
from danban.kit.vietnamese import fold

LONGEST_PRESENTER = 200
_FRONT, _AUTHORITY = "Ban công tác Mặt trận", "Trưởng thôn, Tổ trưởng tổ dân phố"


@dataclass(frozen=True)
class Custom:
    """An item places add: its words, who presents it, minutes; ``is_opening``: it stands before everything else."""

    title: str
    presenter: str
    minutes: int
    is_drafted: bool
    is_opening: bool


def usual_presenter(title: str, level: str, heads: Heads) -> tuple[str, int]:
    """Who usually presents an item of a level ("village", "commune") and for how many minutes."""
    folded = fold(title)
    for row in _known()["presenters"]:
        if row["level"] in (level, "") and all(word in folded for word in row["words"]):
            return _named(row["by"], heads), int(row["minutes"])
    return "", 0  # the last row fits everything


def usual_additions(level: str, heads: Heads) -> tuple[Custom, ...]:
    """What places of a level add, in the order it is usually held."""
    return tuple(
        Custom(row["title"], _named(row["by"], heads), row["minutes"], row["is_drafted"], row["is_opening"])
        for row in _known()["local"]
        if row["level"] == level
    )


def _named(words: str, heads: Heads) -> str:
    front = heads.front.name if heads.front else _FRONT
    authority = heads.authority.name if heads.authority else _AUTHORITY
    return words.format(front=front, authority=authority)[:LONGEST_PRESENTER]


@cache
def _known() -> Mapping[str, Any]:
    text = resources.files("danban.conferences").joinpath("data/agendas.json").read_text("utf-8")
    known: Mapping[str, Any] = json.loads(text)
    return known

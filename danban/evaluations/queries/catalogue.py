"""The forms of self-evaluation: for which level, which body owns it, which duty it fulfils, what it counts."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_SHIPPED = Path(__file__).resolve().parents[1] / "data" / "forms.json"


@dataclass(frozen=True)
class Form:
    """One form; ``owner`` is a body kind, ``duty`` an obligation's kind ("" for none), ``figures`` (code, label)."""

    code: str
    level: str
    name: str
    owner: str
    duty: str
    figures: tuple[tuple[str, str], ...]


@cache
def forms() -> dict[str, Form]:
    """All of them, by code."""
    lines = json.loads(_SHIPPED.read_text(encoding="utf-8"))
    return {
        one["code"]: Form(
            one["code"], one["level"], one["name"], one["owner"], one["duty"], tuple((c, n) for c, n in one["figures"])
        )
        for one in lines
    }


def forms_of(level: str) -> tuple[Form, ...]:
    """Those a level fills in."""
    return tuple(one for one in forms().values() if one.level == level)

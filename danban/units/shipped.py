"""What the program brings along: schemes of levels and bodies, and the units of Hà Nội before and after 7/2025.

Pure reading of package files; nothing here knows the database. The lists are public facts (codes and
names of the national statistics list); villages are not among them.
"""

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from typing import Any

from danban.kit.refusals import NotFound


@dataclass(frozen=True)
class UnitRow:
    """One unit as handed in: codes are text, ``kind`` is a kind's code, ``parent_code`` is "" for the root.

    ``households`` None means "not stated". ``public_code`` names a unit that exists already and is to be
    placed anew; "" makes a new unit.
    """

    code: str
    name: str
    kind: str
    parent_code: str
    households: int | None = None
    public_code: str = ""
    is_simulated: bool = False


@dataclass(frozen=True)
class SuccessionRow:
    """The unit coded ``from_code`` in the old tree became (``share`` "full" or "part") the one coded ``to_code``."""

    from_code: str
    to_code: str
    share: str
    is_default: bool = True


@dataclass(frozen=True)
class KindText:
    """Quận, xã, thôn…: a kind of unit as written in the file."""

    code: str
    name: str
    short: str
    is_urban: bool


@dataclass(frozen=True)
class BodyText:
    """A body every unit of a level has; ``only`` limits it to some kinds of unit (empty: all).

    Patterns know ``{name}`` (Phường Phúc Xá), ``{within}`` (phường Phúc Xá) and ``{own}`` (Phúc Xá);
    ``names`` holds another pattern for some kinds.
    """

    kind: str
    name: str
    names: Mapping[str, str] = field(default_factory=dict)
    parent: str = ""
    only: tuple[str, ...] = ()

    def stands_in(self, unit_kind: str) -> bool:
        """Whether units of this kind have the body."""
        return not self.only or unit_kind in self.only

    def name_for(self, unit_name: str, *, unit_kind: str, kind_name: str) -> str:
        """The body's full name in a unit."""
        own = unit_name.removeprefix(kind_name).strip() or unit_name
        within = unit_name[:1].lower() + unit_name[1:] if unit_name.startswith(kind_name) else unit_name
        return self.names.get(unit_kind, self.name).format(name=unit_name, within=within, own=own)


@dataclass(frozen=True)
class LevelText:
    """One floor of a scheme, top first."""

    code: str
    name: str
    kinds: tuple[KindText, ...]
    bodies: tuple[BodyText, ...]


@dataclass(frozen=True)
class SchemeText:
    """A scheme as written in the file; ``hands`` maps a level it lacks to the level that takes its duties."""

    code: str
    name: str
    hands: Mapping[str, str]
    levels: tuple[LevelText, ...]

    def bodies_of(self, level_code: str) -> tuple[BodyText, ...]:
        """The bodies of a level, in order of precedence; none for a level it does not have."""
        return next((level.bodies for level in self.levels if level.code == level_code), ())


@dataclass(frozen=True)
class BodyKindText:
    """A kind of body as written in the file."""

    code: str
    name: str
    short: str


def _open(name: str) -> str:
    return (resources.files("danban.units") / "data" / name).read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def _schemes() -> Any:
    return json.loads(_open("schemes.json"))


def body_kinds() -> tuple[BodyKindText, ...]:
    """Every kind of body, in order of precedence."""
    return tuple(BodyKindText(**entry) for entry in _schemes()["body_kinds"])


def scheme_codes() -> tuple[str, ...]:
    """The codes of the schemes shipped."""
    return tuple(_schemes()["schemes"])


@lru_cache(maxsize=8)
def scheme(code: str) -> SchemeText:
    """One scheme; raises ``NotFound`` for a code that is not shipped."""
    entry = _schemes()["schemes"].get(code)
    if entry is None:
        raise NotFound(f"Không có mô hình tổ chức “{code}”. Các mô hình có sẵn: {', '.join(scheme_codes())}.")
    return SchemeText(code, entry["name"], entry["hands"], tuple(_level(level) for level in entry["levels"]))


def _level(entry: Mapping[str, Any]) -> LevelText:
    kinds = tuple(KindText(**kind) for kind in entry["kinds"])
    bodies = tuple(BodyText(**{**body, "only": tuple(body.get("only", ()))}) for body in entry["bodies"])
    return LevelText(entry["code"], entry["name"], kinds, bodies)


def units_of_hanoi(year: int) -> list[UnitRow]:
    """The city, its districts (2023) and its communes, from the list of 2023 or of 2025; parents come first."""
    return [UnitRow(r["code"], r["name"], r["kind"], r["parent_code"]) for r in _csv(f"hanoi-{year}-units.csv")]


def successions_of_hanoi() -> list[SuccessionRow]:
    """Which commune of 2023 became which of 2025; exactly one row a commune is the default."""
    return [
        SuccessionRow(r["from_code"], r["to_code"], r["share"], r["is_default"] == "1")
        for r in _csv("hanoi-2023-to-2025.csv")
    ]


def _csv(name: str) -> Iterator[dict[str, str]]:
    yield from csv.DictReader(_open(name).splitlines())

"""What a draft needs to know of a scheme, and how the levels and bodies a plan names are recognised.

Levels come from the scheme's own levels and kinds; the words of levels it does not have (a plan may
still say "quận, huyện") stand in ``data/words.json`` and lead to the level the scheme hands them to.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from danban.kit.vietnamese import fold, nfc


@dataclass(frozen=True)
class LevelShape:
    """One level: ``kinds`` are the names of its unit kinds ("Phường", "Xã")."""

    code: str
    depth: int
    name: str
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True)
class KindOfBody:
    """One kind of body, by code and by the names people write."""

    code: str
    name: str
    short: str = ""


@dataclass(frozen=True)
class Shape:
    """The levels of a scheme from the top, what it hands on, and the kinds of body there are."""

    levels: tuple[LevelShape, ...]
    hands: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    body_kinds: tuple[KindOfBody, ...] = ()

    @property
    def top(self) -> str:
        """The code of the highest level."""
        return self.levels[0].code

    def has(self, code: str) -> bool:
        """Whether the scheme has a level."""
        return any(level.code == code for level in self.levels)

    def home_of(self, code: str) -> str | None:
        """The level that carries the duties of ``code``: itself, or the one the scheme hands them to."""
        if self.has(code):
            return code
        handed = self.hands.get(code)
        return handed if handed and self.has(handed) else None

    def name_of(self, code: str) -> str:
        """The name of a level, the code where it is unknown."""
        return next((level.name for level in self.levels if level.code == code), code)

    def below_top(self) -> tuple[str, ...]:
        """Every level but the highest."""
        return tuple(level.code for level in self.levels[1:])


@lru_cache(maxsize=1)
def words() -> dict[str, Any]:
    """The shipped words: of levels, of what only looks like a level, of abbreviations."""
    text = files("danban.campaigns").joinpath("data/words.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def levels_in(text: str, shape: Shape) -> tuple[str, ...]:
    """Codes of the levels named in ``text``, from the top; accents count ("xã" is not "xa")."""
    pattern, meaning = _level_pattern(shape)
    found = {meaning[match.group(0)] for match in pattern.finditer(nfc(text).lower())} - {""}
    return tuple(level.code for level in shape.levels if level.code in found)


def doers_in(text: str, shape: Shape) -> tuple[str, ...]:
    """Codes of the levels that act: "các cấp" is every level below the top, and the top counts when alone.

    A committee sits above the villages, so "UBND các cấp" leaves the last level out.
    """
    named = levels_in(text, shape)
    if named and named != (shape.top,):
        return tuple(code for code in named if code != shape.top)
    if re.search(r"\b(cac|moi) cap\b", fold(text)):
        below = shape.below_top()
        has_committee = re.search(r"\b(uy ban|ubnd|mttq)\b", fold(text)) is not None
        return below[:-1] if has_committee and len(below) > 1 else below
    return named


@lru_cache(maxsize=8)
def _level_pattern_of(
    levels: tuple[LevelShape, ...], hands: tuple[tuple[str, str], ...]
) -> tuple[re.Pattern[str], dict[str, str]]:
    meaning: dict[str, str] = dict.fromkeys(words()["not_levels"], "")
    known = {level.code for level in levels}
    handed = dict(hands)
    for code, spoken in words()["levels"].items():
        home = code if code in known else handed.get(code)
        if home in known:
            meaning |= dict.fromkeys(spoken, home)
    for level in levels:
        own = [*level.kinds, *re.split(r"[,/]", level.name)]
        meaning |= {nfc(word).lower().strip(): level.code for word in own if word.strip()}
    longest_first = sorted(meaning, key=len, reverse=True)
    joined = "|".join(re.escape(word) for word in longest_first)
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)"), meaning


def _level_pattern(shape: Shape) -> tuple[re.Pattern[str], dict[str, str]]:
    return _level_pattern_of(shape.levels, tuple(sorted(shape.hands.items())))


@lru_cache(maxsize=4_096)
def plain_name(text: str) -> str:
    """A body's name for comparing: folded, abbreviations written out, spelling variants made one."""
    folded = fold(re.sub(r"[^\w\s]", " ", nfc(text)))
    long_forms = words()["abbreviations"]
    return " ".join(" ".join(long_forms.get(word, word) for word in folded.split()).split())


def body_kind_in(actor: str, kinds: Iterable[KindOfBody]) -> str | None:
    """The code of the kind of body an actor's name begins with, else the longest one it contains."""
    name = plain_name(actor)
    best: tuple[int, int, str] | None = None
    for kind in kinds:
        for spoken in {plain_name(kind.name), plain_name(kind.short)} - {""}:
            place = f" {name} ".find(f" {spoken} ")
            if place >= 0:
                rank = (0 if place == 0 else 1, -len(spoken), kind.code)
                best = min(best, rank) if best else rank
    return best[2] if best else None


@dataclass(frozen=True)
class SeatedBody:
    """A body of the top unit."""

    body_id: int
    kind: str
    name: str


def body_of(actor: str, body_kind: str | None, bodies: Iterable[SeatedBody]) -> int | None:
    """The id of the body an actor's name means: by name, else the only one of its kind."""
    wanted = plain_name(actor)
    all_bodies = list(bodies)
    of_kind = [body for body in all_bodies if body.kind == body_kind]
    for group in (of_kind, all_bodies):
        named = [body for body in group if _same_body(wanted, plain_name(body.name))]
        if named:
            return min(named, key=lambda body: (abs(len(plain_name(body.name)) - len(wanted)), body.body_id)).body_id
    return of_kind[0].body_id if len(of_kind) == 1 else None


def _same_body(wanted: str, name: str) -> bool:
    return bool(wanted) and (wanted.startswith(name) or name.startswith(wanted) or f" {name} " in f" {wanted} ")

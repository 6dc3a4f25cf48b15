"""The lexicon: what people ask about and ask for, as tables read from ``data``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from danban.petitionreader.words import Word, forms

_SWALLOWED = "_"
_DATA = Path(__file__).resolve().parent / "data"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a phrase means: a subject with its field and weight, or (``field`` "") something asked for."""

    code: str
    field: str
    weight: int


@dataclass(frozen=True, slots=True)
class Found:
    """A meaning found in a text: which, by how many words, where, and how it was written there."""

    meaning: Meaning
    length: int
    start: int
    written: str


@dataclass(frozen=True)
class Lexicon:
    """Phrases by their bare words; ``longest`` by their first word; ``single`` those of one word, by its toned form."""

    many: dict[tuple[str, ...], list[tuple[tuple[str, ...], Meaning]]]
    longest: dict[str, int]
    single: dict[str, Meaning]
    single_bare: dict[str, Meaning]

    def find(self, words: list[Word], *, is_marked: bool) -> Iterator[Found]:
        """Every phrase of a text, the longest first at each place, none inside another."""
        bare = [one.bare for one in words]
        at = 0
        while at < len(words):
            hit = self._longest(words, bare, at, is_marked=is_marked) or self._one(words[at], is_marked=is_marked)
            if hit is None:
                at += 1
                continue
            meaning, length = hit
            if meaning.code != _SWALLOWED:
                yield Found(meaning, length, at, " ".join(one.written for one in words[at : at + length]))
            at += length

    def _longest(self, words: list[Word], bare: list[str], at: int, *, is_marked: bool) -> tuple[Meaning, int] | None:
        most = min(self.longest.get(bare[at], 0), len(bare) - at)
        while most > 1 and any(one.is_cut for one in words[at + 1 : at + most]):
            most -= 1
        for length in range(most, 1, -1):
            for toned, meaning in self.many.get(tuple(bare[at : at + length]), ()):
                if not is_marked or _reads_as(words[at : at + length], toned):
                    return meaning, length
        return None

    def _one(self, word: Word, *, is_marked: bool) -> tuple[Meaning, int] | None:
        if word.is_capital and not word.is_first:
            return None
        meaning = self.single.get(word.toned) if is_marked else self.single_bare.get(word.bare)
        return (meaning, 1) if meaning is not None else None


def _reads_as(words: list[Word], toned: tuple[str, ...]) -> bool:
    """Whether words of a text with accents are a phrase: left-out accents are forgiven, others only once in three."""
    other = sum(word.toned not in (right, word.bare) for word, right in zip(words, toned, strict=True))
    bare = sum(word.toned != right and word.toned == word.bare for word, right in zip(words, toned, strict=True))
    return (other == 0 and bare < len(words)) or (other == 1 and len(words) >= 3 and bare == 0)


@cache
def subjects() -> Lexicon:
    """What people ask about."""
    return _read("subjects.txt", has_field=True)


@cache
def asks() -> Lexicon:
    """What people ask for."""
    return _read("asks.txt", has_field=False)


@cache
def aspects() -> Lexicon:
    """Which of its sides a request speaks of: "water.flow" or "water.quality"."""
    return _gather((f"{side}.{which}", "", 1, phrases) for side, which, phrases in _rows("aspects.txt"))


@cache
def opposites() -> dict[str, frozenset[str]]:
    """Asks that contradict one another, both ways."""
    found: dict[str, set[str]] = {}
    for code, others, _ in _rows("asks.txt"):
        for other in others.split(",") if others != "-" else []:
            found.setdefault(code, set()).add(other)
            found.setdefault(other, set()).add(code)
    return {code: frozenset(others) for code, others in found.items()}


def little_words() -> list[str]:
    """Words that say nothing by themselves, bare."""
    return [row[0] for row in _rows("stop.txt")]


def _rows(name: str) -> Iterator[tuple[str, ...]]:
    for line in (_DATA / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield tuple(part.strip() for part in line.split("|"))


def _read(name: str, *, has_field: bool) -> Lexicon:
    return _gather(
        (row[0], row[1] if has_field else "", int(row[2]) if has_field else 1, row[-1]) for row in _rows(name)
    )


def _gather(rows: Iterable[tuple[str, str, int, str]]) -> Lexicon:
    """A lexicon of rows: code, field ("" for none), weight, phrases."""
    many: dict[tuple[str, ...], list[tuple[tuple[str, ...], Meaning]]] = {}
    single: dict[str, Meaning] = {}
    bare_single: dict[str, Meaning] = {}
    for code, field, weight, phrases in rows:
        for phrase in phrases.split(";"):
            parts = [forms(part) for part in phrase.split()]
            if len(parts) > 1:
                meaning = Meaning(code, field, weight + 2 * (len(parts) - 2))
                toned = tuple(toned for toned, _ in parts)
                many.setdefault(tuple(bare for _, bare in parts), []).append((toned, meaning))
            elif parts:
                lone = Meaning(code, field, max(1, weight - 1) if field else 1)
                single.setdefault(parts[0][0], lone)
                if len(parts[0][1]) >= 4 or not field:
                    bare_single.setdefault(parts[0][1], lone)
    longest: dict[str, int] = {}
    for words in many:
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return Lexicon(many, longest, single, bare_single)

"""A stored reading back as the frozen facts it was, and the parts of its text."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from functools import lru_cache
from typing import Any

from danban.campaigns.rules.proposals import Span
from danban.kit.vietnamese import fold
from danban.planreader.reading import (
    Citation,
    Contents,
    Deadline,
    Money,
    Quota,
    Reading,
    Section,
    TaskGiven,
    Unknown,
)

_PARTS: dict[str, Any] = {
    "cited": Citation,
    "sections": Section,
    "deadlines": Deadline,
    "money": Money,
    "quotas": Quota,
    "assignments": TaskGiven,
    "contents": Contents,
    "unknown": Unknown,
}
PATH = 40
_DAYS = frozenset({"issued_on", "start", "end"})


def reading_from(stored: Mapping[str, Any]) -> Reading:
    """The reading of ``Reading.as_json()``; an empty mapping gives an empty reading."""
    empty = {"text": "", "doc_type": None, "number": None, "place": None, "title": None, "issuers": ()}
    values: dict[str, Any] = {**empty, "issued_on": None}
    for f in fields(Reading):
        if f.name in stored:
            raw = stored[f.name]
            part = _PARTS.get(f.name)
            values[f.name] = tuple(_fact(part, one) for one in raw) if part else _value(f.name, raw)
    return Reading(**values)


def _fact(part: Any, raw: Mapping[str, Any]) -> Any:
    return part(**{f.name: _value(f.name, raw[f.name]) for f in fields(part) if f.name in raw})


def _value(name: str, raw: Any) -> Any:
    if isinstance(raw, list):
        return tuple(raw)
    if name in _DAYS and isinstance(raw, str):
        return date.fromisoformat(raw)
    return raw


@dataclass(frozen=True)
class Part:
    """A headed part with its own words: from its heading to the next heading of any depth."""

    path: str
    label: str
    title: str
    depth: int
    span: Span


@dataclass(frozen=True)
class Passage:
    """One line of the text: ``headings`` are the titles above it, the nearest first."""

    span: Span
    text: str
    folded: str
    section: str
    headings: tuple[str, ...]


@lru_cache(maxsize=8)
def parts_of(reading: Reading) -> tuple[Part, ...]:
    """The headed parts in order of the text; a path that comes twice keeps its first place.

    Paths are kept to ``PATH`` characters, which is what a clause can hold.
    """
    ordered = sorted({s.path[:PATH]: s for s in reversed(reading.sections)}.values(), key=lambda s: s.span)
    ends = [section.span[0] for section in ordered[1:]] + [len(reading.text)]
    return tuple(
        Part(s.path[:PATH], s.label, s.title, s.level, (s.span[0], max(end, s.span[1])))
        for s, end in zip(ordered, ends, strict=True)
    )


@lru_cache(maxsize=8)
def passages_of(reading: Reading) -> tuple[Passage, ...]:
    """Every line that says something, with the part it stands in."""
    parts = parts_of(reading)
    titles = {part.path: part.title for part in parts}
    found, at, place = [], -1, 0
    for line in reading.text.split("\n"):
        while at + 1 < len(parts) and parts[at + 1].span[0] <= place:
            at += 1
        section = parts[at].path if at >= 0 else ""
        if line.strip():
            folded = fold(line).replace("dam bao", "bao dam")
            found.append(Passage((place, place + len(line)), line, folded, section, _headings(section, titles)))
        place += len(line) + 1
    return tuple(found)


def headings_of(reading: Reading, section: str) -> tuple[str, ...]:
    """The titles of a part and of the parts above it, the nearest first."""
    return _headings(section, {part.path: part.title for part in parts_of(reading)})


def _headings(section: str, titles: Mapping[str, str]) -> tuple[str, ...]:
    steps = section.split(".")
    above = [".".join(steps[:n]) for n in range(len(steps), 0, -1)]
    return tuple(titles[path] for path in above if path in titles)

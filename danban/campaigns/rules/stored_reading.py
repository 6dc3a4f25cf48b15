"""A stored reading back as the frozen facts it was, and the parts of its text."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from danban.campaigns.rules.proposals import Span
from danban.kit.vietnamese import fold
from danban.planreader.reading import Reading, from_json

PATH = 40


def reading_from(stored: Mapping[str, Any]) -> Reading:
    """The reading of ``Reading.as_json()``; an empty mapping (a draft without a document) gives an empty one."""
    if stored:
        return from_json(dict(stored))
    return Reading(text="", doc_type=None, number=None, place=None, title=None, issuers=(), issued_on=None)


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
    ends = [section.span[0] for section in ordered[1:]] + [len(reading.text)] if ordered else []
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

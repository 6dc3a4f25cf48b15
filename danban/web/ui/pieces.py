"""Small frozen values that views hand to components: links, segments of a bar, steps, points of a way."""

from dataclasses import dataclass
from typing import Literal

Tone = Literal["s0", "s1", "s2", "s3", "s4", "s-late", "s-soon", "s-info", "s-none"]
PillKind = Literal["late", "soon", "done", "info", "quiet"]


@dataclass(frozen=True)
class Link:
    """Words that lead somewhere; an empty ``href`` makes plain words (the last crumb)."""

    label: str
    href: str = ""


@dataclass(frozen=True)
class Segment:
    """A part of a bar: ``share`` from 0 to 1, the tone of its fill, and what it counts."""

    share: float
    tone: Tone = "s4"
    label: str = ""


@dataclass(frozen=True)
class Pill:
    """A state in words; its kind gives the colour and the shape."""

    kind: PillKind
    text: str


@dataclass(frozen=True)
class Step:
    """One of the big steps on a phone."""

    label: str
    state: Literal["ok", "now", "later"] = "later"
    href: str = ""


@dataclass(frozen=True)
class Point:
    """One point of the way of a thing; ``on`` is its day as printed, ``by`` who did it, ``text`` what happened."""

    title: str
    on: str = ""
    by: str = ""
    text: str = ""
    state: Literal["done", "now", "late", "later"] = "done"
    href: str = ""


@dataclass(frozen=True)
class Term:
    """One row of a definition list."""

    label: str
    value: str
    href: str = ""


@dataclass(frozen=True)
class Tab:
    """One of several views of the same page; ``count`` stands beside the words."""

    label: str
    href: str
    is_current: bool = False
    count: int | None = None


@dataclass(frozen=True)
class LegendItem:
    """What a tone means."""

    tone: Tone
    label: str

"""What reading a plan yields: plain frozen facts, each with the span of text it came from.

A span is ``(start, end)``, character offsets into ``Reading.text`` (NFC, one block a line). Dates are
``datetime.date``, amounts whole đồng. ``as_json`` gives the published form of ``danban read-plan --json``.
"""

from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any, Literal

Span = tuple[int, int]
DeadlineKind = Literal["before", "on", "window", "recurring"]


@dataclass(frozen=True)
class Citation:
    """A document the plan leans on or mentions; ``number`` is None for an unnumbered one."""

    number: str | None
    issued_on: date | None
    name: str
    span: Span
    also: tuple[Span, ...] = ()  # further places that name the same document


@dataclass(frozen=True)
class Section:
    """A headed or numbered part. ``path`` joins the labels from the top: ``II.1.a``."""

    path: str
    label: str
    level: int
    title: str
    span: Span


@dataclass(frozen=True)
class Deadline:
    """A day or window by which something is due.

    ``before``/``on`` use ``end``; ``window`` uses both (``end`` is None where the plan gives only a first
    day); ``recurring`` uses ``rrule`` (RFC 5545).
    ``inclusive`` is False for "trước ngày". ``relative`` holds the words of a deadline that hangs on
    another event ("sau hội nghị 3 ngày"), in which case ``start`` and ``end`` may be None.
    """

    text: str
    kind: DeadlineKind
    start: date | None
    end: date | None
    inclusive: bool
    relative: str | None
    rrule: str | None
    actor: str
    task: str
    section: str
    span: Span
    inferred: str | None = None  # a sentence, where a part of the date was not written


@dataclass(frozen=True)
class Money:
    """An amount in whole đồng; ``per`` names what each one of gets it, ``payer`` who gives it."""

    amount: int
    text: str
    per: tuple[str, ...]
    payer: str | None
    section: str
    span: Span


@dataclass(frozen=True)
class Quota:
    """A demanded number that is not money: "01 thôn", "100 % hộ"."""

    text: str
    value: float
    section: str
    span: Span


@dataclass(frozen=True)
class TaskGiven:
    """What a section gives to bodies to do; one entry a body or a group named together."""

    section: str
    actors: tuple[str, ...]
    tasks: tuple[str, ...]
    span: Span


@dataclass(frozen=True)
class Contents:
    """What a conference of a level must talk about. ``level`` holds the plan's words for the level."""

    level: str
    items: tuple[str, ...]
    section: str
    span: Span


@dataclass(frozen=True)
class Unknown:
    """What such a plan should have and this one lacks: ``what`` a code, ``sentence`` for people."""

    what: str
    sentence: str


@dataclass(frozen=True)
class Reading:
    """All that was read in one document."""

    text: str
    doc_type: str | None
    number: str | None
    place: str | None
    title: str | None
    issuers: tuple[str, ...]
    issued_on: date | None
    cited: tuple[Citation, ...] = ()
    sections: tuple[Section, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    money: tuple[Money, ...] = ()
    quotas: tuple[Quota, ...] = ()
    assignments: tuple[TaskGiven, ...] = ()
    contents: tuple[Contents, ...] = ()
    recipients: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    unknown: tuple[Unknown, ...] = ()
    notes: tuple[str, ...] = field(default=())  # slips noticed and read through
    signers: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The reading as JSON-ready values: dates ISO, tuples as lists."""
        plain: dict[str, Any] = _plain(asdict(self))
        return plain


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(inner) for inner in value]
    return value


def from_json(values: dict[str, Any]) -> Reading:
    """A reading from what ``as_json`` gave; the two are exact inverses."""
    parts: dict[str, Any] = dict(values)
    parts["issued_on"] = _day(values["issued_on"])
    for name, kind in _PARTS.items():
        parts[name] = tuple(kind(**_typed(one)) for one in values[name])
    for name in ("issuers", "recipients", "emails", "notes", "signers"):
        parts[name] = tuple(values[name])
    return Reading(**parts)


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


def _typed(one: dict[str, Any]) -> dict[str, Any]:
    typed: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in one.items()}
    for key in ("issued_on", "start", "end"):
        if key in typed:
            typed[key] = _day(typed[key])
    if "also" in typed:
        typed["also"] = tuple((begin, stop) for begin, stop in typed["also"])
    return typed


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None

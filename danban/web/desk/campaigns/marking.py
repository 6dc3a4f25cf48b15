"""The document as a page: one paragraph a line, headings as headings, each fact marked where it was read.

A fact inside one line becomes ``<mark id="f12">`` around its words; a fact that takes whole lines gets a
bar at the margin and an anchor of the same name. Both lead to ``#d12``, the line of the draft year.
Without its tags the page is the document, letter by letter.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from html import escape
from itertools import pairwise

from django.utils.safestring import SafeString

from danban.kit.vietnamese import squeeze
from danban.web.ui.clauses import anchor_of

ORDER = ("milestone", "grant", "mailbox", "citation", "duty", "assignment", "agenda")
"""Where several facts share words, the first of these gives the colour and the link."""

SHORT_HEADING = 120
_BULLET = re.compile(r"^\s*(?:[-–+*•●]|\w{1,4}[.)])\s*")


@dataclass(frozen=True)
class Fact:
    """Words a line of the draft was read from; ``title`` narrows a span that covers a whole list."""

    item_id: int
    kind: str
    start: int
    end: int
    label: str = ""
    title: str = ""
    is_dropped: bool = False


@dataclass(frozen=True)
class Heading:
    """A headed part: where its line starts, how deep it lies (1 is the top)."""

    path: str
    start: int
    depth: int


@dataclass
class _Line:
    """One line of the text and the facts on it."""

    start: int
    text: str
    heading: Heading | None = None
    inside: list[Fact] = field(default_factory=list)
    beside: list[Fact] = field(default_factory=list)

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @cached_property
    def point(self) -> str:
        """Its words without the bullet."""
        return squeeze(_BULLET.sub("", self.text))


def document(text: str, headings: Iterable[Heading], facts: Iterable[Fact] = ()) -> SafeString:
    """Safe HTML of a whole document; spans outside the text are moved into it."""
    lines = _lines_of(text)
    _head(lines, headings)
    first_heading = next((line.start for line in lines if line.heading), len(text))
    known = sorted((_narrowed(_within(fact, len(text)), lines) for fact in facts), key=_rank)
    for fact in known:
        _lay(fact, lines)
    begun: set[int] = set()
    return SafeString("\n".join(_drawn(line, begun, is_top=line.start < first_heading) for line in lines))


def _lines_of(text: str) -> list[_Line]:
    lines, at = [], 0
    for words in text.split("\n"):
        lines.append(_Line(at, words))
        at += len(words) + 1
    return lines


def _head(lines: Sequence[_Line], headings: Iterable[Heading]) -> None:
    """Each heading belongs to the line it starts in; the first one wins."""
    starts = sorted(headings, key=lambda heading: heading.start)
    at = 0
    for heading in starts:
        while at + 1 < len(lines) and lines[at + 1].start <= heading.start:
            at += 1
        if lines[at].heading is None and lines[at].text.strip():
            lines[at].heading = heading


def _within(fact: Fact, length: int) -> Fact:
    start = min(max(fact.start, 0), length)
    return replace(fact, start=start, end=min(max(fact.end, start), length))


def _narrowed(fact: Fact, lines: Sequence[_Line]) -> Fact:
    """A fact that is one point of a list covers that point's line only."""
    wanted = squeeze(fact.title)[:60].rstrip(" .;…")
    inside = [line for line in lines if fact.start <= line.start and line.start < fact.end] if wanted else []
    if len(inside) > 1:
        for line in inside:
            if line.point.startswith(wanted):
                return replace(fact, start=line.start, end=line.end)
    return fact


def _rank(fact: Fact) -> tuple[int, int, int, int]:
    """Earlier first, longer first; then by kind, so that nesting is always the same."""
    kind = ORDER.index(fact.kind) if fact.kind in ORDER else len(ORDER)
    return (fact.start, -fact.end, kind, fact.item_id)


def _lay(fact: Fact, lines: Sequence[_Line]) -> None:
    touched = [line for line in lines if line.start <= fact.end and fact.start <= line.end]
    spoken = [line for line in touched if line.text.strip() and line.start < fact.end and fact.start < line.end]
    if len(spoken) == 1 and fact.start < fact.end and not _covers(fact, spoken[0]):
        spoken[0].inside.append(fact)
        return
    for line in spoken or touched[:1]:
        line.beside.append(fact)


def _covers(fact: Fact, line: _Line) -> bool:
    bullet = _BULLET.match(line.text)
    first = line.start + (bullet.end() if bullet else len(line.text) - len(line.text.lstrip()))
    return fact.start <= first and fact.end >= line.start + len(line.text.rstrip(" ./;,"))


def _drawn(line: _Line, begun: set[int], *, is_top: bool) -> str:
    if not line.text.strip() and not line.beside:
        return escape(line.text)
    tag, classes = _shape(line, is_top=is_top)
    name = f' id="{anchor_of(line.heading.path)}"' if line.heading else ""
    ways = "".join(_way(fact, begun) for fact in line.beside if fact.item_id not in begun)
    if line.beside:
        classes.append(f"edge k-{_leading(line.beside).kind}")
    shown = f' class="{" ".join(classes)}"' if classes else ""
    return f"<{tag}{name}{shown}>{ways}{''.join(_pieces(line, begun))}</{tag}>"


def _shape(line: _Line, *, is_top: bool) -> tuple[str, list[str]]:
    words = line.text.strip()
    if line.heading and len(words) <= SHORT_HEADING:
        return ("h3", []) if line.heading.depth <= 1 else ("h4", [])
    if is_top and len(words) <= SHORT_HEADING:
        return "p", ["mid", "caps"] if words.upper() == words else ["mid"]
    if words[:1] in {"+", "•"}:
        return "p", ["in-2"]
    return "p", ["in-1"] if words[:1] in {"-", "–"} else []


def _way(fact: Fact, begun: set[int]) -> str:
    """The small arrow at the margin."""
    begun.add(fact.item_id)
    words = escape(fact.label or "Đến dòng này trong năm")
    gone = " gone" if fact.is_dropped else ""
    return f'<a id="f{fact.item_id}" class="go k-{fact.kind}{gone}" href="#d{fact.item_id}" title="{words}"></a>'


def _pieces(line: _Line, begun: set[int]) -> Iterator[str]:
    """The words of a line, cut wherever a fact begins or ends."""
    cuts = {line.start, line.end}
    for fact in line.inside:
        cuts |= {max(fact.start, line.start), min(fact.end, line.end)}
    for start, end in pairwise(sorted(cuts)):
        words = escape(line.text[start - line.start : end - line.start], quote=False)
        covering = [fact for fact in line.inside if fact.start <= start and end <= fact.end]
        yield _marked(words, covering, begun) if covering else words


def _marked(words: str, covering: Sequence[Fact], begun: set[int]) -> str:
    opened = []
    for fact in covering:
        name = "" if fact.item_id in begun else f' id="f{fact.item_id}"'
        begun.add(fact.item_id)
        gone = " gone" if fact.is_dropped else ""
        opened.append(f'<mark{name} class="k-{fact.kind}{gone}">')
    inner = f"{''.join(opened)}{words}{'</mark>' * len(covering)}"
    return f'<a href="#d{_leading(covering).item_id}">{inner}</a>'


def _leading(facts: Sequence[Fact]) -> Fact:
    """The fact that gives the colour: one that stands before one that was dropped, then by kind."""
    ranks: Mapping[str, int] = {kind: rank for rank, kind in enumerate(ORDER)}
    return min(facts, key=lambda fact: (fact.is_dropped, ranks.get(fact.kind, len(ORDER))))

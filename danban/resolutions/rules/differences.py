"""What changed between two revisions: the lines of one paper beside those of the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from danban.papers.paper import Block, Field, Heading, Item, Paper, Paragraph


@dataclass(frozen=True)
class Change:
    """Lines that stood before and lines that stand now; one of the two may be empty."""

    before: tuple[str, ...]
    now: tuple[str, ...]


def changes_between(before: Paper, now: Paper) -> tuple[Change, ...]:
    """Every stretch of lines that differs, in order."""
    old, new = lines_of(before), lines_of(now)
    steps = SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes()
    return tuple(Change(tuple(old[a:b]), tuple(new[c:d])) for tag, a, b, c, d in steps if tag != "equal")


def lines_of(paper: Paper) -> Sequence[str]:
    """The body of a paper as lines of text, then who signs."""
    signed = [f"{' '.join(one.lines)}: {one.name}" for one in paper.signatures]
    return [*map(_line, paper.blocks), *signed]


def _line(block: Block) -> str:
    if isinstance(block, Field):
        return f"{block.label}: {block.text}"
    if isinstance(block, Heading):
        return f"{block.number}. {block.title}"
    if isinstance(block, Item):
        return f"{block.mark} {block.lead}{block.text}"
    if isinstance(block, Paragraph):
        return "".join(run.text for run in block.runs)
    return "; ".join(" · ".join(row) for row in block.rows)

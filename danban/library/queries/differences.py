"""What a later version of a text says differently, paragraph by paragraph."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal


@dataclass(frozen=True)
class Difference:
    """A paragraph that stayed, came or went."""

    kind: Literal["same", "added", "removed"]
    text: str


def differences(old: str, new: str) -> tuple[Difference, ...]:
    """All paragraphs of both texts in order; of a changed one first the old words, then the new."""
    return tuple(_walk(paragraphs_of(old), paragraphs_of(new)))


def paragraphs_of(text: str) -> list[str]:
    """The lines of a text that say something."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def _walk(old: list[str], new: list[str]) -> Iterator[Difference]:
    for tag, old_from, old_to, new_from, new_to in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from (Difference("same", text) for text in old[old_from:old_to])
            continue
        yield from (Difference("removed", text) for text in old[old_from:old_to])
        yield from (Difference("added", text) for text in new[new_from:new_to])

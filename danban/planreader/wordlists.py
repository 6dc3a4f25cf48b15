"""The lists of words in ``words/``, read once and made into patterns.

Every line holds phrases parted by semicolons; ``#`` begins a comment. A phrase may carry a condition on the
word behind it: ``a > b, c`` holds only before b or c (``*`` any word, ``#`` a figure); ``a ! b, c`` before any
word but these; ``a ~ b, c`` wherever these do not follow.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

LETTER = r"[^\W\d_]"
EDGE = rf"(?!{LETTER})"
_FOLLOWERS = {"*": LETTER, "#": r"\d", "<comma>": ","}


def lines_in(name: str) -> Iterator[str]:
    """The lines of ``words/<name>.txt`` without comments and empty ones."""
    text = files("danban.planreader").joinpath("words", f"{name}.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.strip()


@cache
def phrases_in(name: str) -> tuple[str, ...]:
    """Every phrase of a list, conditions still attached."""
    return tuple(phrase.strip() for line in lines_in(name) for phrase in line.split(";") if phrase.strip())


def pattern_of(phrases: tuple[str, ...]) -> str:
    """An alternation of phrases, the longest first; each must end where a word ends."""
    return "|".join(map(_one, sorted(phrases, key=lambda phrase: -len(phrase.split(" > ")[0]))))


def _one(phrase: str) -> str:
    for mark, form in ((" > ", "(?= ?(?:{0}))"), (" ! ", "(?= (?!{0})" + LETTER + ")"), (" ~ ", "(?! (?:{0}))")):
        words, found, followers = phrase.partition(mark)
        if found:
            behind = "|".join(map(_follower, followers.split(", ")))
            return re.escape(words) + EDGE + form.format(f"(?:{behind})")
    return re.escape(phrase) + EDGE


def _follower(word: str) -> str:
    return _FOLLOWERS.get(word) or f"{re.escape(word)}{EDGE}"

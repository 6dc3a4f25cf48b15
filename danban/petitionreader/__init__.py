"""The sentence of a petition as facts, and how two of them are judged alike. Pure: no Django, no database."""

from danban.petitionreader.compare import compare
from danban.petitionreader.group import group, likes
from danban.petitionreader.read import read
from danban.petitionreader.reading import Entry, FieldGuess, Kind, Likeness, Place, Reading, Verdict

__all__ = [
    "Entry", "FieldGuess", "Kind", "Likeness", "Place", "Reading", "Verdict", "compare", "group", "likes", "read",
]  # fmt: skip

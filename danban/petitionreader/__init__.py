"""The sentence of a petition as facts: the shapes a reading and a comparison have. Pure: no Django, no database."""

from danban.petitionreader.reading import Entry, FieldGuess, Likeness, Place, Reading, Verdict

__all__ = ["Entry", "FieldGuess", "Likeness", "Place", "Reading", "Verdict"]

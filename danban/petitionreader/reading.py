"""What is read from one petition, and how two of them are judged alike."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """SAME may be offered for grouping; LIKE is shown as related and never merged by itself."""

    SAME = "same"
    LIKE = "like"
    DIFFERENT = "different"


@dataclass(frozen=True)
class FieldGuess:
    """A field code with its score, 0 to 1, and the words that spoke for it."""

    code: str
    score: float
    words: tuple[str, ...]


@dataclass(frozen=True)
class Place:
    """A place named in the text: ngõ 12/34 is ("ngo", "", "12/34"), chợ Mơ is ("cho", "mo", "")."""

    kind: str
    name: str
    number: str


@dataclass(frozen=True)
class Reading:
    """All that is read from one petition; fields stand best first, keys find candidates by equality in a table."""

    kind: str
    is_complaint: bool
    complaint_words: tuple[str, ...]
    fields: tuple[FieldGuess, ...]
    places: tuple[Place, ...]
    numbers: tuple[str, ...]
    subject: tuple[str, ...]
    asks: tuple[str, ...]
    keys: tuple[str, ...]


@dataclass(frozen=True)
class Likeness:
    """How alike two readings are: a score from 0 to 1, the verdict, and reasons in Vietnamese."""

    score: float
    verdict: Verdict
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Entry:
    """One petition to be grouped: its id, its village and commune, what was read from it."""

    id: int
    village: int
    commune: int
    reading: Reading

"""What is read from one petition, and how two of them are judged alike."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """SAME may be offered for grouping; LIKE is shown as related and never merged by itself."""

    SAME = "same"
    LIKE = "like"
    DIFFERENT = "different"


class Kind(StrEnum):
    """The three kinds of II.1.4: kiến nghị, góp ý, hiến kế."""

    PETITION = "petition"
    COMMENT = "comment"
    IDEA = "idea"


@dataclass(frozen=True, slots=True)
class FieldGuess:
    """A field code with its score, 0 to 1, and the words that spoke for it."""

    code: str
    score: float
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A place named in the text: ngõ 12 is ("ngo", "", "12"), chợ Mơ is ("cho", "mo", "")."""

    kind: str
    name: str
    number: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All that is read from one petition.

    ``fields`` stand best first; ``subjects`` are what it is about, the weightiest first; ``asks`` what is asked for;
    ``aspects`` which of its sides, as "water.flow";
    ``rest`` the bare words that neither the lexicon nor the places took, ``content``
    all but the little words; ``bare`` every word in order.
    ``keys`` find candidates of the same commune by equality (a caller joins them with the commune's id), ``wide_keys``
    those anywhere: they name a street, lake or market more than one commune knows.
    """

    kind: Kind
    is_complaint: bool
    complaint_words: tuple[str, ...]
    fields: tuple[FieldGuess, ...]
    places: tuple[Place, ...]
    subjects: tuple[str, ...]
    asks: tuple[str, ...]
    aspects: frozenset[str]
    rest: frozenset[str]
    content: frozenset[str]
    bare: str
    keys: tuple[str, ...]
    wide_keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two readings are: a score from 0 to 1, the verdict, and reasons in Vietnamese."""

    score: float
    verdict: Verdict
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One petition to be grouped: its id, its village and commune, what was read from it."""

    id: int
    village: int
    commune: int
    reading: Reading

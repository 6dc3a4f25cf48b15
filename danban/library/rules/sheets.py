"""What is typed into the library, as plain values."""

from dataclasses import dataclass
from datetime import date

from danban.library.states import Area


@dataclass(frozen=True)
class ReferenceSheet:
    """A legal basis or Party document; ``symbol`` "" where it has none, days None where nobody has said.

    ``replaced_by_id`` is the reference that took its place. ``note`` is for what is not certain.
    """

    kind_name: str
    title: str
    symbol: str = ""
    issuer: str = ""
    issued_on: date | None = None
    in_force_from: date | None = None
    in_force_until: date | None = None
    replaced_by_id: int | None = None
    is_party: bool = False
    note: str = ""


@dataclass(frozen=True)
class OutlineHeading:
    """What an outline is about and whom it is for; ``level_id`` None for every level."""

    title: str
    field: str
    level_id: int | None = None
    area: str = Area.ANY.value


@dataclass(frozen=True)
class Words:
    """The words of a version; ``minutes`` None where reading it aloud has not been timed."""

    text: str
    minutes: int | None = None
    change_note: str = ""


@dataclass(frozen=True)
class PresentationSheet:
    """Where a version was presented: a unit by its placement, the day, the occasion, how many came (None: unknown)."""

    placement_id: int
    on: date
    occasion: str
    attended: int | None = None

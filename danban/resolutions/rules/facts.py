"""Everything the minutes of a conference say, as plain values: computed from its records, or frozen with the paper."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from pydantic import TypeAdapter

from danban.conferences.models import Officer
from danban.kit.vietnamese import number as figure
from danban.sittings.states import Matter, Outcome


@dataclass(frozen=True)
class GroupPresence:
    """A group: how many were to come, are named, came."""

    label: str
    planned: int
    named: int
    came: int


@dataclass(frozen=True)
class VillagePresence:
    """A village served: people and households present, households on its roll (None where nobody counted them)."""

    name: str
    present: int
    households: int
    roll: int | None


@dataclass(frozen=True)
class OfficerLine:
    """Who chairs, sits in the presidium, writes the minutes."""

    role: str
    full_name: str
    title: str

    @property
    def words(self) -> str:
        """ "Lê Thị Ngọc Mai, Trưởng ban công tác Mặt trận"."""
        return f"{self.full_name}, {self.title}" if self.title else self.full_name


@dataclass(frozen=True)
class ItemLine:
    """An item of the agenda as it was treated; ``note`` says why not, where it was not."""

    id: int
    title: str
    presenter: str
    started_at: datetime | None
    ended_at: datetime | None
    note: str


@dataclass(frozen=True)
class OpinionLine:
    """An opinion with its answer; ``speaker`` "" is anonymous, ``village`` "" where only one is served."""

    id: int
    item_id: int | None
    speaker: str
    village: str
    text: str
    field: str
    answer: str
    answered_by: str
    answer_due_on: date | None
    is_settled: bool | None
    is_petition: bool


@dataclass(frozen=True)
class CountLine:
    """Hands or paper ballots counted; reserved matters bear what their majority is counted on."""

    id: int
    item_id: int | None
    target_id: int | None
    question: str
    village: str
    chooses: str
    matter: str
    is_ballot: bool
    present: int
    in_favour: int
    against: int
    other: int
    gap_reason: str
    household_reps: int | None
    rule_set: str
    outcome: str
    goes_to: str

    @property
    def is_passed(self) -> bool:
        """Whether it was adopted."""
        return self.outcome == Outcome.PASSED

    @property
    def is_consulted(self) -> bool:
        """Whether it is a consultation only, whatever the figures."""
        return self.outcome == Outcome.CONSULTED

    @property
    def is_reserved(self) -> bool:
        """Whether the law reserves the matter."""
        return self.matter != Matter.ORDINARY


@dataclass(frozen=True)
class PollLine:
    """A secret electronic vote as closed: each option with its votes; ``blank`` ballots chose nothing."""

    id: int
    item_id: int | None
    target_id: int | None
    question: str
    eligible: int
    voted: int
    results: tuple[tuple[str, int], ...]
    blank: int


@dataclass(frozen=True)
class TargetLine:
    """A target as it now stands; ``standing``: agreed, failed, consulted, open (no vote)."""

    id: int
    indicator: str
    unit_label: str
    base: Decimal | None
    value: Decimal
    first_value: Decimal
    denominator: str
    measure: str
    owner: str
    standing: str

    @property
    def aim(self) -> str:
        """ "95 % số hộ đăng ký (năm trước 92 %)": figure, unit, of what, and where it started."""
        of = f" {self.denominator}" if self.denominator else ""
        before = f" (năm trước {with_unit(self.base, self.unit_label)})" if self.base is not None else ""
        return f"{with_unit(self.value, self.unit_label)}{of}{before}"


@dataclass(frozen=True)
class Facts:
    """One conference. ``absent`` of those ``named`` is a count; ``speakers`` are those who had the floor, in order.

    Moments are None while it has not met. ``tallies``: counts that belong to nobody.
    """

    meeting: str
    unit: str
    above: str
    units: tuple[str, ...]
    hall: str
    started_at: datetime | None
    ended_at: datetime | None
    is_from_paper: bool
    present: int
    households: int
    roll: int | None
    named: int
    absent: int
    groups: tuple[GroupPresence, ...]
    villages: tuple[VillagePresence, ...]
    tallies: tuple[tuple[str, int], ...]
    officers: tuple[OfficerLine, ...]
    guests: tuple[str, ...]
    items: tuple[ItemLine, ...]
    opinions: tuple[OpinionLine, ...]
    speakers: tuple[str, ...]
    counts: tuple[CountLine, ...]
    polls: tuple[PollLine, ...]
    targets: tuple[TargetLine, ...]

    @property
    def chair(self) -> OfficerLine | None:
        """Who chairs, None while nobody is named."""
        return next((one for one in self.officers if one.role == Officer.Role.CHAIR), None)

    @property
    def secretaries(self) -> tuple[OfficerLine, ...]:
        """Who writes the minutes."""
        return tuple(one for one in self.officers if one.role == Officer.Role.SECRETARY)

    @property
    def presidium(self) -> tuple[OfficerLine, ...]:
        """The chair first, then the members."""
        seated = [one for one in self.officers if one.role != Officer.Role.SECRETARY]
        return tuple(sorted(seated, key=lambda one: one.role != Officer.Role.CHAIR))

    @property
    def heard(self) -> tuple[ItemLine, ...]:
        """The items dealt with; on paper nobody wrote down when, so all but those that say why not."""
        return tuple(one for one in self.items if one.started_at or (self.is_from_paper and not one.note.strip()))

    @property
    def petitions(self) -> int:
        """Opinions that are to be followed up."""
        return sum(one.is_petition for one in self.opinions)


_FACTS: TypeAdapter[Facts] = TypeAdapter(Facts)


def to_plain(facts: Facts) -> dict[str, Any]:
    """As JSON can hold them."""
    plain: dict[str, Any] = _FACTS.dump_python(facts, mode="json")
    return plain


def facts_from(plain: Mapping[str, Any]) -> Facts:
    """The opposite of ``to_plain``."""
    return _FACTS.validate_python(dict(plain))


def with_unit(value: Decimal, unit_label: str) -> str:
    """95.00 and "%" → "95 %"; 12.50 → "12,5"; decimals only where there are any."""
    places = max(-int(value.normalize().as_tuple().exponent), 0)
    return f"{figure(float(value), places)} {unit_label}".strip()

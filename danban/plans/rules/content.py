"""What a plan says and what stands above it, as values; and both as the plain JSON that is stored.

``Content`` is an edition as issued. ``Above`` is what a unit finds over it when it draws up its plan: the days
of everything owed at and under it, and the contents that come down.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from danban.campaigns.rules.local_dates import ANY_DAYS, Days
from danban.plans.states import LineSource

PLAN_KIND = "plan"
"""The duty of the catalogue by which a level issues its own plan. Every unit that owes it has one here."""
FUNDING_KIND = "funding"
"""The duty to see to the money; whoever owes it confirms it with the plan (III.4.2)."""


@dataclass(frozen=True)
class DateLine:
    """The days a plan sets for one kind of thing owed. ``level`` is the code of the level that owes it."""

    kind_id: int
    code: str
    level: str
    level_name: str
    name: str
    starts_on: date | None
    due_on: date | None
    is_required: bool = False

    @property
    def days(self) -> Days:
        """The two days."""
        return Days(self.starts_on, self.due_on)


@dataclass(frozen=True)
class AboveDate:
    """The days that stand above a unit for one kind. ``depth`` is that of the level that owes it.

    ``is_left_out``: nobody above has fixed it; the days are a proposal. ``is_required``: this unit must then
    set it. ``is_optional``: it may narrow it.
    """

    kind_id: int
    code: str
    level: str
    level_name: str
    name: str
    starts_on: date | None
    due_on: date | None
    is_left_out: bool = False
    is_required: bool = False
    is_optional: bool = False

    @property
    def days(self) -> Days:
        """What stands now, a proposal too."""
        return Days(self.starts_on, self.due_on)

    @property
    def bound(self) -> Days:
        """What an own day must lie inside."""
        return ANY_DAYS if self.is_left_out else self.days


@dataclass(frozen=True)
class ItemLine:
    """A content or task. ``origin`` names a line from above ("agenda:7", "duty:12", "item:41"); "" for an own one.

    ``item_id`` is the row of an own line, by which plans below know it again.
    """

    title: str
    source: str = LineSource.OWN.value
    origin: str = ""
    starts_on: date | None = None
    due_on: date | None = None
    doer: str = ""
    is_mandatory: bool = False
    item_id: int | None = None


@dataclass(frozen=True)
class Consultation:
    """When and how the Party committee was consulted (III.1.2, III.4.1a, III.5.1a)."""

    body: str = ""
    on: date | None = None
    how: str = ""


@dataclass(frozen=True)
class Funding:
    """The money for the conferences under the unit, in đồng; ``amount`` None where no sum is named."""

    amount: int | None = None
    source: str = ""
    is_confirmed: bool = False


@dataclass(frozen=True)
class Assent:
    """A chairing body agreed, through this post, at this moment (ISO)."""

    body_id: int
    body_name: str
    appointment_id: int
    at: str


@dataclass(frozen=True)
class Content:
    """A plan as issued. ``bounds``: days fixed above that it leaves as they are, so that the paper says them too."""

    title: str
    dates: tuple[DateLine, ...] = ()
    items: tuple[ItemLine, ...] = ()
    consultation: Consultation = Consultation()
    funding: Funding = Funding()
    assents: tuple[Assent, ...] = ()
    bounds: tuple[DateLine, ...] = ()


@dataclass(frozen=True)
class Above:
    """What stands above a unit."""

    dates: tuple[AboveDate, ...] = ()
    items: tuple[ItemLine, ...] = ()

    def date_of(self, kind_id: int) -> AboveDate | None:
        """What stands for a kind, None where nothing of the kind is owed at or under the unit."""
        return next((one for one in self.dates if one.kind_id == kind_id), None)


def to_plain(value: Content | Above) -> dict[str, Any]:
    """As JSON can hold it: days as ISO text."""
    plain = _plain(asdict(value))
    assert isinstance(plain, dict)
    return plain


def content_from(plain: Mapping[str, Any]) -> Content:
    """The opposite of ``to_plain`` for an edition."""
    return Content(
        title=plain["title"],
        dates=tuple(DateLine(**_dated(one)) for one in plain["dates"]),
        items=tuple(ItemLine(**_dated(one)) for one in plain["items"]),
        consultation=Consultation(**_dated(plain["consultation"])),
        funding=Funding(**plain["funding"]),
        assents=tuple(Assent(**one) for one in plain["assents"]),
        bounds=tuple(DateLine(**_dated(one)) for one in plain["bounds"]),
    )


def above_from(plain: Mapping[str, Any]) -> Above:
    """The opposite of ``to_plain`` for what stood above; an empty mapping is nothing above."""
    return Above(
        dates=tuple(AboveDate(**_dated(one)) for one in plain.get("dates", ())),
        items=tuple(ItemLine(**_dated(one)) for one in plain.get("items", ())),
    )


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(one) for one in value]
    return value


def _dated(plain: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: date.fromisoformat(value) if (name == "on" or name.endswith("_on")) and value else value
        for name, value in plain.items()
    }

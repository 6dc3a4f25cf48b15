"""A plan with everything its rules ask about, as values. ``queries`` puts them together."""

from dataclasses import dataclass
from datetime import datetime

from danban.campaigns.models import Amendment
from danban.plans.models import Approval, Plan, PlanEdition
from danban.plans.rules.content import Above, AboveDate, DateLine, ItemLine
from danban.plans.rules.differences import Change, Misfit
from danban.plans.rules.sheet import PlanSheet
from danban.units.models import Body

CHAIRING = ("peoples_committee", "front_committee")
"""The two kinds of body that issue a joint plan, at every level."""


@dataclass(frozen=True)
class Chairs:
    """``bodies``: the chairing bodies of a unit, the people's committee first; ``seats``: body → its chairing body."""

    bodies: tuple[Body, ...]
    seats: dict[int, Body]

    def chair_of(self, body_id: int | None) -> Body | None:
        """The chairing body a body is, or belongs to; None for any other."""
        return self.seats.get(body_id or 0)


@dataclass(frozen=True)
class AboveNow:
    """What stands above a unit now.

    ``edition``: that of the nearest unit above with a plan in force, None for the plan of the year alone;
    ``amendment``: the last one of the year it takes in.
    """

    above: Above
    edition: PlanEdition | None
    amendment: Amendment | None


@dataclass(frozen=True)
class AmendmentTold:
    """One amendment of the year, as far as it touches the unit and those below."""

    amendment_id: int
    at: datetime
    reason: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class AboveChange:
    """``changes`` since ``base``; ``misfits``: own days that no longer fit; ``unset``: days now to be set.

    ``amendments`` of the year since then, the oldest first, with those of their lines that matter here.
    """

    base: Above
    now: AboveNow
    changes: tuple[Change, ...]
    misfits: tuple[Misfit, ...]
    unset: tuple[AboveDate, ...]
    amendments: tuple[AmendmentTold, ...]

    @property
    def has_changed(self) -> bool:
        """Whether there is anything to confirm or adapt to."""
        return bool(self.changes)


@dataclass(frozen=True)
class PlanStanding:
    """A plan with all its rules ask about. ``edition`` is the one in force, None before issue and when returned."""

    plan: Plan
    sheet: PlanSheet
    dates: tuple[DateLine, ...]
    items: tuple[ItemLine, ...]
    change: AboveChange
    chairs: Chairs
    approvals: tuple[Approval, ...]
    edition: PlanEdition | None
    owes_funding: bool

    @property
    def waiting_for(self) -> tuple[str, ...]:
        """Names of the chairing bodies that have not agreed."""
        agreed = {approval.body_id for approval in self.approvals}
        names = [body.name for body in self.chairs.bodies if body.pk not in agreed]
        absent = len(CHAIRING) - len(self.chairs.bodies)
        return (*names, *(["cơ quan chủ trì chưa được lập ở đơn vị"] if absent else []))

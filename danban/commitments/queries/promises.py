"""Promises of a unit: last year's, which stand first on this year's agenda; one with its trend over the years."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db.models import QuerySet

from danban.campaigns.models import Campaign
from danban.commitments import rules
from danban.commitments.models import Commitment, CommitmentDispute
from danban.commitments.queries.catalogue import Measure, catalogue
from danban.commitments.states import CommitmentStatus
from danban.conferences.models import Conference
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound, is_allowed
from danban.units import queries as units
from danban.units.models import Placement, Succession

_MOST_STEPS = 6


@dataclass(frozen=True)
class TrendPoint:
    """The figure of one year: target and result, the share of the target reached in per cent."""

    year: int
    value: Decimal | None
    result: Decimal | None
    commitment_id: int


@dataclass(frozen=True)
class PromisePage:
    """A promise with its way through the years; ``verbs`` may be done now."""

    commitment: Commitment
    measure: Measure | None
    trend: tuple[TrendPoint, ...]
    disputes: tuple[CommitmentDispute, ...]
    verbs: frozenset[str]


@dataclass(frozen=True)
class UnitPage:
    """What a unit promised for a year, and the year before; ``years`` it has promises for."""

    place: Placement
    year: int
    promises: tuple[Commitment, ...]
    last: tuple[Commitment, ...]
    years: tuple[int, ...]
    may_enter: bool
    may_settle: bool

    @property
    def unsettled(self) -> int:
        """How many of last year's wait for a word."""
        return sum(one.status in (CommitmentStatus.OPEN, CommitmentStatus.DISPUTED) for one in self.last)


def first_item(actor: Actor, conference: Conference) -> tuple[Commitment, ...]:
    """Last year's promises of the units a conference serves, through reorganisations (II.1.a.3). Three queries."""
    served = [conference.placement, *(one.placement for one in conference.places.select_related("placement"))]
    ids = with_predecessors({one.unit_id for one in served})
    seen = Commitment.objects.filter(unit_id__in=ids, year=conference.campaign.year - 1)
    if not actor.may("commitment:see"):
        return ()
    return tuple(seen.select_related("placement").order_by("placement__sort_key", "position", "pk"))


def unit_page(actor: Actor, place_id: int | None, *, year: int | None = None, at: datetime) -> UnitPage:
    """A village or commune of the own area; raises ``NotFound``. Constant queries."""
    if not actor.may("commitment:see"):
        raise NotFound
    place = _place(actor, place_id)
    ids = with_predecessors({place.unit_id})
    found = Commitment.objects.filter(unit_id__in=ids)
    latest = Campaign.objects.visible_to(actor).order_by("-year").values_list("year", flat=True).first()
    wanted = year or latest or at.year
    years = sorted(set(found.order_by().values_list("year", flat=True)), reverse=True)
    return UnitPage(
        place=place,
        year=wanted,
        promises=_of(found, wanted),
        last=_of(found, wanted - 1),
        years=tuple(years),
        may_enter=is_allowed(lambda: rules.check_can_enter(actor, place, at=at)),
        may_settle=actor.may("commitment:settle"),
    )


def promise_for(actor: Actor, pk: int) -> Commitment:
    """A promise the actor sees; raises ``NotFound``."""
    seen = Commitment.objects.visible_to(actor).select_related("placement__parent", "unit", "evidence", "conference")
    one = seen.filter(pk=pk).first()
    if one is None:
        raise NotFound("Không tìm thấy chỉ tiêu này trong phạm vi của bạn.")
    return one


def promise_to(verb: str, actor: Actor, pk: int, *, at: datetime) -> Commitment:
    """A promise with which the actor may do this now; raises what the verb's rule raises."""
    one = promise_for(actor, pk)
    _checks(actor, one, at=at)[verb]()
    return one


def promise_page(actor: Actor, pk: int, *, at: datetime) -> PromisePage:
    """Everything the page of a promise shows; raises ``NotFound``. Constant queries."""
    one = promise_for(actor, pk)
    same = Commitment.objects.filter(unit_id__in=with_predecessors({one.unit_id}) | {one.unit_id})
    same = same.filter(indicator=one.indicator) if one.indicator else same.filter(title=one.title)
    rows = same.order_by("year", "pk").values_list("year", "value", "result", "pk")
    return PromisePage(
        commitment=one,
        measure=catalogue().get(one.indicator),
        trend=tuple(TrendPoint(*row) for row in rows),
        disputes=tuple(one.disputes.order_by("-pk")),
        verbs=frozenset(verb for verb, check in _checks(actor, one, at=at).items() if is_allowed(check)),
    )


def with_predecessors(unit_ids: Collection[int]) -> set[int]:
    """Units with all that went into them, step by step; at most six queries, one where nothing was reorganised."""
    known = set(unit_ids)
    for _ in range(_MOST_STEPS):
        before = set(Succession.objects.filter(to_unit__in=known).values_list("from_unit", flat=True)) - known
        if not before:
            break
        known |= before
    return known


def _of(found: QuerySet[Commitment], year: int) -> tuple[Commitment, ...]:
    return tuple(found.filter(year=year).select_related("placement").order_by("placement__sort_key", "position", "pk"))


def _place(actor: Actor, place_id: int | None) -> Placement:
    """A unit of the area, the own one of its latest tree for None; from the commune down."""
    if place_id is not None:
        return units.placement_for(actor, place_id)
    own = Placement.objects.filter(unit_id=actor.unit_id or 0).order_by("-tree__starts_on").first()
    if own is None:
        raise NotFound
    return own


def _checks(actor: Actor, one: Commitment, *, at: datetime) -> dict[str, Callable[[], None]]:
    return {
        "settle": lambda: rules.check_can_settle(actor, one, at=at),
        "dispute": lambda: rules.check_can_dispute(actor, one, at=at),
        "cancel": lambda: rules.check_can_cancel(actor, one, at=at),
    }


@dataclass(frozen=True)
class EnterPage:
    """Where last year's resolution is entered, and the year whose conference asks; ``names`` are offered."""

    place: Placement
    year: int
    names: tuple[str, ...]


def place_to_enter(actor: Actor, place_id: int | None, *, at: datetime) -> EnterPage:
    """The unit itself or a village of the commune; raises any refusal of entering."""
    place = _place(actor, place_id)
    rules.check_can_enter(actor, place, at=at)
    year = Campaign.objects.visible_to(actor).order_by("-year").values_list("year", flat=True).first()
    return EnterPage(place, year or at.year, tuple(one.name for one in catalogue().values()))


def catalogue_page(actor: Actor, *, at: datetime) -> dict[str, Measure]:
    """The catalogue, for whoever keeps it; raises ``NotYours``."""
    rules.check_can_set_indicator(actor, at=at)
    return catalogue()

"""Who is sent where: of one conference, of a unit by day, of one person; who is in charge; what was inspected."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from danban.accounts.models import Appointment
from danban.accounts.queries import holders_of
from danban.conferences.models import Conference
from danban.conferences.queries import Year, conference_for, year_for
from danban.conferences.rules import check_can_see
from danban.conferences.states import ConferenceStatus
from danban.envoys import rules
from danban.envoys.models import AreaCharge, Envoy, InspectionNote
from danban.envoys.states import EnvoyStatus
from danban.kit import paths
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound, is_allowed
from danban.units.models import Placement

MOST_LINES = 400
_STANDING = (EnvoyStatus.PROPOSED, EnvoyStatus.APPROVED, EnvoyStatus.ATTENDED, EnvoyStatus.ABSENT)
_GOING = (EnvoyStatus.APPROVED, EnvoyStatus.ATTENDED, EnvoyStatus.ABSENT)


@dataclass(frozen=True)
class EnvoyLine:
    """Somebody sent, and what the actor may do: approve, decline, withdraw, confirm, absent."""

    envoy: Envoy
    verbs: frozenset[str]


@dataclass(frozen=True)
class EnvoysOf:
    """Those sent to one conference. ``offices``: whom the actor's unit could send; empty where it may not."""

    conference: Conference
    lines: tuple[EnvoyLine, ...]
    offices: tuple[Appointment, ...]
    notes: tuple[InspectionNote, ...]
    may_propose: bool
    may_note: bool


@dataclass(frozen=True)
class Rota:
    """Who goes where: the envoys of a unit by day, and the conferences it should attend but does not.

    ``pilots_missing`` are areas right below without a pilot conference.
    """

    year: Year
    envoys: tuple[Envoy, ...]
    gaps: tuple[Conference, ...]
    gap_count: int
    proposed_count: int
    charges: tuple[AreaCharge, ...]
    uncharged: tuple[Placement, ...]
    pilots: tuple[Conference, ...]
    pilots_missing: tuple[Placement, ...]
    may_propose: bool
    may_charge: bool


def envoys_of(conference_id: int) -> list[Envoy]:
    """Those proposed, approved, there or absent, by unit and name. One query."""
    found = Envoy.objects.filter(conference_id=conference_id, status__in=_STANDING).select_related("unit", "body")
    return list(found.order_by("unit_id", "full_name", "pk"))


def envoys_page(actor: Actor, pk: int, *, at: datetime) -> EnvoysOf:
    """The page of those sent to a conference; raises ``NotFound``. Queries by the units that send, not by people."""
    one = conference_for(actor, pk)
    check_can_see(actor, one)
    may_propose = is_allowed(
        lambda: rules.check_can_propose_envoy(actor, one, rules.EnvoySheet("?"), at=at)
    )  # fmt: skip
    sheet = rules.InspectionSheet("?", noted_on=date.min)
    may_note = is_allowed(lambda: rules.check_can_note(actor, one.campaign, one.placement, sheet, at=at))
    offices = holders_of(unit_ids=[actor.unit_id], on=at.date()) if may_propose and actor.unit_id else []
    notes = InspectionNote.objects.filter(conference=one).select_related("unit").order_by("-noted_on", "-pk")
    lines: list[EnvoyLine] = []
    known: dict[tuple[object, ...], frozenset[str]] = {}
    for envoy in envoys_of(pk):
        envoy.conference = one
        alike = envoy.unit_id, envoy.status, envoy.day  # what the rules look at, here
        if alike not in known:
            known[alike] = _verbs(actor, envoy, at)
        lines.append(EnvoyLine(envoy, known[alike]))
    return EnvoysOf(one, tuple(lines), tuple(offices), tuple(notes[:20]), may_propose, may_note)


def envoy_to(verb: str, actor: Actor, pk: int, *, at: datetime) -> Envoy:
    """Somebody sent with whom the actor may do this now; raises what the verb's rule raises."""
    envoy = envoy_for(actor, pk)
    _checks(actor, envoy, at)[verb]()
    return envoy


def envoys_to_propose(actor: Actor, pk: int, *, at: datetime) -> EnvoysOf:
    """The page of a conference the actor's unit may send somebody to now; raises what the rule raises."""
    found = envoys_page(actor, pk, at=at)
    rules.check_can_propose_envoy(actor, found.conference, rules.EnvoySheet("?"), at=at)
    return found


def conference_to_note(actor: Actor, pk: int, *, at: datetime) -> Conference:
    """A conference about which the actor may write a note now; raises what the rule raises."""
    one = conference_for(actor, pk)
    sheet = rules.InspectionSheet("?", noted_on=date.min)
    rules.check_can_note(actor, one.campaign, one.placement, sheet, at=at)
    return one


def _verbs(actor: Actor, envoy: Envoy, at: datetime) -> frozenset[str]:
    return frozenset(verb for verb, check in _checks(actor, envoy, at).items() if is_allowed(check))


def _checks(actor: Actor, envoy: Envoy, at: datetime) -> dict[str, Callable[[], None]]:
    return {
        "approve": lambda: rules.check_can_approve(actor, envoy, at=at),
        "decline": lambda: rules.check_can_decline(actor, envoy, reason="?", at=at),
        "withdraw": lambda: rules.check_can_withdraw(actor, envoy, reason="?", at=at),
        "confirm": lambda: rules.check_can_confirm_presence_of(actor, envoy, at=at),
        "absent": lambda: rules.check_can_record_absence_of(actor, envoy, reason="?", at=at),
    }


def envoy_for(actor: Actor, pk: int) -> Envoy:
    """Somebody sent to a conference the actor sees; raises ``NotFound``."""
    envoy = Envoy.objects.filter(pk=pk).first()
    if envoy is None:
        raise NotFound
    envoy.conference = conference_for(actor, envoy.conference_id)
    return envoy


def charge_for(actor: Actor, pk: int) -> AreaCharge:
    """A charge of the actor's own unit; raises ``NotFound``."""
    charge = (
        AreaCharge.objects.select_related("campaign", "placement").filter(pk=pk, unit_id=actor.unit_id or 0).first()
    )
    if charge is None:
        raise NotFound
    return charge


def rota(actor: Actor) -> Rota:
    """Who of the actor's unit goes where, and what is missing; raises ``NotFound``. Constant queries."""
    year = year_for(actor)
    own = year.own
    mine = Envoy.objects.filter(conference__campaign=year.campaign, unit_id=own.unit_id, status__in=_STANDING)
    right_below = Conference.objects.filter(campaign=year.campaign, placement__parent=own, places__isnull=False)
    attended = Envoy.objects.filter(conference=OuterRef("pk"), unit=own.unit_id, status__in=_GOING)
    open_gaps = right_below.exclude(status__in=(ConferenceStatus.NOT_HELD, ConferenceStatus.HELD)).distinct()
    gaps = open_gaps.filter(~Exists(attended)).select_related("placement", "hall").order_by("day", "session", "pk")
    children = Placement.objects.filter(parent=own)
    charges = AreaCharge.objects.filter(campaign=year.campaign, unit_id=own.unit_id, ended_at__isnull=True)
    low, high = paths.bounds(own.path)
    pilots = Conference.objects.filter(
        campaign=year.campaign, is_pilot=True, placement__path__gte=low, placement__path__lt=high
    )
    deepest = own.depth >= year.deepest - 1
    with_pilot = pilots.values("placement__parent_id")
    return Rota(
        year=year,
        envoys=tuple(_with_conference(mine).order_by("day", "session", "full_name", "pk")[:MOST_LINES]),
        gaps=tuple(gaps[:MOST_LINES]),
        gap_count=gaps.count(),
        proposed_count=mine.filter(status=EnvoyStatus.PROPOSED).count(),
        charges=tuple(charges.select_related("placement").order_by("placement__path", "full_name", "pk")),
        uncharged=tuple(children.exclude(pk__in=charges.values("placement_id")).order_by("sort_key", "pk")),
        pilots=tuple(pilots.select_related("placement__parent", "hall").order_by("placement__path", "pk")[:MOST_LINES]),
        pilots_missing=() if deepest else tuple(_without_pilot(year, own, with_pilot)),
        may_propose=actor.may("envoy:propose") and year.is_running,
        may_charge=actor.may("area:charge") and year.is_running,
    )


def rota_to_charge(actor: Actor) -> Rota:
    """The same for an office that may put somebody in charge of an area; raises ``NotYours``."""
    rules.check_holds_charge(actor)
    return rota(actor)


def _without_pilot(year: Year, own: Placement, with_pilot: QuerySet[Conference, Any]) -> list[Placement]:
    low, high = paths.bounds(own.path)
    communes = Placement.objects.filter(tree_id=year.campaign.tree_id, path__gte=low, path__lt=high)
    communes = communes.filter(level__depth=year.deepest - 1).exclude(pk__in=with_pilot)
    return list(communes.order_by("path", "pk")[:MOST_LINES])


def own_days(actor: Actor) -> list[Envoy]:
    """Where the person who signs in is to go, by day."""
    mine = Envoy.objects.filter(person_key=f"a{actor.user_id}", status__in=_GOING)
    return list(_with_conference(mine).order_by("day", "session", "pk")[:MOST_LINES])


def _with_conference(rows: QuerySet[Envoy]) -> QuerySet[Envoy]:
    return rows.select_related("conference__placement__parent", "conference__hall", "conference__campaign").defer(
        "conference__campaign__plan_text"
    )

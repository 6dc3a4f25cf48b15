"""Whom a reminder would reach: what is late or near, who answers for it, and who sits above.

``reminding`` shapes the same for pages.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from danban.accounts.models import Appointment
from danban.accounts.roles import ROLES
from danban.campaigns.models import Campaign, Obligation, Reminder
from danban.campaigns.rules.timeliness import is_late
from danban.campaigns.states import ReminderStep
from danban.kit import paths
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound
from danban.notices.queries import Recipient
from danban.units.models import Placement

REMINDING_ROLES = tuple(role.code for role in ROLES.values() if "reminder:send" in role.permissions)


@dataclass(frozen=True)
class Due:
    """One open obligation as a reminder speaks of it."""

    pk: int
    kind_id: int
    kind_code: str
    name: str
    unit_id: int
    unit_name: str
    body_id: int | None
    body_kind_id: int | None
    superior_id: int
    due_on: date


@dataclass(frozen=True)
class LateFilter:
    """Which late things: of a kind, of a level, of a unit and all below it, or just one. Empty means all."""

    kind: str = ""
    level: str = ""
    place: int | None = None
    obligation: int | None = None


def list_due(obligations: QuerySet[Obligation]) -> list[Due]:
    """What a query finds, down the tree; one query. The superior of what the top unit owes is that unit itself."""
    found = obligations.order_by("placement__path", "kind__position", "pk").values_list(
        "pk", "kind_id", "kind__code", "kind__name", "placement__unit_id", "placement__name", "body_id",
        "kind__body_kind_id", "placement__parent__unit_id", "due_on",
    )  # fmt: skip
    return [
        Due(pk, kind_id, code, name, unit_id, unit_name, body_id, body_kind_id, above or unit_id, last)
        for pk, kind_id, code, name, unit_id, unit_name, body_id, body_kind_id, above, last in found
        if last
    ]


def not_yet_reminded(
    obligations: QuerySet[Obligation], step: ReminderStep, *, for_day: date | None
) -> QuerySet[Obligation]:
    """Those for which a step has not been taken: for a day, or (None) for the last day each has now."""
    day = OuterRef("due_on") if for_day is None else for_day
    taken = Reminder.objects.filter(obligation=OuterRef("pk"), step=step, for_day=day)
    return obligations.exclude(Exists(taken))


def late_below(actor: Actor, campaign: Campaign, wanted: LateFilter, *, today: date) -> QuerySet[Obligation]:
    """The late things an office may remind of: those of units below its own, and of other bodies of its own unit.

    Raises ``NotFound`` for a campaign of another tree and for a place or an obligation outside the area.
    """
    area = actor.path_in(campaign.tree_id)
    if area is None:
        raise NotFound
    low, high = paths.bounds(area)
    own = Q(placement__path=area, body__isnull=True) | Q(placement__path=area, body_id=actor.body_id)
    found = Obligation.objects.filter(is_late(today), campaign=campaign)
    found = found.filter(placement__path__gte=low, placement__path__lt=high).exclude(own)
    if wanted.kind:
        found = found.filter(kind__code=wanted.kind)
    if wanted.level:
        found = found.filter(kind__level__code=wanted.level)
    if wanted.place is not None:
        found = found.filter(_within(actor, campaign, wanted.place))
    if wanted.obligation is not None:
        _check_seen(actor, campaign, wanted.obligation)
        found = found.filter(pk=wanted.obligation)
    return found


def _within(actor: Actor, campaign: Campaign, place_id: int) -> Q:
    place = Placement.objects.visible_to(actor).filter(pk=place_id, tree_id=campaign.tree_id).first()
    if place is None:
        raise NotFound
    return Q(**{f"at_{place.depth}": place.pk}) if place.depth else Q()


def _check_seen(actor: Actor, campaign: Campaign, pk: int) -> None:
    if not Obligation.objects.visible_to(actor).filter(pk=pk, campaign=campaign).exists():
        raise NotFound


@dataclass(frozen=True)
class _Seat:
    person: Recipient
    body_id: int | None
    body_kind_id: int | None
    body_parent_id: int | None


def owners_of(rows: Sequence[Due], units: QuerySet[Obligation], *, on: date) -> dict[int, list[Recipient]]:
    """Who answers for each obligation today, by its id; nobody is an empty list. One query.

    A body's own duty falls to those who sit in it or in a part of it; a unit's to those who sit in the kind of
    body its kind names, else to all its offices. ``units`` are the obligations the rows came from.
    """
    seats = _seats(Q(unit__in=units.order_by().values("placement__unit_id")), on=on)
    return {row.pk: _answering(row, seats.get(row.unit_id, [])) for row in rows}


def _answering(row: Due, seats: Sequence[_Seat]) -> list[Recipient]:
    if row.body_id is not None:
        return [seat.person for seat in seats if row.body_id in (seat.body_id, seat.body_parent_id)]
    named = [seat.person for seat in seats if row.body_kind_id and seat.body_kind_id == row.body_kind_id]
    return named or [seat.person for seat in seats]


def superiors_of(rows: Sequence[Due], *, on: date) -> dict[int, list[Recipient]]:
    """Who watches over the unit of each obligation, by its id: the superior unit's offices that remind. One query."""
    seats = _seats(Q(unit_id__in={row.superior_id for row in rows}, role__in=REMINDING_ROLES), on=on)
    return {row.pk: [seat.person for seat in seats.get(row.superior_id, [])] for row in rows}


def _seats(which: Q, *, on: date) -> dict[int, list[_Seat]]:
    held = Appointment.objects.held_on(on).filter(which, account__is_active=True).order_by("unit_id", "pk")
    seats: dict[int, list[_Seat]] = {}
    rows = held.values_list("unit_id", "account_id", "pk", "body_id", "body__kind_id", "body__parent_id")
    for unit_id, account_id, pk, *body in rows:
        seats.setdefault(unit_id, []).append(_Seat(Recipient(account_id, pk), *body))
    return seats


def group_by_person(
    rows: Iterable[Due], people: Mapping[int, Sequence[Recipient]]
) -> list[tuple[Recipient, list[Due]]]:
    """What each person answers for; a person with two offices hears of both as the holder of the first."""
    groups: dict[int, tuple[Recipient, list[Due]]] = {}
    for row in rows:
        for person in people[row.pk]:
            mine = groups.setdefault(person.account_id, (person, []))[1]
            if row not in mine[-1:]:
                mine.append(row)
    return list(groups.values())

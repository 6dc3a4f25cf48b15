"""Where offices can stand, and what they may be there."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from danban.accounts import rules
from danban.accounts.roles import ROLES
from danban.kit import clock
from danban.kit.actor import Actor
from danban.kit.terms import in_term
from danban.units import queries as units
from danban.units.models import Placement


def places_on(day: date) -> QuerySet[Placement]:
    """Every place of the trees in force on a day with its level, the newest tree last."""
    standing = Placement.objects.filter(in_term(day, of="tree__"))
    return standing.select_related("level", "unit").order_by("tree__starts_on", "pk")


def place_on(unit_id: int, day: date) -> Placement | None:
    """Where a unit stands in the newest tree in force on a day; None if nowhere."""
    return places_on(day).filter(unit_id=unit_id).last()


@dataclass(frozen=True)
class OfficeChoices:
    """What an office in one unit may be: roles of its level, bodies that stand today."""

    place_name: str
    roles: list[tuple[str, str]]
    bodies: list[tuple[int, str]]


def office_choices(actor: Actor, unit_id: int, *, at: datetime) -> OfficeChoices:
    """The choices of an office form.

    Raises ``NotYours``, ``NotFound`` for a unit outside the actor's area or not in force.
    """
    rules.check_can_create(actor, at=at)
    today = clock.day_of(at)
    place = rules.checked_place(actor, place_on(unit_id, today))
    bodies = units.bodies_of(place.unit, today)
    return OfficeChoices(
        place_name=place.name,
        roles=[(role.code, role.name) for role in ROLES.values() if role.level == place.level.code],
        bodies=[(body.pk, body.name) for body in bodies],
    )


def places_to_appoint(actor: Actor, text: str, *, at: datetime) -> list[units.Hit]:
    """Units whose offices are the actor's to give and whose name has every word, in the tree in force.

    Raises ``NotYours`` for an office that appoints nobody.
    """
    rules.check_can_create(actor, at=at)
    tree = units.tree_in_force(clock.day_of(at))
    own = actor.unit_id if actor.path_in(tree.pk) else None
    return [hit for hit in units.find_placements(actor, tree_id=tree.pk, text=text) if hit.unit_id != own]

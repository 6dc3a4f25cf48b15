"""What stands at the head of a body's papers on a day: whose form, who issues it under whom, from which place."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from danban.documents.rules.profiles import FRONTS, STANDING_COMMITTEE, VILLAGE_KINDS, profile_of
from danban.kit.refusals import NotFound
from danban.papers.paper import Issuer, Profile
from danban.units import queries as units
from danban.units.models import Body, Placement

_OVER = {"front_work_committee": "front_committee", "village_head": "peoples_committee"}


@dataclass(frozen=True)
class Letterhead:
    """Profile, issuers and place of a paper, as they stand on a day."""

    profile: Profile
    issuers: tuple[Issuer, ...]
    place: str


def letterhead(body_ids: Sequence[int], *, on: date) -> Letterhead:
    """The head of a paper of one body, or of two in this order; raises ``NotFound`` for a body or unit that is not.

    A body stands under the body it is part of, else under the same body of the unit above; two bodies that issue
    together stand without the ones above them.
    """
    found = Body.objects.select_related("kind", "parent").in_bulk(list(body_ids))
    if set(found) != set(body_ids):
        raise NotFound
    bodies = [found[pk] for pk in body_ids]
    place = units.place_in_force(bodies[0].unit_id, on)
    above = _superior(bodies[0], place, on=on) if len(bodies) == 1 else ""
    issuers = tuple(Issuer(_issuer_name(body), above) for body in bodies)
    return Letterhead(profile_of(bodies), issuers, place_name(place, is_village=bodies[0].kind.code in VILLAGE_KINDS))


def _issuer_name(body: Body) -> str:
    """The standing committee's papers are those of its Front: it signs, the Front stands at the head."""
    is_of_front = body.kind.code == STANDING_COMMITTEE and body.parent is not None
    return body.parent.name if is_of_front and body.parent else body.name


def _superior(body: Body, place: Placement, *, on: date) -> str:
    if body.parent is not None and body.kind.code != STANDING_COMMITTEE:
        return body.parent.name
    if place.parent is None:
        return ""
    kind = "front_committee" if body.kind.code in FRONTS else _OVER.get(body.kind.code, body.kind.code)
    standing = Body.objects.standing_on(on).filter(unit_id=place.parent.unit_id, kind__code=kind)
    return standing.order_by("pk").values_list("name", flat=True).first() or ""


def place_name(place: Placement, *, is_village: bool = False) -> str:
    """ "Phúc Xá" of "Phường Phúc Xá"; a name in figures keeps its kind ("Phường 1"); villages write their commune's."""
    if is_village and place.parent is not None:
        return place_name(place.parent)
    kind = place.kind.name
    bare = place.name.removeprefix(f"{kind} ").removeprefix(f"{kind.lower()} ")
    return place.name if bare[:1].isdigit() else bare

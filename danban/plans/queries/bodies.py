"""The two bodies that issue a unit's plan, and for which of them a person speaks."""

from datetime import date

from danban.plans.rules.standing import CHAIRING, Chairs
from danban.units.models import Body


def chairs_of(unit_id: int, *, on: date) -> Chairs:
    """The chairing bodies that stand on a day, one of each kind; one query."""
    found = Body.objects.standing_on(on).filter(unit_id=unit_id).select_related("kind").order_by("starts_on", "pk")
    standing = {body.pk: body for body in found}
    chairing: dict[str, Body] = {}
    for body in standing.values():
        if body.kind.code in CHAIRING:
            chairing.setdefault(body.kind.code, body)
    seats = {}
    for body in standing.values():
        upper: Body | None = body
        seen: set[int] = set()
        while upper is not None and upper.kind.code not in CHAIRING and upper.pk not in seen:
            seen.add(upper.pk)
            upper = standing.get(upper.parent_id or 0)
        if upper is not None and upper.kind.code in CHAIRING:
            seats[body.pk] = chairing[upper.kind.code]
    return Chairs(tuple(chairing[code] for code in CHAIRING if code in chairing), seats)

"""The two heads of a conference: of the Front, and of the village or the committee (II.1.a.2)."""

from dataclasses import dataclass
from datetime import date

from danban.conferences.models import Conference
from danban.units.models import Body

FRONT = ("front_work_committee", "front_committee")
"""Kinds of body that speak for the Front in a village or a commune."""
AUTHORITY = ("village_head", "peoples_committee")
"""Kinds of body that speak for the authority there."""


@dataclass(frozen=True)
class Heads:
    """The two bodies whose heads agree to an agenda; None where a unit has no such body now."""

    front: Body | None
    authority: Body | None

    @property
    def bodies(self) -> tuple[Body, ...]:
        """Those that stand, the Front first."""
        return tuple(body for body in (self.front, self.authority) if body is not None)

    @property
    def are_both(self) -> bool:
        """Whether there is one of each."""
        return len(self.bodies) == len((FRONT, AUTHORITY))


def heads_of(conference: Conference, *, on: date) -> Heads:
    """The two bodies of the unit that holds it, as they stand on a day; one query."""
    standing = Body.objects.standing_on(on).filter(unit_id=conference.placement.unit_id)
    found = list(
        standing.filter(kind__code__in=(*FRONT, *AUTHORITY)).select_related("kind").order_by("starts_on", "pk")
    )
    front = next((body for body in found if body.kind.code in FRONT), None)
    return Heads(front, next((body for body in found if body.kind.code in AUTHORITY), None))

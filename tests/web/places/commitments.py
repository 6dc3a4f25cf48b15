"""Values of the addresses of promises: one the unit entered from paper."""

from danban.commitments.actions import PromiseRow, enter_commitments
from danban.commitments.models import Commitment
from danban.units.models import Placement
from tests.cast import AT
from tests.web.places.registry import World, value


@value("pk", *(f"desk:commitments:{name}" for name in ("show", "settle", "dispute", "cancel")))
def _promise(world: World, place: Placement) -> int:
    """Of the year before; a commune's Front may enter for its villages, nobody for a district or the city."""
    if place.level.code not in ("village", "commune"):
        return 0
    code = place.code if place.level.code == "commune" else place.code.rpartition(".")[0]
    name = {"00001": "phuc_xa", "00004": "truc_bach"}.get(code)
    if name is None:
        return 0
    actor = world.cast.actors[name]
    enter_commitments(place.pk, year=2022, rows=[PromiseRow("Xây cổng chào")], actor=actor, at=AT)
    return Commitment.objects.get(placement=place).pk

"""Values of the addresses of plans: each district and commune has issued one; the top and the villages have none."""

from danban.plans.models import PlanEdition
from danban.units.models import Placement
from tests.plans.factories import issued
from tests.web.places.registry import World, value

_OF_PLAN = (
    "of_plan", "edit", "submit", "withdraw", "approve", "decline", "preview", "issue", "record_kickoff", "revise",
    "send_back", "confirm_change",
)  # fmt: skip
_OF_YEAR = ("show", "derive", "receive", "receipts_of_year")


@value("pk", *(f"desk:plans:{name}" for name in _OF_PLAN))
def _plan(world: World, place: Placement) -> int:
    edition = _edition_at(world, place)
    return edition.plan_id if edition else 0


@value("kind", "desk:plans:preview", anywhere=True)
def _kind(world: World, place: Placement) -> str:
    return "docx"


@value("pk", "desk:plans:show_edition", "desk:plans:receipts")
def _edition(world: World, place: Placement) -> int:
    edition = _edition_at(world, place)
    return edition.pk if edition else 0


def _edition_at(world: World, place: Placement) -> PlanEdition | None:
    """What a unit has issued: the communes first, so that their districts' plans are something to confirm."""
    codes = ("00001", "00004", "001", "017")
    editions: dict[str, PlanEdition] = world.once(
        "editions", lambda: {code: issued(world.cast, world.campaign, code) for code in codes}
    )  # fmt: skip
    return editions.get(place.code)


@value("pk", "desk:plans:of_obligation")
def _obligation(world: World, place: Placement) -> int:
    found = world.campaign.obligations.filter(placement=place, body__isnull=True).order_by("pk").first()
    return found.pk if found else 0


@value("campaign", *(f"desk:plans:{name}" for name in _OF_YEAR), anywhere=True)
def _campaign(world: World, place: Placement) -> int:
    return world.campaign.pk


@value("place", "desk:plans:show", "desk:plans:derive")
def _place(world: World, place: Placement) -> int:
    return place.pk

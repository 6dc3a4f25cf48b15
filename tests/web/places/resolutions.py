"""Values of the addresses of minutes, resolutions, syntheses: the conference a unit holds, over, with both drafted."""

from danban.campaigns.models import Obligation
from danban.conferences.actions import plan_conferences
from danban.conferences.models import Conference
from danban.kit.actor import machine
from danban.resolutions.models import Minutes, Resolution
from danban.units.models import Placement
from tests.cast import AT
from tests.resolutions.factories import DAY, END, START
from tests.web.places.registry import World, value

_OF_ONE = (
    "minutes", "draft_minutes", "edit_minutes", "submit_minutes", "return_minutes", "confirm_minutes",
    "correct_minutes", "minutes_file", "resolution", "draft_resolution", "edit_resolution", "issue_resolution",
    "replace_resolution", "resolution_file", "synthesis", "synthesis_file",
)  # fmt: skip


@value("pk", *(f"desk:resolutions:{name}" for name in _OF_ONE))
def _conference(world: World, place: Placement) -> int:
    """Districts and the top hold none: there it is a number nothing has."""
    actor = machine("launch", "conference:arrange")
    world.once("conferences", lambda: plan_conferences(world.campaign.pk, actor=actor, at=AT))
    found = Conference.objects.filter(campaign=world.campaign, placement=place).first()
    if found is None:
        return 0
    Conference.objects.filter(pk=found.pk).update(
        status="held", day=DAY, session="eve", held_on=DAY, opened_at=START, closed_at=END
    )
    if not found.minutes.exists():
        Minutes.objects.create(conference=found, drafted_at=AT)
        Resolution.objects.create(conference=found, drafted_at=AT, articles=[{"title": "Chung", "text": "Nhất trí."}])
    return found.pk


@value("ending", "desk:resolutions:minutes_file", "desk:resolutions:resolution_file", "desk:resolutions:synthesis_file")
def _ending(world: World, place: Placement) -> str:
    return "docx"


@value("don_vi", "desk:resolutions:area")
def _area(world: World, place: Placement) -> int:
    return place.pk


@value("pk", "desk:resolutions:of_obligation")
def _owed(world: World, place: Placement) -> int:
    """Only villages and communes owe minutes."""
    _conference(world, place)
    found = Obligation.objects.filter(campaign=world.campaign, placement=place, kind__code="minutes").first()
    return found.pk if found else 0

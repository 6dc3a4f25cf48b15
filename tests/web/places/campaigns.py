"""Values of the addresses of the year: drafts, their lines, campaigns."""

from danban.units.models import Placement
from danban.web.desk.campaigns.sheets import KINDS
from tests.web.places.registry import World, value

_OF_DRAFT = ("review", "retitle", "add", "correct", "drop", "restore", "launch", "discard")
_OF_CAMPAIGN = ("show", "show_plan", "remind_late", "draft_amendment", "clone", "close", "reopen")


@value("pk", *(f"desk:campaigns:{name}" for name in _OF_DRAFT), anywhere=True)
def _draft(world: World, place: Placement) -> int:
    return world.draft.pk


@value("pk", "desk:campaigns:apply", anywhere=True)
def _amendment(world: World, place: Placement) -> int:
    return world.amendment.pk


@value("item", anywhere=True)
def _item(world: World, place: Placement) -> int:
    return world.draft.items.order_by("pk")[0].pk


@value("slug", anywhere=True)
def _slug(world: World, place: Placement) -> str:
    return next(iter(KINDS))


@value("pk", *(f"desk:campaigns:{name}" for name in _OF_CAMPAIGN), anywhere=True)
def _campaign(world: World, place: Placement) -> int:
    return world.campaign.pk


@value("don_vi", "desk:campaigns:remind_late")
def _reminded_place(world: World, place: Placement) -> int:
    return place.pk

"""Which thing an address is asked about at a place: one small function for each value of an address.

A function gets the world and a place (own, below, sideways or above the person who asks) and returns the value.
It may write what is missing; each value is made once for a place.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from danban.campaigns.actions import clone_campaign, draft_amendment, launch_draft, start_draft
from danban.campaigns.models import Campaign, Draft, Obligation
from danban.units.models import Placement
from danban.web.desk.campaigns.sheets import KINDS
from tests.accounts.factories import make_appointment
from tests.campaigns.readings import reading_of
from tests.cast import AT, Cast

ROLE_AT = {
    "city": "department_officer",
    "district": "district_front_officer",
    "commune": "commune_front_officer",
    "village": "front_work_head",
}


@dataclass
class World:
    """The cast, a running year, and everything made for a value so far."""

    cast: Cast
    campaign: Campaign = field(init=False)
    made: dict[object, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        actor, tree_id = self.cast.actors["mrs_ha"], self.cast.tree.pk
        draft = start_draft(reading_of(), tree_id=tree_id, actor=actor, at=AT)
        self.campaign = launch_draft(draft.pk, actor=actor, at=AT)

    @property
    def draft(self) -> Draft:
        """A draft of next year, being reviewed."""
        actor, year = self.cast.actors["mrs_ha"], self.campaign.year + 1
        draft: Draft = self.once("draft", lambda: clone_campaign(self.campaign.pk, year=year, actor=actor, at=AT))
        return draft

    @property
    def amendment(self) -> Draft:
        """A draft that would change the running year."""
        actor = self.cast.actors["mrs_ha"]
        draft: Draft = self.once("amendment", lambda: draft_amendment(self.campaign.pk, actor=actor, at=AT))
        return draft

    def once(self, key: object, make: Callable[[], Any]) -> Any:
        """What ``make`` returned the first time."""
        if key not in self.made:
            self.made[key] = make()
        return self.made[key]

    def value(self, address: str, name: str, place: Placement) -> Any:
        """The value ``name`` of an address at a place; ``KeyError`` names what is missing here."""
        make = _maker(address, name)
        return self.once((make, place.pk), lambda: make(self, place))


Maker = Callable[[World, Placement], Any]
_VALUES: dict[tuple[str, str], Maker] = {}
_ANYWHERE: set[Maker] = set()


def value(name: str, *addresses: str, anywhere: bool = False) -> Callable[[Maker], Maker]:
    """Register a function for the value ``name`` of some addresses, or of every address if none is named.

    ``anywhere``: the value is the same at every place (a file ending, an edition of the tree).
    """

    def register(make: Maker) -> Maker:
        for address in addresses or ("",):
            _VALUES[address, name] = make
        if anywhere:
            _ANYWHERE.add(make)
        return make

    return register


def depends_on_place(address: str, name: str) -> bool:
    """Whether the value is another one at another place."""
    return _maker(address, name) not in _ANYWHERE


def _maker(address: str, name: str) -> Maker:
    make = _VALUES.get((address, name)) or _VALUES.get(("", name))
    if make is None:
        raise KeyError(f'tests/web/places.py chưa nói giá trị "{name}" của {address} ở một nơi là gì.')
    return make


@value("don_vi")
def _unit(world: World, place: Placement) -> int:
    return place.unit_id


@value("ending", anywhere=True)
def _ending(world: World, place: Placement) -> str:
    return "csv"


@value("pk", "desk:units:close", "desk:units:establish", anywhere=True)
def _tree(world: World, place: Placement) -> int:
    return world.cast.tree.pk


@value("status", "gallery:refusal", anywhere=True)
def _status(world: World, place: Placement) -> int:
    return 404


_OF_DRAFT = ("review", "retitle", "add", "correct", "drop", "restore", "launch", "discard")
_OF_CAMPAIGN = ("show", "show_plan", "draft_amendment", "clone", "close", "reopen")


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


@value("digest", anywhere=True)
def _digest(world: World, place: Placement) -> str:
    return "0" * 64


@value("pk", "desk:overviews:unit", "desk:overviews:matrix_of", "desk:overviews:matrix_export")
def _place(world: World, place: Placement) -> int:
    return place.pk


@value("pk", "desk:overviews:obligation")
def _obligation(world: World, place: Placement) -> int:
    found = Obligation.objects.filter(placement=place).order_by("pk").first()
    return found.pk if found else 0


def _office(world: World, place: Placement) -> Any:
    """An office in the unit, of somebody who asks for nothing in the table."""
    role = ROLE_AT[place.level.code]
    return world.once(("office", place.pk), lambda: make_appointment(place.unit, role=role))


@value("pk", "desk:accounts:end")
def _appointment(world: World, place: Placement) -> int:
    return int(_office(world, place).pk)


@value("pk", "desk:accounts:person", "desk:accounts:appoint", "desk:accounts:deactivate", "desk:accounts:reactivate")
def _person(world: World, place: Placement) -> int:
    return int(_office(world, place).account_id)

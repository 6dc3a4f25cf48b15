"""Which thing an address is asked about at a place: one small function for each value of an address.

A function gets the world and a place (own, below, sideways or above the person who asks) and returns the value.
It may write what is missing; each value is made once for a place. Every room brings a file of its own.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from danban.campaigns.actions import clone_campaign, draft_amendment, launch_draft, start_draft
from danban.campaigns.models import Campaign, Draft
from danban.units.models import Placement
from tests.campaigns.readings import reading_of
from tests.cast import AT, Cast


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

"""Clean-ups by the dozen, logged through the real action."""

from datetime import date
from typing import Any

from danban.culture import actions
from danban.culture.models import CleanUp
from danban.culture.rules import Told
from danban.culture.states import Slot
from danban.kit.actor import Actor, machine
from tests.cast import AT, Cast

FRIDAY, SATURDAY = date(2023, 2, 3), date(2023, 2, 4)
LOADER = machine("demo", "clean_up:log")


def told(held_on: date = FRIDAY, slot: str = "", **values: Any) -> Told:
    """A clean-up as told; on the day's own slot unless another is named."""
    slots = {4: Slot.FRIDAY, 5: Slot.SATURDAY}
    given: dict[str, Any] = {"people": 35, "places": 2} | values
    return Told(held_on, slot or slots.get(held_on.weekday(), Slot.OTHER), **given)


def log(cast: Cast, code: str = "00001.01", who: str | Actor = "head_of_group_1", **values: Any) -> CleanUp:
    """A clean-up of a unit, logged by somebody who may."""
    actor = cast.actors[who] if isinstance(who, str) else who
    return actions.log_clean_up(cast.places[code].pk, told=told(**values), actor=actor, at=AT)


def load(cast: Cast, *rows: tuple[str, Told]) -> int:
    """Clean-ups of units by their codes, in bulk."""
    loaded = [actions.Loaded(cast.places[code].pk, one) for code, one in rows]
    return actions.load_clean_ups(cast.tree.pk, loaded, actor=LOADER, at=AT)

"""Lock what a clean-up is about, and write one down with the ids its roll-ups need."""

from datetime import datetime

from danban.culture.models import CleanUp
from danban.culture.rules import Told, monday_of
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound
from danban.kit.vietnamese import nfc
from danban.units.models import Placement


def lock_place(placement_id: int) -> Placement:
    """A unit of a tree, locked so that it logs one thing at a time; raises ``NotFound``."""
    places = Placement.objects.select_for_update(of=("self",), no_key=True).select_related("tree", "parent")
    place = places.filter(pk=placement_id).first()
    if place is None:
        raise NotFound
    return place


def lock_clean_up(clean_up_id: int) -> CleanUp:
    """A clean-up, its unit locked before it; raises ``NotFound``."""
    placement_id = CleanUp.objects.filter(pk=clean_up_id).values_list("placement_id", flat=True).first()
    if placement_id is None:
        raise NotFound
    place = lock_place(placement_id)
    clean_up = CleanUp.objects.select_for_update(of=("self",)).get(pk=clean_up_id)
    clean_up.placement = place
    return clean_up


def write_clean_up(
    place: Placement, told: Told, actor: Actor, at: datetime, corrects: CleanUp | None = None
) -> CleanUp:
    """A row of what was told; the caller has checked it."""
    return CleanUp.objects.create(
        placement=place, at_1=place.at_1, at_2=place.at_2, at_3=place.at_3, held_on=told.held_on,
        week_on=monday_of(told.held_on), slot=told.slot, people=told.people, places=told.places,
        text=nfc(told.text).strip(), appointment_id=actor.appointment_id, at=at, corrects=corrects,
    )  # fmt: skip

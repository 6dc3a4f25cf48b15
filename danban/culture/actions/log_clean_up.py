"""Log a clean-up: a unit tells that it was held, with how many people at how many places."""

from datetime import datetime

from django.db import transaction

from danban.audit.actions import record
from danban.culture import rules
from danban.culture.actions.rows import lock_place, write_clean_up
from danban.culture.models import CleanUp
from danban.culture.rules import Told
from danban.kit.actor import Actor


@transaction.atomic
def log_clean_up(placement_id: int, *, told: Told, is_sure: bool = False, actor: Actor, at: datetime) -> CleanUp:
    """Log one clean-up of a unit (III.2.2.a), or of one right below that has nobody.

    Raises ``NotFound``, ``NotYours``, ``NotNow`` (logged already) or ``BadInput``: a wrong day, slot or number, or
    one so large that it needs ``is_sure``.
    """
    place = lock_place(placement_id)
    rules.check_can_log(actor, place, at=at)
    rules.check_facts(told, place, is_sure=is_sure, at=at)
    rules.check_is_first(place, slot=told.slot, held_on=told.held_on)
    clean_up = write_clean_up(place, told, actor, at)
    record(
        actor=actor,
        event="clean_up.logged",
        subject="clean_up",
        subject_id=clean_up.pk,
        at=at,
        unit_id=place.unit_id,
        changes={"on": told.held_on, "slot": told.slot, "people": told.people, "places": told.places},
    )
    return clean_up

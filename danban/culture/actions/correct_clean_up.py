"""Correct a clean-up: the wrong row is withdrawn, the right one stands for it; both are kept."""

from datetime import datetime

from django.db import transaction

from danban.audit.actions import record
from danban.culture import rules
from danban.culture.actions.rows import lock_clean_up, write_clean_up
from danban.culture.models import CleanUp
from danban.culture.rules import Told
from danban.kit.actor import Actor


@transaction.atomic
def correct_clean_up(clean_up_id: int, *, told: Told, is_sure: bool = False, actor: Actor, at: datetime) -> CleanUp:
    """Put a clean-up right; returns the new row, which ``corrects`` the old one.

    Raises ``NotFound``, ``NotYours``, ``NotNow`` (withdrawn, or the new day and slot are taken) or ``BadInput``.
    """
    wrong = lock_clean_up(clean_up_id)
    rules.check_can_correct(actor, wrong, at=at)
    rules.check_facts(told, wrong.placement, is_sure=is_sure, at=at)
    rules.check_is_first(wrong.placement, slot=told.slot, held_on=told.held_on, but=wrong.pk)
    wrong.withdrawn_at = at
    wrong.save(update_fields=["withdrawn_at"])
    right = write_clean_up(wrong.placement, told, actor, at, corrects=wrong)
    record(
        actor=actor,
        event="clean_up.corrected",
        subject="clean_up",
        subject_id=right.pk,
        at=at,
        unit_id=wrong.placement.unit_id,
        changes={
            "corrects": wrong.pk,
            "on": [wrong.held_on, right.held_on],
            "slot": [wrong.slot, right.slot],
            "people": [wrong.people, right.people],
            "places": [wrong.places, right.places],
        },
    )
    return right

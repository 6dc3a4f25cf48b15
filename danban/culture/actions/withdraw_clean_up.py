"""Withdraw a clean-up logged by mistake: it counts no more, and stays to be seen."""

from datetime import datetime

from django.db import transaction

from danban.audit.actions import record
from danban.culture import rules
from danban.culture.actions.rows import lock_clean_up
from danban.culture.models import CleanUp
from danban.kit.actor import Actor


@transaction.atomic
def withdraw_clean_up(clean_up_id: int, *, reason: str, actor: Actor, at: datetime) -> CleanUp:
    """Take a clean-up out of the count. Raises ``NotFound``, ``NotYours``, ``NotNow`` or ``BadInput`` (no reason)."""
    clean_up = lock_clean_up(clean_up_id)
    rules.check_can_withdraw(actor, clean_up, reason=reason, at=at)
    clean_up.withdrawn_at = at
    clean_up.save(update_fields=["withdrawn_at"])
    record(
        actor=actor,
        event="clean_up.withdrawn",
        subject="clean_up",
        subject_id=clean_up.pk,
        at=at,
        unit_id=clean_up.placement.unit_id,
        changes={"reason": reason.strip()},
    )
    return clean_up

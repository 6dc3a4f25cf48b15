"""Give a promise up, with a reason: it stays in sight."""

from datetime import datetime

from django.db import transaction

from danban.audit.actions import record
from danban.commitments import rules
from danban.commitments.actions.settle_commitment import lock_commitment
from danban.commitments.models import Commitment
from danban.commitments.states import COMMITMENT
from danban.kit.actor import Actor
from danban.kit.vietnamese import nfc


@transaction.atomic
def cancel_commitment(commitment_id: int, *, reason: str, actor: Actor, at: datetime) -> Commitment:
    """The reason is kept with its causes. Raises ``NotFound``, ``NotYours``, ``NotNow`` or ``BadInput``."""
    one = lock_commitment(commitment_id)
    rules.check_can_cancel(actor, one, reason=reason, at=at)
    one.status, one.causes = COMMITMENT.target("cancel", one.status), nfc(reason).strip()
    one.save(update_fields=["status", "causes"])
    record(
        actor=actor, event="commitment.cancelled", subject="commitment", subject_id=one.pk, at=at,
        unit_id=actor.unit_id, changes={"status": one.status},
    )  # fmt: skip
    return one

"""Dispute a result: residents do not see what is claimed (dân kiểm tra)."""

from datetime import datetime

from django.db import transaction

from danban.audit.actions import record
from danban.commitments import rules
from danban.commitments.actions.settle_commitment import lock_commitment
from danban.commitments.models import Commitment, CommitmentDispute
from danban.commitments.states import COMMITMENT
from danban.kit.actor import Actor
from danban.kit.vietnamese import nfc


@transaction.atomic
def dispute_commitment(commitment_id: int, *, reason: str, actor: Actor, at: datetime) -> Commitment:
    """To be settled again, with an answer. Raises ``NotFound``, ``NotYours``, ``NotNow`` or ``BadInput``."""
    one = lock_commitment(commitment_id)
    rules.check_can_dispute(actor, one, reason=reason, at=at)
    one.status = COMMITMENT.target("dispute", one.status)
    one.save(update_fields=["status"])
    CommitmentDispute.objects.create(
        commitment=one, text=nfc(reason).strip(), raised_at=at, raised_by_id=actor.appointment_id
    )
    record(
        actor=actor, event="commitment.disputed", subject="commitment", subject_id=one.pk, at=at, unit_id=actor.unit_id,
        changes={"status": one.status},
    )  # fmt: skip
    return one

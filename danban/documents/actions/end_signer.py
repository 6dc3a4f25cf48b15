"""End a signer's term: papers issued after the last day are signed by others."""

from datetime import date, datetime

from django.db import transaction

from danban.audit.actions import record
from danban.documents import rules
from danban.documents.models import Signer
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound


@transaction.atomic
def end_signer(signer_id: int, *, ends_on: date, actor: Actor, at: datetime) -> Signer:
    """The last day on which the person signs. Raises ``NotFound``, ``NotYours`` or ``BadInput`` (before the first)."""
    found = Signer.objects.select_for_update(of=("self",)).select_related("body__kind")
    signer = found.filter(pk=signer_id).first()
    if signer is None:
        raise NotFound
    rules.check_can_end_signer(actor, signer, ends_on=ends_on, at=at)
    before, signer.ends_on = signer.ends_on, ends_on
    signer.save(update_fields=["ends_on"])
    record(
        actor=actor,
        event="signer.ended",
        subject="signer",
        subject_id=signer.pk,
        at=at,
        unit_id=actor.unit_id,
        changes={"body": signer.body_id, "ends_on": [before, ends_on]},
    )
    return signer

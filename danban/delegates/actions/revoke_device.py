"""A phone that was lost or is no longer needed records nothing more."""

from datetime import datetime

from django.db import transaction

from danban.audit.actions import record
from danban.delegates import rules
from danban.delegates.models import Device
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound


@transaction.atomic
def revoke_device(device_id: int, *, conference_id: int, actor: Actor, at: datetime) -> Device:
    """What it recorded so far stays. Revoked already, nothing happens. Raises ``NotFound`` or ``NotYours``."""
    rows = Device.objects.select_for_update(of=("self",)).select_related(
        "conference__campaign", "conference__placement__parent"
    )  # fmt: skip
    device = rows.defer("conference__campaign__plan_text").filter(pk=device_id, conference_id=conference_id).first()
    if device is None:
        raise NotFound
    rules.check_can_revoke_device(actor, device, at=at)
    if device.revoked_at is None:
        device.revoked_at = at
        device.save(update_fields=["revoked_at"])
        record(
            actor=actor, event="device.revoked", subject="conference", subject_id=conference_id, at=at,
            unit_id=actor.unit_id, changes={"device": device.pk},
        )  # fmt: skip
    return device

"""Who writes presences down: an official at the desk, or a phone at the door that the secretary let in."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from danban.audit.actions import record_plainly
from danban.conferences.models import Conference
from danban.delegates import rules
from danban.delegates.models import Device
from danban.kit.actor import Actor
from danban.kit.database import Kept
from danban.kit.refusals import NotFound

_ANY = -987_654_321
_OF_DEVICE = ("id", "conference_id", "label", "secret", "issued_by_id", "expires_at", "revoked_at")
_OF_CONFERENCE = ("id", "status", "day", "placement_id", "campaign_id")
_DEVICE = Kept(
    lambda: Device.objects.filter(pk=_ANY).values_list(
        *_OF_DEVICE, *(f"conference__{name}" for name in _OF_CONFERENCE)
    ),
    [_ANY],
)
"""A phone with what is asked of its conference; asked anew for every operation, so that one revoked is refused."""


@dataclass(frozen=True)
class Recorder:
    """Whoever writes: the actor for the diary, and what stands on each row."""

    conference_id: int
    actor: Actor
    device_id: int | None = None

    def write_down(self, event: str, at: datetime, **changes: Any) -> None:
        """One entry of the diary for all that was written at once."""
        record_plainly(
            actor=self.actor, event=event, subject="conference", subject_id=self.conference_id, at=at,
            unit_id=self.actor.unit_id, changes={"device": self.device_id} | changes,
        )  # fmt: skip


def recorder_of(
    conference_id: int, device_id: int | None, actor: Actor | None, at: datetime, *, secret: str | None = None
) -> Recorder:
    """Who may write now; raises ``NotFound``, ``NotYours`` or ``NotNow``.

    Nothing is locked: phones of one hall write side by side, and the constraints of the table keep each row single.
    """
    if actor is not None:
        related = Conference.objects.select_related("campaign", "placement__parent").defer("campaign__plan_text")
        conference = related.filter(pk=conference_id).first()
        if conference is None:
            raise NotFound
        rules.check_can_record(actor, conference, at=at)
        return Recorder(conference_id, actor)
    device = _device(device_id) if device_id is not None else None
    if device is None or secret not in (None, device.secret):
        raise NotFound
    rules.check_device(device, conference_id, at=at)
    office = Actor(role="device", appointment_id=device.issued_by_id, label=device.label)
    return Recorder(conference_id, office, device.pk)


def _device(device_id: int) -> Device | None:
    rows = _DEVICE.rows([device_id])
    if not rows:
        return None
    cut = len(_OF_DEVICE)
    device = Device(**dict(zip(_OF_DEVICE, rows[0][:cut], strict=True)))
    device.conference = Conference(**dict(zip(_OF_CONFERENCE, rows[0][cut:], strict=True)))
    return device

"""Let a phone record presences at one conference, until its day ends."""

from datetime import datetime, timedelta

from django.db import transaction

from danban.audit.actions import record
from danban.conferences.actions.locks import lock_conference
from danban.delegates import rules
from danban.delegates.models import Device
from danban.kit.actor import Actor
from danban.kit.clock import day_of, moment
from danban.kit.tokens import new_secret
from danban.kit.vietnamese import squeeze


@transaction.atomic
def issue_device(conference_id: int, *, label: str, actor: Actor, at: datetime) -> Device:
    """A device whose token (``rules.device_token``) is shown to whoever holds the phone.

    It ends with the day of the conference, or with today where it meets past midnight. Raises ``NotFound``,
    ``NotYours``, ``NotNow`` (no day yet, over, too many phones) or ``BadInput``.
    """
    conference = lock_conference(conference_id)
    rules.check_can_issue_device(actor, conference, label, at=at)
    last = max(conference.day or day_of(at), day_of(at))
    assert actor.appointment_id is not None
    device = Device.objects.create(
        conference=conference, label=squeeze(label), secret=new_secret(), issued_by_id=actor.appointment_id,
        issued_at=at, expires_at=moment(last + timedelta(days=1), 0),
    )  # fmt: skip
    record(
        actor=actor, event="device.issued", subject="conference", subject_id=conference.pk, at=at,
        unit_id=actor.unit_id, changes={"device": device.pk, "expires_at": device.expires_at},
    )  # fmt: skip
    return device

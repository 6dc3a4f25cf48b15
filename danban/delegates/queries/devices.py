"""Phones that record presences: found by their token, listed with what each recorded."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce

from danban.delegates import rules
from danban.delegates.models import Attendance, Device
from danban.delegates.rules.presence import NO_SUCH_DEVICE
from danban.kit.refusals import NotFound


@dataclass(frozen=True)
class DeviceLine:
    """A phone, how many presences that stand it recorded, whether it still may."""

    device: Device
    recorded: int
    is_open: bool


def device_by_token(token: object, *, at: datetime) -> Device:
    """A device that may read and write now, with its conference; raises ``NotFound`` or ``NotNow``."""
    pk, _, secret = rules.read_device_token(token)
    related = Device.objects.select_related("conference__placement", "conference__hall")
    device = related.filter(pk=pk, secret=secret).first()
    if device is None:
        raise NotFound(NO_SUCH_DEVICE)
    rules.check_device(device, device.conference_id, at=at)
    return device


def list_devices(conference_id: int, *, at: datetime) -> list[DeviceLine]:
    """The phones of a conference, those let in last first."""
    mine = Attendance.objects.filter(device=OuterRef("pk"), taken_back_at__isnull=True).order_by().values("device")
    counted = Coalesce(Subquery(mine.annotate(recorded=Count("pk")).values("recorded")), 0)
    rows = Device.objects.filter(conference_id=conference_id).annotate(recorded=counted).order_by("-pk")
    return [DeviceLine(one, one.recorded, one.revoked_at is None and at < one.expires_at) for one in rows]
